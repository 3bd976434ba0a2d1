package org.chiralkick.host.internal.derivation;

/**
 * Marks zones whose numbers physics does not allow. A mark is a positive number or NaN in {@code check}, which is 0 for a valid
 * zone: 0 times a finite number is 0, 0 times anything else is NaN, and x + |x| is positive where x is; so a check is an addition
 * without a branch.
 *
 * <p>The loops have a shape that C2 vectorises. All columns have the same index. The mask changes no index but tells the compiler that
 * it is in the range of every array, without which a loop over more than seven columns is left scalar. Sums are written as fused
 * multiply-adds, because two summands that are products both get mixed up when C2 looks for what to do at once.
 */
public final class ZoneCheck {
    private static final int LARGEST_INDEX = (1 << 30) - 1;

    /** Columns checked in one pass: as many as C2 vectorises. */
    private static final int AT_ONCE = 8;

    private ZoneCheck() {}

    /** Marks zones in which one of the first {@code n} columns is not finite. */
    public static void finite(double[][] columns, int n, int first, int end, double[] check) {
        int last = n - 1;
        for (int j = 0; j < n; j += AT_ONCE) {
            // Where columns are left over the last one is checked again.
            finite(
                    columns[j],
                    columns[Math.min(j + 1, last)],
                    columns[Math.min(j + 2, last)],
                    columns[Math.min(j + 3, last)],
                    columns[Math.min(j + 4, last)],
                    columns[Math.min(j + 5, last)],
                    columns[Math.min(j + 6, last)],
                    columns[Math.min(j + 7, last)],
                    first,
                    end,
                    check);
        }
    }

    private static void finite(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double[] e,
            double[] f,
            double[] g,
            double[] h,
            int from,
            int to,
            double[] check) {
        int end = to & LARGEST_INDEX;
        for (int i = from & LARGEST_INDEX; i < end; i++) {
            double four = Math.fma(a[i], 0, Math.fma(b[i], 0, Math.fma(c[i], 0, d[i] * 0)));
            double eight = Math.fma(e[i], 0, Math.fma(f[i], 0, Math.fma(g[i], 0, Math.fma(h[i], 0, four))));
            check[i] += eight;
        }
    }

    /** Marks zones with a number outside of {@code [low, high]}. */
    public static void within(double low, double high, double[] column, int from, int to, double[] check) {
        int end = to & LARGEST_INDEX;
        for (int i = from & LARGEST_INDEX; i < end; i++) {
            double below = low - column[i];
            double above = column[i] - high;
            double outside = Math.fma(1, below, Math.abs(below));
            check[i] = Math.fma(1, outside, Math.fma(1, check[i], above + Math.abs(above)));
        }
    }

    /** Returns whether no zone is marked. Four sums, because one would wait for each addition. */
    public static boolean allValid(double[] check, int from, int to) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = from;
        for (; i < to - 3; i += 4) {
            a += check[i];
            b += check[i + 1];
            c += check[i + 2];
            d += check[i + 3];
        }
        for (; i < to; i++) {
            a += check[i];
        }
        return a + b + (c + d) == 0;
    }

    /** Returns whether no zone has a flag. */
    public static boolean noneFlagged(long[] flags, int from, int to) {
        long any = 0;
        for (int i = from; i < to; i++) {
            any |= flags[i];
        }
        return any == 0;
    }
}
