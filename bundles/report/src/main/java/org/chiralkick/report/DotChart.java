package org.chiralkick.report;

import java.util.List;

/**
 * What a quantity would be under each of several choices, in groups, on one logarithmic scale. It reaches {@link #DECADES} below the
 * largest; 0 and what is less than that sit at its lower end.
 *
 * @param id name within the page
 * @param title heading
 * @param caption how to read it
 * @param value the quantity
 * @param dots the choices, those of a group together
 */
public record DotChart(String id, String title, String caption, Axis value, List<Dot> dots) implements Block {
    /** How far the scale reaches below the largest value, in powers of ten. */
    public static final int DECADES = 6;

    /**
     * One choice.
     *
     * @param group what is chosen
     * @param name the choice
     * @param value the quantity under it, {@code >= 0}
     * @param inForce whether this is the choice that made the result
     * @param meaning what the choice assumes
     */
    public record Dot(String group, String name, double value, boolean inForce, String meaning) {
        /** Refuses a value that has no place on the scale. */
        public Dot {
            if (!(value >= 0) || Double.isInfinite(value)) {
                throw new IllegalArgumentException(
                        "value of " + group + " " + name + " is " + value + "; must be finite and >= 0");
            }
        }
    }

    /** Keeps its own copy. */
    public DotChart {
        dots = List.copyOf(dots);
    }
}
