package org.chiralkick.host.internal.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CommittedSumTest {
    private static final BigDecimal QUANTUM = new BigDecimal(BigInteger.ONE)
            .divide(new BigDecimal(BigInteger.ONE.shiftLeft(-CommittedSum.QUANTUM_EXPONENT)));

    @Test
    void stepsTimesTheirDtAddUpExactly() {
        Random random = new Random(7);
        CommittedSum sum = new CommittedSum();
        BigDecimal exact = BigDecimal.ZERO;
        for (int step = 0; step < 300; step++) {
            Tally tally = new Tally();
            TallyTest.numbers(20, step).forEach(number -> tally.add(0, number));
            double dt = (1 + random.nextDouble()) * Math.pow(10, -42 + random.nextInt(71));
            sum.addProduct(settled(tally), 0, dt);
            exact = exact.add(TallyTest.value(tally, 0).multiply(new BigDecimal(dt)));
        }
        assertEquals(0, exact.compareTo(value(sum)));
    }

    @Test
    void theSmallestAndTheLargestProductFit() {
        for (double dt : new double[] {CommittedSum.SMALLEST_DT, CommittedSum.LARGEST_DT}) {
            for (double number : new double[] {0x1p-256, -0x1p-256, 0x1.fffffffffffffp511, -0x1.fffffffffffffp511}) {
                Tally tally = new Tally();
                tally.add(0, number);
                CommittedSum sum = new CommittedSum();
                sum.addProduct(settled(tally), 0, dt);
                BigDecimal exact = new BigDecimal(number).multiply(new BigDecimal(dt));
                assertEquals(0, exact.compareTo(value(sum)), number + " times " + dt);
                assertEquals(exact.doubleValue(), sum.value());
            }
        }
    }

    @Test
    void theValueIsTheNearestDouble() {
        Random random = new Random(11);
        CommittedSum sum = new CommittedSum();
        for (int i = 0; i < 2000; i++) {
            BigInteger quanta = new BigInteger(1 + random.nextInt(1140), random);
            sum.quanta(random.nextBoolean() ? quanta : quanta.negate());
            assertEquals(value(sum).doubleValue(), sum.value());
        }
    }

    @Test
    void tiesGoToTheEvenDouble() {
        CommittedSum sum = new CommittedSum();
        BigInteger odd = BigInteger.ONE.shiftLeft(53).add(BigInteger.ONE).shiftLeft(500);
        for (BigInteger tie : new BigInteger[] {odd, odd.add(BigInteger.TWO.shiftLeft(500)), odd.add(BigInteger.ONE)}) {
            sum.quanta(tie);
            assertEquals(value(sum).doubleValue(), sum.value());
            sum.quanta(tie.negate());
            assertEquals(value(sum).doubleValue(), sum.value());
        }
    }

    @Test
    void sumsAddExactlyWithEitherSign() {
        Random random = new Random(13);
        for (int i = 0; i < 500; i++) {
            BigInteger a = new BigInteger(1100, random).subtract(new BigInteger(1100, random));
            BigInteger b = new BigInteger(1100, random).subtract(new BigInteger(1100, random));
            CommittedSum first = new CommittedSum();
            first.quanta(a);
            CommittedSum second = new CommittedSum();
            second.quanta(b);
            first.add(second);
            assertEquals(a.add(b), first.quanta());
        }
    }

    private static Tally settled(Tally tally) {
        tally.settleCarries();
        return tally;
    }

    private static BigDecimal value(CommittedSum sum) {
        return new BigDecimal(sum.quanta()).multiply(QUANTUM);
    }
}
