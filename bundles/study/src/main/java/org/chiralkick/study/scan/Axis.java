package org.chiralkick.study.scan;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * One input that varies, with its values.
 *
 * @param key option of {@code chiralkick run} without its dashes, such as {@code field}, or a closure or parameter of the
 *     mechanism
 * @param values the values, at least one, as they would be typed
 */
public record Axis(String key, List<String> values) {
    private static final int MOST_VALUES = 100_000;

    /** Keeps its own copy. */
    public Axis {
        values = List.copyOf(values);
    }

    /**
     * Reads {@code KEY=a,b,c}, {@code KEY=from:to:n} (n values, evenly spaced, ends included) or {@code KEY=from:to:n:log}.
     *
     * @throws IllegalArgumentException with what is wrong and an example
     */
    public static Axis parse(String text) {
        int equals = text.indexOf('=');
        String key = equals < 0 ? "" : text.substring(0, equals).strip();
        String values = text.substring(equals + 1).strip();
        if (key.isEmpty() || values.isEmpty()) {
            throw new IllegalArgumentException("axis is '" + text
                    + "'; must be like field=1e11:1e15:9:log, spin-period=" + "0.01,0.1 or recoil=lambert,radial-net");
        }
        // A file name may hold a colon; a range is numbers only.
        return new Axis(key, isRange(values) ? range(key, values.split(":")) : List.of(values.split("\\s*,\\s*")));
    }

    private static boolean isRange(String values) {
        return values.matches("[-+.0-9eE]+:[-+.0-9eE]+:.*");
    }

    private static List<String> range(String key, String[] parts) {
        boolean logarithmic = parts.length == 4 && parts[3].equals("log");
        if (parts.length != 3 && !logarithmic) {
            throw new IllegalArgumentException(
                    "range of " + key + " is '" + String.join(":", parts) + "'; must be from:to:n or from:to:n:log");
        }
        double from = Double.parseDouble(parts[0]);
        double to = Double.parseDouble(parts[1]);
        int count = count(key, parts[2]);
        if (logarithmic && !(from > 0 && to > 0)) {
            throw new IllegalArgumentException("logarithmic range of " + key + " goes from " + parts[0] + " to "
                    + parts[1] + "; both must be > 0");
        }
        return IntStream.range(0, count)
                .mapToObj(i -> text(value(from, to, count, i, logarithmic)))
                .toList();
    }

    private static double value(double from, double to, int count, int i, boolean logarithmic) {
        if (i == 0 || count == 1) {
            return from;
        }
        if (i == count - 1) {
            return to;
        }
        double part = (double) i / (count - 1);
        return logarithmic ? from * Math.pow(to / from, part) : from + part * (to - from);
    }

    private static int count(String key, String text) {
        if (!text.matches("[0-9]{1,6}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MOST_VALUES) {
            throw new IllegalArgumentException("number of values of " + key + " is '" + text
                    + "'; must be a whole number in [1, " + MOST_VALUES + "]");
        }
        return Integer.parseInt(text);
    }

    /** Six digits are enough to tell neighbours apart, and short enough to read; what is written is what is used. */
    private static String text(double value) {
        return String.format(Locale.ROOT, "%.6g", value)
                .replaceAll("0+e", "e")
                .replaceAll("\\.e", "e")
                .replace("e+", "e");
    }
}
