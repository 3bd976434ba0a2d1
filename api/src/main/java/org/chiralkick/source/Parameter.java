package org.chiralkick.source;

import java.util.Objects;

/**
 * A number that a mechanism takes; immutable.
 *
 * @param name as configurations and results show it, such as {@code "strength"}: lower case letters, digits and hyphens; not
 *     {@code recoil}, {@code recoil-form}, {@code preset} or {@code bundle}
 * @param unit unit of its values, such as {@code "MeV"}; {@code "1"} for a pure number
 * @param range what it may be, in that unit
 * @param defaultValue what it is where nobody gives it, within the range; NaN where it is then left out, and {@code meaning} says
 *     what stands for it
 * @param meaning what it is, a sentence in one line
 */
public record Parameter(String name, String unit, Range range, double defaultValue, String meaning) {
    /**
     * Checks all parts.
     *
     * @throws IllegalArgumentException if the name is ill-formed, unit or meaning is blank, or the default is out of range
     */
    public Parameter {
        DeclaredNames.require("parameter", name);
        DeclaredNames.requireFree("parameter", name);
        DeclaredNames.requireSentence("unit of parameter " + name, unit);
        DeclaredNames.requireSentence("parameter " + name, meaning);
        Objects.requireNonNull(range, "range");
        if (!Double.isNaN(defaultValue) && !range.contains(defaultValue)) {
            throw new IllegalArgumentException("default of parameter " + name + " is " + defaultValue + " " + unit
                    + "; must be " + range + ", or NaN for none");
        }
    }

    /** Returns whether there is a value where nobody gives one. */
    public boolean hasDefault() {
        return !Double.isNaN(defaultValue);
    }

    /** Returns what a value must be, with its unit, such as {@code "a number of MeV > 0"}. */
    public String requirement() {
        return (unit.equals("1") ? "a number " : "a number of " + unit + " ") + range;
    }

    /**
     * An interval of finite numbers.
     *
     * @param least lower end; minus infinity for none
     * @param leastIncluded whether the lower end itself is allowed
     * @param most upper end, not below {@code least}; infinity for none
     * @param mostIncluded whether the upper end itself is allowed
     */
    public record Range(double least, boolean leastIncluded, double most, boolean mostIncluded) {
        /**
         * Checks that there is a number in it.
         *
         * @throws IllegalArgumentException if there is none
         */
        public Range {
            boolean some = least < most || (least == most && leastIncluded && mostIncluded && Double.isFinite(least));
            if (!some) {
                throw new IllegalArgumentException("range from " + least + " to " + most + " holds no number");
            }
        }

        /** Returns {@code [least, most]}. */
        public static Range closed(double least, double most) {
            return new Range(least, true, most, true);
        }

        /** Returns all finite numbers {@code > 0}. */
        public static Range positive() {
            return new Range(0, false, Double.POSITIVE_INFINITY, false);
        }

        /** Returns all finite numbers {@code >= 0}. */
        public static Range notNegative() {
            return new Range(0, true, Double.POSITIVE_INFINITY, false);
        }

        /** Returns all finite numbers. */
        public static Range finite() {
            return new Range(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);
        }

        /** Returns whether a finite number lies in the interval. */
        public boolean contains(double value) {
            return Double.isFinite(value)
                    && (leastIncluded ? value >= least : value > least)
                    && (mostIncluded ? value <= most : value < most);
        }

        /** Returns the interval as a message says it: {@code "> 0"}, {@code "in [0, 10]"}. */
        @Override
        public String toString() {
            boolean below = least == Double.NEGATIVE_INFINITY;
            boolean above = most == Double.POSITIVE_INFINITY;
            if (below && above) {
                return "that is finite";
            }
            if (above) {
                return (leastIncluded ? ">= " : "> ") + shown(least);
            }
            if (below) {
                return (mostIncluded ? "<= " : "< ") + shown(most);
            }
            return "in " + (leastIncluded ? "[" : "(") + shown(least) + ", " + shown(most) + (mostIncluded ? "]" : ")");
        }

        private static String shown(double end) {
            String text = Double.toString(end);
            return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        }
    }
}
