package org.chiralkick.report;

/**
 * A quantity along an axis.
 *
 * @param label name of the quantity
 * @param unit its unit, empty for a pure number
 * @param logarithmic whether equal distances are equal ratios; then only values {@code > 0} are drawn
 */
public record Axis(String label, String unit, boolean logarithmic) {
    /** Returns an axis on which equal distances are equal differences. */
    public static Axis linear(String label, String unit) {
        return new Axis(label, unit, false);
    }

    /** Returns an axis on which equal distances are equal ratios. */
    public static Axis logarithmic(String label, String unit) {
        return new Axis(label, unit, true);
    }

    /** Returns {@code "label [unit]"}, or the label alone. */
    public String title() {
        return unit.isEmpty() ? label : label + " [" + unit + "]";
    }
}
