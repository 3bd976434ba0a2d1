package org.chiralkick.star.field;

import java.util.Locale;

/** How settings are refused: what, its value and unit, and what it must be. */
public final class Settings {
    private Settings() {}

    public static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            String number = unit.isEmpty() ? String.valueOf(value) : value + " " + unit;
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is %s; must be %s", what, number, range));
        }
    }
}
