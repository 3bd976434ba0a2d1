package org.chiralkick.star.profile;

import java.util.Arrays;

/** One quantity against radius, linear between the rows where it is finite. */
final class ProfileColumn {
    private final double[] radius;
    private final double[] value;

    /**
     * @param radius radii of the rows [cm], increasing
     * @param value values of the rows, NaN where there is none
     */
    ProfileColumn(double[] radius, double[] value) {
        double[] finiteRadius = new double[radius.length];
        double[] finiteValue = new double[radius.length];
        int count = 0;
        for (int i = 0; i < radius.length; i++) {
            if (Double.isFinite(value[i])) {
                finiteRadius[count] = radius[i];
                finiteValue[count++] = value[i];
            }
        }
        this.radius = Arrays.copyOf(finiteRadius, count);
        this.value = Arrays.copyOf(finiteValue, count);
    }

    /** Returns the value at a radius [cm], NaN outside the finite rows. */
    double at(double r) {
        int i = interval(r);
        if (i < 0) {
            return Double.NaN;
        }
        if (r == radius[i]) {
            return value[i];
        }
        double part = (r - radius[i]) / (radius[i + 1] - radius[i]);
        return value[i] + part * (value[i + 1] - value[i]);
    }

    /** Returns the slope per cm of the row interval that holds a radius [cm], NaN outside the finite rows. */
    double slope(double r) {
        int i = interval(r);
        if (i < 0 || radius.length < 2) {
            return Double.NaN;
        }
        int j = Math.min(i, radius.length - 2);
        return (value[j + 1] - value[j]) / (radius[j + 1] - radius[j]);
    }

    /** Returns the outermost radius [cm] where the quantity equals a level, NaN where it never does. */
    double outermostRadiusOf(double level) {
        for (int i = radius.length - 1; i >= 0; i--) {
            if (value[i] == level) {
                return radius[i];
            }
            if (i > 0 && (value[i - 1] - level) * (value[i] - level) < 0) {
                return radius[i] + (level - value[i]) / (value[i - 1] - value[i]) * (radius[i - 1] - radius[i]);
            }
        }
        return Double.NaN;
    }

    /** Returns the least finite value, NaN where there is none. */
    double least() {
        return Arrays.stream(value).min().orElse(Double.NaN);
    }

    /** Returns the greatest finite value, NaN where there is none. */
    double greatest() {
        return Arrays.stream(value).max().orElse(Double.NaN);
    }

    /** Returns the row whose interval to the next holds r; -1 outside. */
    private int interval(double r) {
        if (radius.length == 0 || !(r >= radius[0]) || !(r <= radius[radius.length - 1])) {
            return -1;
        }
        int found = Arrays.binarySearch(radius, r);
        return found >= 0 ? found : -found - 2;
    }
}
