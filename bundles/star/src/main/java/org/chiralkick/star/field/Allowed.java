package org.chiralkick.star.field;

import java.util.Locale;

/** What a setting may be: anything else is refused with what it is, its value and unit, and what is allowed. */
public final class Allowed {
    private Allowed() {}

    public static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            String number = unit.isEmpty() ? String.valueOf(value) : value + " " + unit;
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is %s; must be %s", what, number, range));
        }
    }
}
