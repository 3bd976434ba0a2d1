package org.chiralkick.report;

import java.util.List;

/**
 * Colours and line styles that people with any kind of colour vision tell apart, on paper without colour too.
 *
 * <p>Colours: Okabe and Ito 2008, "Color Universal Design", without their yellow, which is too light for lines.
 */
public final class Palette {
    /** How many lines of one chart can be told apart. */
    public static final int LINES = 6;

    /** Colours of lines, as {@code #rrggbb}. */
    public static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9");

    /** Dashes of lines: lengths of stroke and gap in line widths; empty for a solid line. */
    public static final List<List<Integer>> DASHES =
            List.of(List.of(), List.of(6, 3), List.of(2, 2), List.of(8, 3, 2, 3), List.of(12, 4), List.of(1, 3));

    /** End of the scale of a map for values {@code < 0}. */
    public static final String NEGATIVE = "#0072b2";

    /** Middle of the scale of a map, for 0. */
    public static final String ZERO = "#f7f7f7";

    /** End of the scale of a map for values {@code > 0}. */
    public static final String POSITIVE = "#d55e00";

    private Palette() {}
}
