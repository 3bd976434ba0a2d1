package org.chiralkick.host.block;

import org.chiralkick.source.ZoneField;

/**
 * Marks zones whose numbers physics does not allow. A mark is NaN in {@code check}, which is 0 for a valid zone: 0 times a finite
 * number is 0, 0 times anything else is NaN, so a check is an addition and the loops vectorise.
 */
final class ZoneCheck {
    private ZoneCheck() {}

    /** Marks zones in which one of the first {@code n} columns is not finite; four columns a loop, which is what vectorises best. */
    static void finite(double[][] columns, int n, int first, int count, double[] check) {
        int j = 0;
        for (; j + 4 <= n; j += 4) {
            finite(columns[j], columns[j + 1], columns[j + 2], columns[j + 3], first, count, check);
        }
        for (; j < n; j++) {
            finite(columns[j], first, count, check);
        }
    }

    /** Marks zones in which a column is not finite. */
    static void finite(double[] column, int first, int count, double[] check) {
        for (int i = 0; i < count; i++) {
            check[i] += column[first + i] * 0;
        }
    }

    private static void finite(double[] a, double[] b, double[] c, double[] d, int first, int count, double[] check) {
        for (int i = 0; i < count; i++) {
            check[i] += (a[first + i] * 0 + b[first + i] * 0) + (c[first + i] * 0 + d[first + i] * 0);
        }
    }

    /** Marks zones with T &lt; 0, rho &lt;= 0 or Y_e outside [0, 1]; other fields may have any value. */
    static void domain(ZoneField field, double[] column, int first, int count, double[] check) {
        switch (field) {
            case TEMPERATURE -> within(0, Double.MAX_VALUE, column, first, count, check);
            case DENSITY -> within(Double.MIN_VALUE, Double.MAX_VALUE, column, first, count, check);
            case ELECTRON_FRACTION -> within(0, 1, column, first, count, check);
            default -> {}
        }
    }

    private static void within(double low, double high, double[] column, int first, int count, double[] check) {
        for (int i = 0; i < count; i++) {
            double number = column[first + i];
            if (!(number >= low && number <= high)) {
                check[i] = Double.NaN;
            }
        }
    }
}
