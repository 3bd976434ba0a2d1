package org.chiralkick.table;

import java.util.Locale;

/** Numbers as a reader wants them in a table: a few digits, the exponent short. */
public final class Numbers {
    private static final double PLAIN_FROM = 1e-3;
    private static final double PLAIN_TO = 1e5;

    private Numbers() {}

    /** Returns the number with four significant digits. */
    public static String of(double value) {
        return of(value, 4);
    }

    /**
     * Returns the number rounded to significant digits: {@code "16.90"}, {@code "5.916e-3"}, {@code "1e12"}. Trailing zeros of a
     * mantissa with an exponent are dropped.
     *
     * @param digits significant digits, {@code >= 1}
     */
    public static String of(double value, int digits) {
        if (value == 0) {
            return "0";
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.toString(value).toLowerCase(Locale.ROOT);
        }
        String scientific = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
        double rounded = Double.parseDouble(scientific);
        if (Math.abs(rounded) >= PLAIN_FROM && Math.abs(rounded) < PLAIN_TO) {
            int exponent = exponent(scientific);
            return String.format(Locale.ROOT, "%." + Math.max(0, digits - 1 - exponent) + "f", rounded);
        }
        String mantissa = scientific.substring(0, scientific.indexOf('e'));
        if (mantissa.indexOf('.') >= 0) {
            mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return mantissa + "e" + exponent(scientific);
    }

    /** Returns the number as a person would have typed it: {@code "10"}, {@code "0.001"}, {@code "1e12"}, {@code "3e33"}. */
    public static String given(double value) {
        if (value == Math.rint(value) && Math.abs(value) < PLAIN_TO) {
            return Long.toString((long) value);
        }
        if (Math.abs(value) >= PLAIN_FROM && Math.abs(value) < PLAIN_TO) {
            return Double.toString(value);
        }
        return Double.toString(value).replace("E", "e").replace(".0e", "e").replaceAll("\\.0$", "");
    }

    private static int exponent(String scientific) {
        return Integer.parseInt(scientific.substring(scientific.indexOf('e') + 1));
    }
}
