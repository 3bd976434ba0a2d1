package org.chiralkick.host.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final int MOMENTUM = Quantity.MOMENTUM_X.ordinal();

    @Test
    void theSumOfNumbersOfAllSizesIsExact() {
        Tally tally = new Tally();
        BigDecimal exact = BigDecimal.ZERO;
        for (double number : numbers(5000, 1)) {
            tally.add(MOMENTUM, number);
            exact = exact.add(exactly(number));
        }
        assertEquals(0, exact.compareTo(value(tally, MOMENTUM)));
    }

    @Test
    void theOrderOfAdditionsDoesNotMatter() {
        List<Double> numbers = numbers(3000, 2);
        Tally forwards = new Tally();
        numbers.forEach(number -> forwards.add(MOMENTUM, number));
        Collections.shuffle(numbers, new Random(3));
        Tally shuffled = new Tally();
        numbers.forEach(number -> shuffled.add(MOMENTUM, number));
        assertEquals(value(forwards, MOMENTUM), value(shuffled, MOMENTUM));
    }

    @Test
    void partialTalliesAddUpToTheWhole() {
        List<Double> numbers = numbers(3000, 4);
        Tally whole = new Tally();
        Tally[] parts = {new Tally(), new Tally(), new Tally()};
        for (int i = 0; i < numbers.size(); i++) {
            whole.add(MOMENTUM, numbers.get(i));
            parts[i % 3].add(MOMENTUM, numbers.get(i));
        }
        parts[0].add(parts[1]);
        parts[0].add(parts[2]);
        assertEquals(value(whole, MOMENTUM), value(parts[0], MOMENTUM));
    }

    @Test
    void aMillionEqualNumbersAreAMillionTimesTheNumber() {
        Tally tally = new Tally();
        for (int i = 0; i < 1_000_000; i++) {
            tally.add(MOMENTUM, 0.1);
            tally.add(Quantity.ENERGY.ordinal(), -0x1.fffffffffffffp511);
        }
        BigDecimal million = BigDecimal.valueOf(1_000_000);
        assertEquals(0, exactly(0.1).multiply(million).compareTo(value(tally, MOMENTUM)));
        BigDecimal largest = exactly(-0x1.fffffffffffffp511).multiply(million);
        assertEquals(0, largest.compareTo(value(tally, Quantity.ENERGY.ordinal())));
    }

    @Test
    void whatIsSubtractedAgainLeavesNothing() {
        Tally tally = new Tally();
        List<Double> numbers = numbers(1000, 5);
        numbers.forEach(number -> tally.add(MOMENTUM, number));
        numbers.forEach(number -> tally.add(MOMENTUM, -number));
        assertEquals(0, value(tally, MOMENTUM).signum());
    }

    @Test
    void aNumberBelowTheQuantumIsRoundedToItByItself() {
        Tally tally = new Tally();
        tally.add(MOMENTUM, 0x1.8p-256);
        tally.add(MOMENTUM, 0x0.4p-256);
        tally.add(MOMENTUM, -0x2.cp-256);
        tally.add(MOMENTUM, Double.MIN_VALUE);
        assertEquals(0, exactly(-0x1p-256).compareTo(value(tally, MOMENTUM)));
    }

    @Test
    void quantitiesDoNotTouchEachOther() {
        Tally tally = new Tally();
        for (int q = 0; q < Quantity.COUNT; q++) {
            tally.add(q, q % 2 == 0 ? q + 1 : -q - 1);
        }
        for (int q = 0; q < Quantity.COUNT; q++) {
            assertEquals(q % 2 == 0 ? q + 1 : -q - 1, value(tally, q).doubleValue());
        }
    }

    @Test
    void zerosLeaveItEmptyAndClearingEmptiesIt() {
        Tally tally = new Tally();
        tally.add(MOMENTUM, 0.0);
        tally.add(MOMENTUM, -0.0);
        assertTrue(tally.isEmpty());
        tally.add(MOMENTUM, 1);
        assertFalse(tally.isEmpty());
        tally.clear();
        assertTrue(tally.isEmpty());
        assertEquals(0, value(tally, MOMENTUM).signum());
    }

    static List<Double> numbers(int count, long seed) {
        Random random = new Random(seed);
        List<Double> numbers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            numbers.add((random.nextDouble() - 0.5) * Math.scalb(1.0, random.nextInt(700) - 200));
        }
        return numbers;
    }

    static BigDecimal value(Tally tally, int quantity) {
        tally.settleCarries();
        BigDecimal digitBase = exactly(0x1p32);
        BigDecimal value = BigDecimal.ZERO;
        for (int i = Tally.DIGITS - 1; i >= 0; i--) {
            value = value.multiply(digitBase).add(BigDecimal.valueOf(tally.digit(quantity, i)));
        }
        return value.multiply(exactly(0x1p-256));
    }

    static BigDecimal exactly(double number) {
        return new BigDecimal(number);
    }
}
