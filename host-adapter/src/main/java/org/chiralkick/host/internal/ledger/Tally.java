package org.chiralkick.host.internal.ledger;

import java.util.Arrays;

/**
 * Exact sums of one step's rates, one per {@link Quantity}: integers in units of 2^-256, held in digits of 32 bits whose carries
 * are settled only now and then. For one thread at a time.
 */
public final class Tally {
    /** Contributions of this size and above cannot be added. */
    public static final double LIMIT = 0x1p512;

    static final int DIGITS = 27;
    private static final int QUANTUM_EXPONENT = -256;
    private static final int DOUBLE_EXPONENT_BIAS = 1075;
    private static final long FRACTION = (1L << 52) - 1;
    private static final long DIGIT = 0xffff_ffffL;
    private static final long HALF_DIGIT = 1L << 31;
    // A contribution changes a digit by less than 2^52, so 2^10 of them stay below 2^63.
    private static final int ADDITIONS_BEFORE_CARRY = 1 << 10;

    private final long[] digits = new long[Quantity.COUNT * DIGITS];
    private int additions;
    private boolean empty = true;

    /**
     * Adds a number exactly, after rounding it to a multiple of 2^-256.
     *
     * @param quantity ordinal of the quantity
     * @param number finite, below 2^10 times {@link #LIMIT} in size
     */
    public void add(int quantity, double number) {
        long bits = Double.doubleToRawLongBits(number);
        int position = ((int) (bits >>> 52) & 0x7ff) - DOUBLE_EXPONENT_BIAS - QUANTUM_EXPONENT;
        if (position < 0) {
            double rounded = Math.rint(number * 0x1p256) * 0x1p-256;
            if (rounded == 0) {
                return;
            }
            addMultipleOfQuantum(quantity, rounded);
            return;
        }
        addMantissa(quantity, (bits & FRACTION) | (FRACTION + 1), position, bits >> 63);
    }

    // Below 2^-204 a double has fewer than 53 bits above the quantum, so the integer itself is small enough for a long.
    private void addMultipleOfQuantum(int quantity, double number) {
        long multiple = (long) (number * 0x1p256);
        addMantissa(quantity, Math.abs(multiple), 0, multiple >> 63);
    }

    private void addMantissa(int quantity, long mantissa, int position, long sign) {
        int digit = quantity * DIGITS + (position >>> 5);
        int shift = position & 31;
        long low = (mantissa << shift) & DIGIT;
        long high = mantissa >>> (32 - shift);
        digits[digit] += (low ^ sign) - sign;
        digits[digit + 1] += (high ^ sign) - sign;
        empty = false;
        if (++additions >= ADDITIONS_BEFORE_CARRY) {
            settleCarries();
        }
    }

    /**
     * Adds a zone's rates, each times the weight and rounded once.
     *
     * @param rates one per quantity, below {@link #LIMIT} in size, from {@code at} on
     * @param weight in [-1000, 1000]
     */
    public void add(double[] rates, int at, double weight) {
        for (int q = 0; q < Quantity.COUNT; q++) {
            add(q, weight * rates[at + q]);
        }
    }

    /** Adds another tally exactly; the other keeps its value. */
    public void add(Tally other) {
        if (other.empty) {
            return;
        }
        settleCarries();
        other.settleCarries();
        for (int i = 0; i < digits.length; i++) {
            digits[i] += other.digits[i];
        }
        empty = false;
        settleCarries();
    }

    /** Returns whether nothing but zeros was added since it was cleared. */
    public boolean isEmpty() {
        return empty;
    }

    /** Forgets what was added. */
    public void clear() {
        if (!empty) {
            Arrays.fill(digits, 0);
            additions = 0;
            empty = true;
        }
    }

    /** Settles carries, so that digits lie in [-2^31, 2^31): a small number has few digits, whatever its sign. */
    void settleCarries() {
        for (int quantity = 0; quantity < Quantity.COUNT; quantity++) {
            int lowest = quantity * DIGITS;
            long carry = 0;
            for (int i = lowest; i < lowest + DIGITS - 1; i++) {
                long digit = digits[i] + carry;
                carry = (digit + HALF_DIGIT) >> 32;
                digits[i] = digit - (carry << 32);
            }
            digits[lowest + DIGITS - 1] += carry;
        }
        additions = 0;
    }

    /** Returns digit i of a quantity, of weight 2^(32 i) quanta; call {@link #settleCarries} before. */
    long digit(int quantity, int i) {
        return digits[quantity * DIGITS + i];
    }
}
