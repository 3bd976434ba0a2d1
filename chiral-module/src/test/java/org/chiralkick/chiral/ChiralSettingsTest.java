package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.chiralkick.chiral.closure.ChiralityClosure;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.FieldClosure;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.PotentialsClosure;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.chiral.closure.SpectrumClosure;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings: what is in force, and the exact message for what is not accepted. */
class ChiralSettingsTest {
    private static final String SHARES = "[all-left-handed, composition, susceptibility, equilibrium]";

    @Test
    void nothingSaidIsTheConsistentPreset() {
        ChiralSettings settings = ChiralSettings.of(Settings.none());
        assertEquals("consistent", settings.inForce().preset());
        assertEquals(
                new Closures(
                        ChiralityClosure.WASHED_OUT,
                        ShareClosure.COMPOSITION,
                        MomentumClosure.ENERGY_CURRENT,
                        PotentialsClosure.SEPARATE,
                        FieldClosure.EB,
                        SpectrumClosure.ELECTRON,
                        0),
                settings.closures());
    }

    @Test
    void theKubsPresetIsThePaperToTheLetter() {
        assertEquals(
                new Closures(
                        ChiralityClosure.GIVEN,
                        ShareClosure.ALL_LEFT_HANDED,
                        MomentumClosure.CHEMICAL_POTENTIAL,
                        PotentialsClosure.SINGLE,
                        FieldClosure.KUBS_2016,
                        SpectrumClosure.ELECTRON,
                        0),
                ChiralSettings.of(Settings.none().withPreset("kubs-2016")).closures());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kubs-2016", "consistent", "equilibrium"})
    void everyPresetNamesAClosureOfEachKind(String preset) {
        ChiralSettings settings = ChiralSettings.of(Settings.none().withPreset(preset));
        assertEquals(preset, settings.inForce().preset());
        assertEquals(6, settings.closures().labels().size());
        assertEquals(
                settings.closures().labels(),
                Choices.DECLARED.preset(preset).orElseThrow().closures());
    }

    @Test
    void equilibriumDiffersFromConsistentInTheShareAlone() {
        Map<String, String> consistent = new TreeMap<>(Choices.CONSISTENT.closures());
        assertEquals("composition", consistent.put("share", "equilibrium"));
        assertEquals(consistent, Choices.EQUILIBRIUM.closures());
    }

    @Test
    void theDefaultsAreThoseOfTheConsistentPreset() {
        Choices.DECLARED
                .closures()
                .forEach(closure ->
                        assertEquals(Choices.CONSISTENT.closures().get(closure.kind()), closure.defaultChoice()));
    }

    @Test
    void anOverrideChangesItsClosureAndNoOther() {
        ChiralSettings settings = ChiralSettings.of(
                Settings.none().withClosure("momentum", "thermal").withParameter("neutrino-temperature-mev", 4.5));
        assertEquals(MomentumClosure.THERMAL, settings.closures().momentum());
        assertEquals(4.5, settings.closures().neutrinoTemperature());
        assertEquals(
                Map.of(
                        "chirality", "washed-out",
                        "share", "composition",
                        "momentum", "thermal",
                        "potentials", "separate",
                        "field", "eb",
                        "spectrum", "electron"),
                settings.closures().labels());
        assertEquals(settings.closures().labels(), settings.inForce().closures());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    closure.share=half | closure share is 'half'; must be one of SHARES
                    closure.shares=composition | closure 'shares' is not declared; must be one of [chirality, share, momentum, potentials, field, spectrum]
                    closure.chirality=Given | closure chirality is 'Given'; must be one of [given, preserved, washed-out]
                    closure.momentum= | closure momentum is ''; must be one of [energy-current, chemical-potential, mean-energy, thermal]
                    closure.recoil=lambert | closure 'recoil' is the coupling's own, not a source's; choose another name
                    preset=kubs | preset is 'kubs'; must be one of [kubs-2016, consistent, equilibrium]
                    parameter.neutrino-temperature-mev=0 | parameter neutrino-temperature-mev is 0.0; must be a number of MeV > 0
                    parameter.neutrino-temperature-mev=-4.5 | parameter neutrino-temperature-mev is -4.5; must be a number of MeV > 0
                    parameter.neutrino-temperature-mev=warm | property chiralkick.source.parameter.neutrino-temperature-mev is 'warm'; must be a number
                    parameter.neutrino-temperature-mev=1e999 | parameter neutrino-temperature-mev is Infinity; must be finite
                    parameter.temperature=4.5 | parameter 'temperature' is not declared; must be one of [neutrino-temperature-mev]
                    closures.share=composition | property chiralkick.source.closures.share is none of a mechanism; must be chiralkick.source.preset, chiralkick.source.closure.KIND or chiralkick.source.parameter.NAME
                    """)
    void whatIsWrongIsRefusedWithWhatIsAllowed(String property, String message) {
        Map<String, Object> properties = new LinkedHashMap<>(Map.of("component.id", 7L));
        properties.put("chiralkick.source.name", "chiral");
        String[] parts = property.split("=", 2);
        properties.put("chiralkick.source." + parts[0], parts[1]);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new ChiralSource(properties));
        assertEquals(message.replace("SHARES", SHARES), refusal.getMessage());
    }

    @Test
    void aMissingClosureIsNamedWithItsChoices() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Closures.of(Map.of("chirality", "given"), 0));
        assertEquals("closures.share is missing; must be one of " + SHARES, refusal.getMessage());
    }
}
