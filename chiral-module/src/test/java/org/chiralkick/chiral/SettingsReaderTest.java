package org.chiralkick.chiral;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import org.chiralkick.chiral.closure.ChiralityClosure;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.FieldClosure;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.PotentialsClosure;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.source.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Settings: what is accepted, and the exact message for what is not. */
class SettingsReaderTest {
    private static final String SHARES = "[all-left-handed, composition, susceptibility, equilibrium]";
    private static final String KINDS = "[chirality, share, momentum, potentials, field]";

    @Test
    void nothingSaidIsTheConsistentPreset() {
        ChiralSettings settings = SettingsReader.read("{}");
        assertEquals(Preset.CONSISTENT, settings.preset());
        assertEquals(
                new Closures(
                        ChiralityClosure.WASHED_OUT,
                        ShareClosure.COMPOSITION,
                        MomentumClosure.ENERGY_CURRENT,
                        PotentialsClosure.SEPARATE,
                        FieldClosure.EB,
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
                        0),
                SettingsReader.read("{\"preset\": \"kubs-2016\"}").closures());
    }

    @ParameterizedTest
    @EnumSource
    void everyPresetNamesAClosureOfEachKind(Preset preset) {
        ChiralSettings settings = SettingsReader.read("{\"preset\": \"" + preset.label() + "\"}");
        assertEquals(5, settings.closures().labels().size());
    }

    @Test
    void anOverrideChangesItsClosureAndNoOther() {
        Closures closures = SettingsReader.read(
                        "{\"closures\": {\"momentum\": \"thermal\"}, \"parameters\": {\"neutrino-temperature-mev\": 4.5}}")
                .closures();
        assertEquals(MomentumClosure.THERMAL, closures.momentum());
        assertEquals(4.5, closures.neutrinoTemperature());
        assertEquals(
                Map.of(
                        "chirality", "washed-out",
                        "share", "composition",
                        "momentum", "thermal",
                        "potentials", "separate",
                        "field", "eb",
                        "neutrino-temperature-mev", "4.5"),
                closures.labels());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    {"closures": {"share": "half"}} | closures.share is 'half'; must be one of SHARES
                    {"closures": {"share": 0.5}} | closures.share is 0.5; must be one of SHARES
                    {"closures": {"share": null}} | closures.share is null; must be one of SHARES
                    {"closures": {"share": ["composition"]}} | closures.share is ["composition"]; must be one of SHARES
                    {"closures": {"shares": "composition"}} | closures.shares is not a setting of the chiral source; must be one of KINDS
                    {"closures": {"recoil": "lambert"}} | closures.recoil is not a setting of the chiral source; must be one of KINDS
                    {"closures": {"chirality": "Given"}} | closures.chirality is 'Given'; must be one of [given, preserved, washed-out]
                    {"closures": {"momentum": ""}} | closures.momentum is ''; must be one of [energy-current, chemical-potential, mean-energy, thermal]
                    {"closures": {"potentials": true}} | closures.potentials is true; must be one of [separate, single]
                    {"closures": {"field": "gauss"}} | closures.field is 'gauss'; must be one of [eb, kubs-2016]
                    {"closures": "composition"} | closures is 'composition'; must be an object with keys among KINDS
                    {"preset": "kubs"} | preset is 'kubs'; must be one of [kubs-2016, consistent, equilibrium]
                    {"preset": 2016} | preset is 2016; must be one of [kubs-2016, consistent, equilibrium]
                    {"Preset": "consistent"} | Preset is not a setting of the chiral source; must be one of [preset, closures, parameters]
                    {"parameters": {"neutrino-temperature-mev": 0}} | parameters.neutrino-temperature-mev is 0; must be a number of MeV > 0
                    {"parameters": {"neutrino-temperature-mev": -4.5}} | parameters.neutrino-temperature-mev is -4.5; must be a number of MeV > 0
                    {"parameters": {"neutrino-temperature-mev": 1e999}} | parameters.neutrino-temperature-mev is 1E+999; must be a number of MeV > 0
                    {"parameters": {"neutrino-temperature-mev": "4.5"}} | parameters.neutrino-temperature-mev is '4.5'; must be a number of MeV > 0
                    {"parameters": {"temperature": 4.5}} | parameters.temperature is not a setting of the chiral source; must be one of [neutrino-temperature-mev]
                    {"parameters": 4.5} | parameters is 4.5; must be an object with keys among [neutrino-temperature-mev]
                    [] | settings is []; must be an object with keys among [preset, closures, parameters]
                    """)
    void whatIsWrongIsRefusedWithItsPathAndWhatIsAllowed(String settings, String message) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> SettingsReader.read(settings));
        assertEquals(message.replace("SHARES", SHARES).replace("KINDS", KINDS), refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    ``
                    {"preset": "consistent"
                    {"preset": consistent}
                    {} {}
                    half
                    {"preset": "consistent", "preset": "kubs-2016"}
                    """)
    void whatIsNotJsonIsRefused(String settings) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> SettingsReader.read(settings));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith("settings are not JSON: "), refusal.getMessage());
    }

    @Test
    void aMissingClosureIsNamedWithItsChoices() {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Closures.of(Map.of("chirality", "given"), 0));
        assertEquals("closures.share is missing; must be one of " + SHARES, refusal.getMessage());
    }

    @Test
    void aContextClassLoaderWithoutJsonIsNoHindranceAndIsRestored() throws Exception {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader nothing = new URLClassLoader(new URL[0], null)) {
            thread.setContextClassLoader(nothing);
            SettingsReader.read("{}");
            assertSame(nothing, thread.getContextClassLoader());
            assertThrows(IllegalArgumentException.class, () -> SettingsReader.read("{"));
            assertSame(nothing, thread.getContextClassLoader());
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
