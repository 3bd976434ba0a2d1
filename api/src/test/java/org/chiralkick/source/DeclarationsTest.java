package org.chiralkick.source;

import static org.chiralkick.source.Closure.choice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chiralkick.source.Parameter.Range;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a mechanism says one can choose: well-formed, consistent in itself, and immutable. */
class DeclarationsTest {
    private static final Closure SPREAD =
            new Closure("spread", List.of(choice("narrow", "a beam"), choice("wide", "all around")), "wide");
    private static final Parameter STRENGTH =
            new Parameter("strength", "1", Range.closed(0, 10), 1, "factor on all fluxes");

    private static String refused(Executable making) {
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, making).getMessage());
    }

    private static Declarations declaring(Preset... presets) {
        return new Declarations(List.of(SPREAD), List.of(STRENGTH), List.of(presets));
    }

    @Test
    void everythingIsFoundByItsName() {
        Preset strong = new Preset("strong", "ten times", Map.of("spread", "narrow"), Map.of("strength", 10.0));
        Declarations declared = declaring(strong);
        assertEquals(Optional.of(SPREAD), declared.closure("spread"));
        assertEquals(Optional.empty(), declared.closure("strength"));
        assertEquals(Optional.of(STRENGTH), declared.parameter("strength"));
        assertEquals(Optional.empty(), declared.parameter("spread"));
        assertEquals(Optional.of(strong), declared.preset("strong"));
        assertEquals(Optional.empty(), declared.preset("weak"));
        assertEquals(List.of("narrow", "wide"), SPREAD.names());
        assertEquals("a beam", SPREAD.named("narrow").orElseThrow().meaning());
        assertEquals(Optional.empty(), SPREAD.named("round"));
        assertFalse(declared.isEmpty());
        assertTrue(Declarations.none().isEmpty());
    }

    @ParameterizedTest(name = "\"{0}\"")
    @ValueSource(strings = {"", "Wide", "-wide", "very wide", "very_wide", "chiral.share", "a=b"})
    void namesAreThoseThatACommandLineCanHold(String name) {
        String rule = " is '" + name + "'; must be lower case letters, digits and hyphens, no hyphen first";
        assertEquals("name of a choice" + rule, refused(() -> choice(name, "something")));
        assertEquals("name of a closure" + rule, refused(() -> new Closure(name, List.of(choice("a", "first")), "a")));
        assertEquals(
                "name of a parameter" + rule, refused(() -> new Parameter(name, "1", Range.finite(), 0, "something")));
        assertEquals("name of a preset" + rule, refused(() -> new Preset(name, "something", Map.of())));
    }

    @Test
    void aSentenceIsALineThatIsNotBlank() {
        assertEquals(
                "choice wide is described by ' '; must be one line that is not blank",
                refused(() -> choice("wide", " ")));
        assertEquals(
                "preset p is described by 'one\ntwo'; must be one line that is not blank",
                refused(() -> new Preset("p", "one\ntwo", Map.of())));
        assertEquals(
                "unit of parameter p is described by ''; must be one line that is not blank",
                refused(() -> new Parameter("p", "", Range.finite(), 0, "something")));
    }

    @Test
    void theDefaultIsOneOfTheChoicesAndInTheRange() {
        assertEquals(
                "default of closure spread is 'round'; must be one of [narrow, wide]",
                refused(() -> new Closure("spread", SPREAD.choices(), "round")));
        assertEquals(
                "closure spread has choice 'wide' twice; name each once",
                refused(() -> new Closure("spread", List.of(choice("wide", "a"), choice("wide", "b")), "wide")));
        assertEquals(
                "default of parameter strength is 11.0 1; must be in [0, 10], or NaN for none",
                refused(() -> new Parameter("strength", "1", Range.closed(0, 10), 11, "factor")));
        assertTrue(STRENGTH.hasDefault());
        assertFalse(new Parameter("t", "MeV", Range.positive(), Double.NaN, "else the zone's").hasDefault());
    }

    @ParameterizedTest
    @ValueSource(strings = {"recoil", "recoil-form", "preset", "bundle"})
    void theCouplingsOwnNamesAreReserved(String kind) {
        assertEquals(
                "closure '" + kind + "' is the coupling's own, not a source's; choose another name",
                refused(() -> new Closure(kind, SPREAD.choices(), "wide")));
        assertEquals(
                "parameter '" + kind + "' is the coupling's own, not a source's; choose another name",
                refused(() -> new Parameter(kind, "1", Range.finite(), 0, "something")));
    }

    @Test
    void aNameIsDeclaredOnce() {
        assertEquals(
                "'spread' is declared twice; declare each name once",
                refused(() -> new Declarations(List.of(SPREAD, SPREAD), List.of(), List.of())));
        Parameter spread = new Parameter("spread", "1", Range.finite(), 0, "another");
        assertEquals(
                "'spread' is declared twice; declare each name once",
                refused(() -> new Declarations(List.of(SPREAD), List.of(spread), List.of())));
        Preset plain = new Preset("plain", "as it is", Map.of());
        assertEquals("'plain' is declared twice; declare each name once", refused(() -> declaring(plain, plain)));
    }

    @Test
    void aPresetIsMadeOfWhatIsDeclared() {
        assertEquals(
                "preset p has closure 'shape', which is not declared; must be one of [spread]",
                refused(() -> declaring(new Preset("p", "q", Map.of("shape", "round")))));
        assertEquals(
                "preset p has closure spread 'round'; must be one of [narrow, wide]",
                refused(() -> declaring(new Preset("p", "q", Map.of("spread", "round")))));
        assertEquals(
                "preset p has parameter 'strenght', which is not declared; must be one of [strength]",
                refused(() -> declaring(new Preset("p", "q", Map.of(), Map.of("strenght", 1.0)))));
        assertEquals(
                "preset p has parameter strength 11.0; must be a number in [0, 10]",
                refused(() -> declaring(new Preset("p", "q", Map.of(), Map.of("strength", 11.0)))));
    }

    @Test
    void rangesHoldFiniteNumbersAndSayWhich() {
        assertEquals("> 0", Range.positive().toString());
        assertEquals(">= 0", Range.notNegative().toString());
        assertEquals("in [0, 10]", Range.closed(0, 10).toString());
        assertEquals("in (0, 0.5]", new Range(0, false, 0.5, true).toString());
        assertEquals("<= 3", new Range(Double.NEGATIVE_INFINITY, false, 3, true).toString());
        assertEquals("that is finite", Range.finite().toString());
        assertEquals(
                "a number of MeV > 0", new Parameter("t", "MeV", Range.positive(), 1, "temperature").requirement());
        assertEquals("a number in [0, 10]", STRENGTH.requirement());
        assertFalse(Range.positive().contains(0));
        assertTrue(Range.positive().contains(Double.MIN_VALUE));
        assertTrue(Range.notNegative().contains(0));
        assertFalse(Range.notNegative().contains(Double.POSITIVE_INFINITY));
        assertFalse(Range.finite().contains(Double.NaN));
        assertTrue(Range.closed(0, 10).contains(10));
        assertFalse(Range.closed(0, 10).contains(Math.nextUp(10)));
        assertTrue(Range.closed(1, 1).contains(1));
        assertEquals("range from 2.0 to 1.0 holds no number", refused(() -> Range.closed(2, 1)));
        assertEquals("range from 1.0 to 1.0 holds no number", refused(() -> new Range(1, false, 1, true)));
        assertEquals("range from NaN to 1.0 holds no number", refused(() -> Range.closed(Double.NaN, 1)));
    }

    @Test
    void whatIsChosenComesBeforeThePresetAndThatBeforeTheDefaults() {
        Parameter angle = new Parameter("angle", "deg", Range.closed(0, 90), Double.NaN, "else none");
        Preset strong = new Preset("strong", "ten times", Map.of("spread", "narrow"), Map.of("strength", 10.0));
        Declarations declared = new Declarations(List.of(SPREAD), List.of(STRENGTH, angle), List.of(strong));
        assertEquals(
                new Settings("", Map.of("spread", "wide"), Map.of("strength", 1.0)), declared.resolve(Settings.none()));
        Settings preset = Settings.none().withPreset("strong");
        assertEquals(
                new Settings("strong", Map.of("spread", "narrow"), Map.of("strength", 10.0)), declared.resolve(preset));
        assertEquals(
                new Settings("strong", Map.of("spread", "wide"), Map.of("strength", 2.0, "angle", 30.0)),
                declared.resolve(preset.withClosure("spread", "wide")
                        .withParameter("strength", 2)
                        .withParameter("angle", 30)));
        assertEquals(
                "preset is 'weak'; must be one of [strong]",
                refused(() -> declared.resolve(Settings.none().withPreset("weak"))));
        assertEquals(
                "preset is 'weak'; there is none to choose",
                refused(() -> declaring().resolve(Settings.none().withPreset("weak"))));
        assertEquals(
                "closure spread is 'round'; must be one of [narrow, wide]",
                refused(() -> declared.resolve(Settings.none().withClosure("spread", "round"))));
        assertEquals(
                "closure 'shape' is not declared; must be one of [spread]",
                refused(() -> declared.resolve(Settings.none().withClosure("shape", "round"))));
        assertEquals(
                "parameter angle is 91.0; must be a number of deg in [0, 90]",
                refused(() -> declared.resolve(Settings.none().withParameter("angle", 91))));
        assertEquals(
                "parameter 'anlge' is not declared; must be one of [strength, angle]",
                refused(() -> declared.resolve(Settings.none().withParameter("anlge", 1))));
    }

    @Test
    void whatIsDeclaredCannotChange() {
        Map<String, String> closures = new LinkedHashMap<>(Map.of("spread", "wide"));
        List<Closure> kinds = new ArrayList<>(List.of(SPREAD));
        Preset preset = new Preset("p", "q", closures);
        Declarations declared = new Declarations(kinds, List.of(), List.of(preset));
        closures.clear();
        kinds.clear();
        assertEquals(Map.of("spread", "wide"), preset.closures());
        assertEquals(List.of(SPREAD), declared.closures());
        assertThrows(
                UnsupportedOperationException.class, () -> preset.closures().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> declared.closures().clear());
    }

    @Test
    void aClosureMayConcernSomeOutputsAlone() {
        Closure any = new Closure("share", List.of(Closure.choice("half", "half of it")), "half");
        Closure some = any.of(FluxField.AXIAL_FLUX, FluxField.LEPTON_FLUX);
        assertTrue(any.matters(Set.of()));
        assertTrue(some.matters(Set.of(FluxField.LEPTON_FLUX, FluxField.NEUTRINO_FLUX)));
        assertFalse(some.matters(Set.of(FluxField.NEUTRINO_FLUX)));
        assertEquals(Set.of(FluxField.AXIAL_FLUX, FluxField.LEPTON_FLUX), some.outputs());
        assertNotEquals(any, some);
    }
}
