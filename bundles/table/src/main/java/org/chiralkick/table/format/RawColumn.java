package org.chiralkick.table.format;

import org.jspecify.annotations.Nullable;

/**
 * A column as its file has it. The values are not copied: who makes a column gives them away.
 *
 * @param name the name in the file: "logT", "R (km)"
 * @param unit the unit that the file or the format's definition states for the column: "K", "log10 K", "g/cm3"; null where neither does
 * @param values the values in the order of the file; NaN where there is none
 */
public record RawColumn(String name, @Nullable String unit, double[] values) {}
