package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.source.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouplingConfigTest {
    @TempDir
    Path folder;

    @Test
    void everyKeyHasADefault() {
        CouplingConfig config = CouplingConfig.parse("{}");
        assertEquals(CouplingConfig.defaults(), config);
        assertEquals(List.of(), config.sources());
        assertEquals(Preset.CONSISTENT, config.preset());
        assertEquals(Map.of(), config.closures());
        assertEquals(RecoilGeometry.BEAMED_OUTFLOW, config.recoil().geometry());
        assertEquals(RecoilForm.AUTO, config.recoil().form());
        assertEquals(TimeKind.PROPER, config.recoil().time());
        assertEquals(3e53, config.recoil().thermalBudgetErg());
        assertEquals(WithoutSource.HOLD, config.withoutSource());
        assertEquals(10, config.waitS());
        assertEquals("{\"preset\":\"consistent\",\"closures\":{},\"parameters\":{}}", config.settings());
    }

    @Test
    void everyKeyIsRead() {
        CouplingConfig config = CouplingConfig.parse("""
                {"source": "chiral + vortical", "preset": "kubs-2016",
                 "closures": {"share": "susceptibility", "recoil": "radial-net"},
                 "parameters": {"neutrino-temperature-mev": 4.5},
                 "recoil": {"geometry": "radial-net", "form": "volume", "radius-cm": 1.2e6, "time": "coordinate",
                            "thermal-budget-erg": 1e53},
                 "without-source": "wait", "wait-s": 2.5}
                """);
        assertEquals(List.of("chiral", "vortical"), config.sources());
        assertEquals(Preset.KUBS_2016, config.preset());
        assertEquals(Map.of("share", "susceptibility"), config.closures());
        assertEquals("{\"neutrino-temperature-mev\":4.5}", config.parameters());
        assertEquals(
                new RecoilSettings(RecoilGeometry.RADIAL_NET, RecoilForm.VOLUME, 1.2e6, TimeKind.COORDINATE, 1e53),
                config.recoil());
        assertEquals(WithoutSource.WAIT, config.withoutSource());
        assertEquals(2.5, config.waitS());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sorce": "chiral"} | sorce is not known (did you mean source?); the keys here are [closures, parameters, preset, recoil, source, wait-s, without-source]
            {"preset": "best"} | preset is 'best'; must be one of [kubs-2016, consistent, equilibrium]
            {"preset": 1} | preset is 1; must be a text in quotes
            {"source": "Chiral"} | source is wrong: source name is 'Chiral'; must be lower case letters, digits and hyphens, a letter first; several sources are joined by '+', as in chiral+quark-urca
            {"source": "a+a"} | source is wrong: source 'a' is named twice; name each source once
            {"source": ""} | source is wrong: source name is ''; must be lower case letters, digits and hyphens, a letter first; several sources are joined by '+', as in chiral+quark-urca
            {"closures": {"share": 2}} | closures.share is 2; must be a text in quotes
            {"closures": ["share"]} | closures is ["share"]; must be an object { ... }
            {"closures": {"recoil": "upwards"}} | closures.recoil is 'upwards'; must be one of [beamed-outflow, beamed-net, radial-net, radial-outflow, lambert]
            {"recoil": {"geometry": "upwards"}} | recoil.geometry is 'upwards'; must be one of [beamed-outflow, beamed-net, radial-net, radial-outflow, lambert]
            {"recoil": {"geometry": "lambert"}, "closures": {"recoil": "radial-net"}} | closures.recoil is 'radial-net' but recoil.geometry is 'lambert'; give one of them
            {"recoil": {"form": "volume"}} | recoil.radius-cm is missing; recoil.form volume needs the star's radius, a number > 0 cm
            {"recoil": {"radius-cm": 0}} | recoil.radius-cm is 0; must be finite and > 0 cm
            {"recoil": {"radius-cm": 1e999}} | recoil.radius-cm is 1E+999; must be finite and > 0 cm
            {"recoil": {"radius-cm": "1e6"}} | recoil.radius-cm is "1e6"; must be a number, finite and > 0 cm
            {"recoil": {"radius": 1e6}} | recoil.radius is not known; the keys here are [form, geometry, radius-cm, thermal-budget-erg, time]
            {"recoil": {"time": "mean"}} | recoil.time is 'mean'; must be one of [proper, coordinate]
            {"recoil": {"thermal-budget-erg": -1}} | recoil.thermal-budget-erg is -1; must be finite and > 0 erg
            {"without-source": "ignore"} | without-source is 'ignore'; must be one of [hold, wait, fail]
            {"wait-s": -1} | wait-s is -1; must be in [0, 1e6] s
            {"wait-s": null} | wait-s is null; must be a number, in [0, 1e6] s
            {"parameters": 3} | parameters is 3; must be an object { ... }
            [1] | document is [1]; must be a JSON object { ... }
            """)
    void mistakesAreNamedWithTheirPathAndWhatIsAllowed(String json, String problem) {
        assertEquals(List.of(problem), CouplingConfig.check(json));
        CouplingException refused = assertThrows(CouplingException.class, () -> CouplingConfig.parse(json));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertEquals("configuration: " + problem, refused.getMessage());
    }

    @Test
    void whatIsNoJsonIsSaid() {
        for (String text : new String[] {"", "{", "{\"preset\": }", "{\"a\": 1, \"a\": 2}", "{} trailing"}) {
            List<String> problems = CouplingConfig.check(text);
            assertEquals(1, problems.size(), text);
            assertTrue(problems.get(0).startsWith("document is not valid JSON: "), problems.get(0));
        }
    }

    @Test
    void allMistakesAreListedAtOnce() {
        assertEquals(
                List.of(
                        "prset is not known (did you mean preset?); the keys here are [closures, parameters, preset, recoil, source, wait-s,"
                                + " without-source]",
                        "recoil.form is 'x'; must be one of [auto, surface, volume, none]",
                        "wait-s is -1; must be in [0, 1e6] s"),
                CouplingConfig.check("{\"prset\": \"consistent\", \"recoil\": {\"form\": \"x\"}, \"wait-s\": -1}"));
        assertEquals(List.of(), CouplingConfig.check("{}"));
    }

    @Test
    void aFileIsNamedInTheMessage() throws IOException {
        Path file = folder.resolve("coupling.json");
        CouplingException missing = assertThrows(CouplingException.class, () -> CouplingConfig.read(file));
        assertTrue(String.valueOf(missing.getMessage()).startsWith("configuration file " + file + " cannot be read: "));
        Files.writeString(file, "{\"wait-s\": -1}");
        CouplingException wrong = assertThrows(CouplingException.class, () -> CouplingConfig.read(file));
        assertEquals(file + ": configuration: wait-s is -1; must be in [0, 1e6] s", wrong.getMessage());
        Files.writeString(file, "{\"preset\": \"equilibrium\"}");
        assertEquals(Preset.EQUILIBRIUM, CouplingConfig.read(file).preset());
    }

    @Test
    void partsCanBeReplacedOneByOne() {
        CouplingConfig config = CouplingConfig.defaults()
                .withPreset("kubs-2016")
                .withClosure("share", "equilibrium")
                .withClosure("recoil", "lambert")
                .withSource("chiral+vortical")
                .withoutSource(WithoutSource.FAIL, 0);
        assertEquals(
                CouplingConfig.parse(
                        "{\"source\": \"chiral+vortical\", \"preset\": \"kubs-2016\", \"closures\": {\"share\":"
                                + " \"equilibrium\", \"recoil\": \"lambert\"}, \"without-source\": \"fail\", \"wait-s\": 0}"),
                config);
        CouplingException unknown = assertThrows(
                CouplingException.class, () -> CouplingConfig.defaults().withPreset("best"));
        assertEquals("preset is 'best'; must be one of [kubs-2016, consistent, equilibrium]", unknown.getMessage());
        assertThrows(CouplingException.class, () -> CouplingConfig.defaults().withClosure("recoil", "up"));
    }
}
