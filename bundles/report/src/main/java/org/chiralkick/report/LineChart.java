package org.chiralkick.report;

import java.util.List;

/**
 * Quantities of one unit against a common abscissa.
 *
 * @param id name within the page
 * @param title heading
 * @param caption how to read it
 * @param x abscissa
 * @param y ordinate
 * @param at abscissas of the points, increasing
 * @param lines the quantities; at most {@link Palette#LINES}
 * @param marks abscissas worth a line of their own
 */
public record LineChart(
        String id, String title, String caption, Axis x, Axis y, List<Double> at, List<Line> lines, List<Mark> marks)
        implements Block {
    /**
     * One quantity.
     *
     * @param name what it is
     * @param values a value for each abscissa; NaN leaves a gap
     */
    public record Line(String name, List<Double> values) {
        /** Keeps its own copy. */
        public Line {
            values = List.copyOf(values);
        }
    }

    /**
     * An abscissa worth a line of its own.
     *
     * @param at where
     * @param label what is there
     */
    public record Mark(double at, String label) {}

    /** Keeps its own copies; refuses lines of another length than the abscissas, and more lines than there are styles. */
    public LineChart {
        at = List.copyOf(at);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        for (Line line : lines) {
            if (line.values().size() != at.size()) {
                throw new IllegalArgumentException("line '" + line.name() + "' of chart " + id + " has "
                        + line.values().size() + " values for " + at.size() + " abscissas");
            }
        }
        if (lines.size() > Palette.LINES) {
            throw new IllegalArgumentException(
                    "chart " + id + " has " + lines.size() + " lines; at most " + Palette.LINES + " can be told apart");
        }
    }
}
