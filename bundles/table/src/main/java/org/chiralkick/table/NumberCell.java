package org.chiralkick.table;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** A number as the text of one cell. */
final class NumberCell {
    /** Decimal numbers, with the D of Fortran allowed in the exponent; not Java's hexadecimal or suffixed forms. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eEdD][+-]?\\d+)?");

    private NumberCell() {}

    /** Returns the value of a decimal number, {@code nan}, or a signed {@code inf}; empty for anything else. */
    static OptionalDouble parse(String cell) {
        if (DECIMAL.matcher(cell).matches()) {
            return OptionalDouble.of(Double.parseDouble(cell.replace('d', 'e').replace('D', 'e')));
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "nan", "+nan", "-nan" -> OptionalDouble.of(Double.NaN);
            case "inf", "+inf", "infinity", "+infinity" -> OptionalDouble.of(Double.POSITIVE_INFINITY);
            case "-inf", "-infinity" -> OptionalDouble.of(Double.NEGATIVE_INFINITY);
            default -> OptionalDouble.empty();
        };
    }
}
