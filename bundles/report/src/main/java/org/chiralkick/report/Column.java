package org.chiralkick.report;

import java.util.Arrays;
import java.util.List;

/**
 * Numbers of one quantity, for other programs.
 *
 * @param name name with the unit as suffix, as in {@code "time_s"}
 * @param unit the unit, empty for a pure number
 * @param describes what the quantity is
 * @param whole whether all values are whole numbers
 * @param values the values; NaN where there is none
 */
public record Column(String name, String unit, String describes, boolean whole, List<Double> values) {
    /** Keeps its own copy. */
    public Column {
        values = List.copyOf(values);
    }

    /** Returns a column of real numbers. */
    public static Column of(String name, String unit, String describes, double[] values) {
        return new Column(
                name, unit, describes, false, Arrays.stream(values).boxed().toList());
    }

    /** Returns a column of whole numbers, each at most 2^53 in size. */
    public static Column whole(String name, String unit, String describes, long[] values) {
        return new Column(
                name,
                unit,
                describes,
                true,
                Arrays.stream(values).mapToObj(value -> (double) value).toList());
    }
}
