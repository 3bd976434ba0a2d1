package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is chosen of a mechanism, and how it travels as properties. */
class SettingsTest {
    private static final Settings ALL = new Settings("strong", Map.of("spread", "narrow"), Map.of("strength", 2.5));

    @Test
    void propertiesThereAndBackAreTheSame() {
        assertEquals(
                Map.of(
                        "chiralkick.source.preset", "strong",
                        "chiralkick.source.closure.spread", "narrow",
                        "chiralkick.source.parameter.strength", 2.5),
                ALL.properties());
        assertEquals(ALL, Settings.of(ALL.properties()));
        assertEquals(Settings.none(), Settings.of(Settings.none().properties()));
        assertTrue(Settings.none().isEmpty());
        assertFalse(ALL.isEmpty());
    }

    @Test
    void numbersMayBeTextAndPropertiesOfOthersAreLeftAlone() {
        assertEquals(
                Settings.none().withParameter("strength", 2.5),
                Settings.of(Map.of(
                        "chiralkick.source.parameter.strength",
                        "2.5",
                        NeutrinoSource.NAME,
                        "jet",
                        NeutrinoSource.CONFIGURATION,
                        "abc",
                        "component.id",
                        7L,
                        "flux",
                        1.0)));
    }

    @Test
    void whatIsNoPropertyOfAMechanismIsRefused() {
        assertEquals(
                "property chiralkick.source.closures.spread is none of a mechanism; must be chiralkick.source.preset,"
                        + " chiralkick.source.closure.KIND or chiralkick.source.parameter.NAME",
                refused("chiralkick.source.closures.spread", "narrow"));
        assertEquals(
                "property chiralkick.source.parameter.strength is 'much'; must be a number",
                refused("chiralkick.source.parameter.strength", "much"));
        assertEquals(
                "parameter strength is NaN; must be finite", refused("chiralkick.source.parameter.strength", "NaN"));
        assertEquals(
                "closure 'recoil' is the coupling's own, not a source's; choose another name",
                refused("chiralkick.source.closure.recoil", "lambert"));
    }

    @Test
    void wordsSayWhatIsChosen() {
        assertEquals("preset strong, spread=narrow, strength=2.5", ALL.toString());
        assertEquals("defaults", Settings.none().toString());
    }

    private static String refused(String property, String value) {
        return String.valueOf(assertThrows(IllegalArgumentException.class, () -> Settings.of(Map.of(property, value)))
                .getMessage());
    }
}
