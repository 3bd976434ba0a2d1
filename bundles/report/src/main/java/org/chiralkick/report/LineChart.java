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
 * @param clouds single points behind the lines, as of measurements; lines and clouds together at most {@link Palette#LINES}
 */
public record LineChart(
        String id,
        String title,
        String caption,
        Axis x,
        Axis y,
        List<Double> at,
        List<Line> lines,
        List<Mark> marks,
        List<Cloud> clouds)
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
     * @param label what is there; empty where the next mark speaks for both
     */
    public record Mark(double at, String label) {}

    /**
     * Points that no line joins.
     *
     * @param name what they are
     * @param at abscissa of each point
     * @param values ordinate of each point
     */
    public record Cloud(String name, List<Double> at, List<Double> values) {
        /** Keeps its own copies; refuses lists of different lengths. */
        public Cloud {
            at = List.copyOf(at);
            values = List.copyOf(values);
            if (at.size() != values.size()) {
                throw new IllegalArgumentException(
                        "cloud '" + name + "' has " + values.size() + " values for " + at.size() + " abscissas");
            }
        }
    }

    /** Makes a chart of lines alone. */
    public LineChart(
            String id,
            String title,
            String caption,
            Axis x,
            Axis y,
            List<Double> at,
            List<Line> lines,
            List<Mark> marks) {
        this(id, title, caption, x, y, at, lines, marks, List.of());
    }

    /** Keeps its own copies; refuses lines of another length than the abscissas, and more lines than there are styles. */
    public LineChart {
        at = List.copyOf(at);
        lines = List.copyOf(lines);
        marks = List.copyOf(marks);
        clouds = List.copyOf(clouds);
        for (Line line : lines) {
            if (line.values().size() != at.size()) {
                throw new IllegalArgumentException("line '" + line.name() + "' of chart " + id + " has "
                        + line.values().size() + " values for " + at.size() + " abscissas");
            }
        }
        if (lines.size() + clouds.size() > Palette.LINES) {
            throw new IllegalArgumentException("chart " + id + " has " + (lines.size() + clouds.size())
                    + " lines and clouds; at most " + Palette.LINES + " can be told apart");
        }
    }
}
