package org.chiralkick.host.internal.block;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.OR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/** Scans with vectors, four sums at a time, because one would wait for each addition. */
final class VectorPieceScan implements PieceScan {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public boolean allFinite(double[][] columns, int n, int first, int end) {
        double sum = 0;
        int last = n - 1;
        for (int j = 0; j < n; j += 4) {
            // Where columns are left over the last one is looked at again.
            sum += zeroIfFinite(
                    columns[j],
                    columns[Math.min(j + 1, last)],
                    columns[Math.min(j + 2, last)],
                    columns[Math.min(j + 3, last)],
                    first,
                    end);
        }
        return sum == 0;
    }

    /** 0 times a finite number is 0, 0 times anything else is NaN. */
    private static double zeroIfFinite(double[] a, double[] b, double[] c, double[] d, int first, int end) {
        DoubleVector zero = DoubleVector.zero(DOUBLES);
        DoubleVector sumA = zero;
        DoubleVector sumB = zero;
        DoubleVector sumC = zero;
        DoubleVector sumD = zero;
        int i = first;
        for (; i <= end - LANES; i += LANES) {
            sumA = DoubleVector.fromArray(DOUBLES, a, i).fma(zero, sumA);
            sumB = DoubleVector.fromArray(DOUBLES, b, i).fma(zero, sumB);
            sumC = DoubleVector.fromArray(DOUBLES, c, i).fma(zero, sumC);
            sumD = DoubleVector.fromArray(DOUBLES, d, i).fma(zero, sumD);
        }
        double sum = sumA.add(sumB).add(sumC.add(sumD)).reduceLanes(ADD);
        for (; i < end; i++) {
            sum += 0 * a[i] + 0 * b[i] + (0 * c[i] + 0 * d[i]);
        }
        return sum;
    }

    /** x + |x| is positive where x is. */
    @Override
    public boolean allWithin(double low, double high, double[] column, int first, int end) {
        DoubleVector outside = DoubleVector.zero(DOUBLES);
        int i = first;
        for (; i <= end - LANES; i += LANES) {
            DoubleVector x = DoubleVector.fromArray(DOUBLES, column, i);
            DoubleVector below = x.neg().add(low);
            DoubleVector above = x.sub(high);
            outside = outside.add(below.add(below.abs())).add(above.add(above.abs()));
        }
        boolean within = outside.reduceLanes(ADD) == 0;
        for (; i < end; i++) {
            within &= column[i] >= low && column[i] <= high;
        }
        return within;
    }

    @Override
    public boolean allZero(long[] flags, int first, int end) {
        LongVector any = LongVector.zero(LONGS);
        int i = first;
        for (; i <= end - LANES; i += LANES) {
            any = any.or(LongVector.fromArray(LONGS, flags, i));
        }
        long rest = any.reduceLanes(OR);
        for (; i < end; i++) {
            rest |= flags[i];
        }
        return rest == 0;
    }
}
