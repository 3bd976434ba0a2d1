package org.chiralkick.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "16.904130, 16.90",
        "-294.489318, -294.5",
        "1e12, 1e12",
        "5.9157e-4, 5.916e-4",
        "0.0059157, 0.005916",
        "99999, 1e5",
        "9999.96, 10000",
        "1.2344e54, 1.234e54",
        "NaN, nan",
        "-Infinity, -infinity",
    })
    void numbersShowFourSignificantDigits(double value, String text) {
        assertEquals(text, Numbers.of(value));
    }

    @ParameterizedTest
    @CsvSource({
        "10, 10",
        "1e12, 1e12",
        "3e33, 3e33",
        "1.5, 1.5",
        "0.001, 0.001",
        "1234567, 1234567",
        "-30, -30",
        "1e-4, 1e-4"
    })
    void givenNumbersLookAsTheyWereTyped(double value, String text) {
        assertEquals(text, Numbers.given(value));
    }

    @Test
    void tablesAlignTheirColumns() {
        TextTable table = new TextTable("  ", "lr").row("speed", "12.5").row("v", "-3");
        assertEquals("  speed  12.5\n  v        -3\n", table.toString());
        assertThrows(IllegalArgumentException.class, () -> table.row("a", "b", "c"));
    }
}
