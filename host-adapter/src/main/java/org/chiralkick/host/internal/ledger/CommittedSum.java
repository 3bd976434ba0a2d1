package org.chiralkick.host.internal.ledger;

import java.math.BigInteger;
import java.nio.LongBuffer;
import java.util.Arrays;

/** An exact sum over steps: a two's-complement integer of 18 limbs in units of 2^-448, up to 2^703. */
public final class CommittedSum {
    /** Limbs of 64 bits, the lowest first. */
    public static final int LIMBS = 18;

    /** Exponent of the quantum: the sum is an integer times 2 to this power. */
    public static final int QUANTUM_EXPONENT = -448;

    /** The smallest and largest dt [s] whose product with a tally is a multiple of the quantum. */
    public static final double SMALLEST_DT = 1e-42;

    /** See {@link #SMALLEST_DT}. */
    public static final double LARGEST_DT = 1e30;

    private static final int TALLY_QUANTUM_EXPONENT = -256;
    private static final int DOUBLE_EXPONENT_BIAS = 1075;
    private static final long FRACTION = (1L << 52) - 1;

    private final long[] limbs = new long[LIMBS];

    /**
     * Adds a tally's quantity times dt, exactly.
     *
     * @param tally with settled carries
     * @param quantity ordinal of the quantity
     * @param dt step [s], in [{@link #SMALLEST_DT}, {@link #LARGEST_DT}]
     */
    void addProduct(Tally tally, int quantity, double dt) {
        long bits = Double.doubleToRawLongBits(dt);
        long mantissa = (bits & FRACTION) | (FRACTION + 1);
        int exponent = (int) (bits >>> 52) - DOUBLE_EXPONENT_BIAS;
        int shift = exponent + TALLY_QUANTUM_EXPONENT - QUANTUM_EXPONENT;
        for (int i = 0; i < Tally.DIGITS; i++) {
            long digit = tally.digit(quantity, i);
            if (digit != 0) {
                addShifted(Math.multiplyHigh(digit, mantissa), digit * mantissa, shift + 32 * i);
            }
        }
    }

    // Adds the 128-bit signed integer (high, low) times 2^shift.
    private void addShifted(long high, long low, int shift) {
        int limb = shift >>> 6;
        int bit = shift & 63;
        long word0 = low << bit;
        long word1 = bit == 0 ? high : (high << bit) | (low >>> (64 - bit));
        long word2 = bit == 0 ? high >> 63 : high >> (64 - bit);
        long carry = addWord(limb, word0, 0);
        carry = addWord(limb + 1, word1, carry);
        long extension = high >> 63;
        if (limb + 2 < LIMBS) {
            carry = addWord(limb + 2, word2, carry);
        }
        for (int i = limb + 3; i < LIMBS && extension + carry != 0; i++) {
            carry = addWord(i, extension, carry);
        }
    }

    // Returns the carry out of limb i.
    private long addWord(int i, long word, long carry) {
        long sum = limbs[i] + word;
        long out = Long.compareUnsigned(sum, word) < 0 ? 1 : 0;
        long total = sum + carry;
        out += Long.compareUnsigned(total, sum) < 0 ? 1 : 0;
        limbs[i] = total;
        return out;
    }

    /** Adds another sum exactly. */
    void add(CommittedSum other) {
        long carry = 0;
        for (int i = 0; i < LIMBS; i++) {
            carry = addWord(i, other.limbs[i], carry);
        }
    }

    /** Returns the double nearest to the sum, ties to even. */
    public double value() {
        boolean negative = limbs[LIMBS - 1] < 0;
        int lowest = 0;
        while (lowest < LIMBS && limbs[lowest] == 0) {
            lowest++;
        }
        if (lowest == LIMBS) {
            return 0;
        }
        int top = LIMBS - 1;
        while (magnitude(top, lowest, negative) == 0) {
            top--;
        }
        long leading = magnitude(top, lowest, negative);
        int zeros = Long.numberOfLeadingZeros(leading);
        long next = top > 0 ? magnitude(top - 1, lowest, negative) : 0;
        long bits = zeros == 0 ? leading : (leading << zeros) | (next >>> (64 - zeros));
        boolean more = (zeros == 0 ? next : next << zeros) != 0 || lowest < top - 1;
        long kept = bits >>> 11;
        long rest = bits & 0x7ff;
        if (rest > 0x400 || (rest == 0x400 && (more || (kept & 1) == 1))) {
            kept++;
        }
        double magnitude = Math.scalb((double) kept, 64 * top - zeros + 11 + QUANTUM_EXPONENT);
        return negative ? -magnitude : magnitude;
    }

    // Limb i of the absolute value; below the lowest limb that is not zero, negation changes nothing.
    private long magnitude(int i, int lowest, boolean negative) {
        return !negative || i < lowest ? limbs[i] : i == lowest ? -limbs[i] : ~limbs[i];
    }

    /** Returns the integer, in units of the quantum. */
    public BigInteger quanta() {
        BigInteger integer = BigInteger.valueOf(limbs[LIMBS - 1]);
        for (int i = LIMBS - 2; i >= 0; i--) {
            integer = integer.shiftLeft(64).add(new BigInteger(Long.toUnsignedString(limbs[i])));
        }
        return integer;
    }

    /** Sets the integer, in units of the quantum; it must fit. */
    void quanta(BigInteger integer) {
        for (int i = 0; i < LIMBS; i++) {
            limbs[i] = integer.shiftRight(64 * i).longValue();
        }
    }

    void clear() {
        Arrays.fill(limbs, 0);
    }

    void write(LongBuffer out) {
        out.put(limbs);
    }

    void read(LongBuffer in) {
        in.get(limbs);
    }
}
