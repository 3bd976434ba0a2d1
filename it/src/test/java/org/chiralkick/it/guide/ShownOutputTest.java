package org.chiralkick.it.guide;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShownOutputTest {
    @Test
    void numbersAgreeToTheDigitsShown() {
        assertTrue(ShownOutput.sameLine("kick 0.0762 km/s", "kick   0.0762 km/s"));
        assertTrue(ShownOutput.sameLine("kick 0.0762 km/s", "kick 0.0763 km/s"));
        assertFalse(ShownOutput.sameLine("kick 0.0762 km/s", "kick 0.0764 km/s"));
        assertTrue(ShownOutput.sameLine("4.231e52 erg", "4.2305e52 erg"));
        assertFalse(ShownOutput.sameLine("4.231e52 erg", "4.231e51 erg"));
    }

    @Test
    void wordsCountsAndSignsAreTheSame() {
        assertFalse(ShownOutput.sameLine("12 rules", "13 rules"));
        assertFalse(ShownOutput.sameLine("v = -1.0", "v = 1.0"));
        assertFalse(ShownOutput.sameLine("R1 pass", "R1 FAIL"));
    }

    @Test
    void dotsWithinALineStandForAnything() {
        assertTrue(ShownOutput.sameLine("10.9 km/s by chiral (...), preset", "10.94 km/s by chiral (1.0.0), preset"));
        assertFalse(ShownOutput.sameLine("10.9 km/s by chiral (...), preset", "10.7 km/s by chiral (1.0.0), preset"));
        assertFalse(ShownOutput.sameLine("assumed ...", "taken ..."));
    }

    @Test
    void dotsStandForAnyNumberOfLines() {
        List<String> lines = List.of("a", "b", "c", "d");
        assertTrue(ShownOutput.matches(List.of("a", "...", "d"), lines));
        assertTrue(ShownOutput.matches(List.of("...", "c", "d"), lines));
        assertTrue(ShownOutput.matches(List.of("a", "b", "...", "c", "d"), lines));
        assertFalse(ShownOutput.matches(List.of("a", "...", "c"), lines));
        assertFalse(ShownOutput.matches(List.of("a", "b", "c"), lines));
    }
}
