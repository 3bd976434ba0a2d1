package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CouplingConfigTest {
    @TempDir
    Path folder;

    @Test
    void aRunMayStopByTwoWords() {
        for (String word : List.of("stop", "fail")) {
            CouplingConfig config = CouplingConfig.parse("{\"without-source\": \"" + word + "\", \"watchdog-s\": 2.5}");
            assertEquals(WithoutSource.FAIL, config.withoutSource());
            assertEquals(2.5, config.watchdogS());
        }
    }

    @Test
    void everyKeyHasADefault() {
        CouplingConfig config = CouplingConfig.parse("{}");
        assertEquals(CouplingConfig.defaults(), config);
        assertEquals(List.of(), config.sources());
        assertEquals(Settings.none(), config.shared());
        assertEquals(Map.of(), config.own());
        assertTrue(config.choosesNothing());
        assertEquals(RecoilGeometry.BEAMED_OUTFLOW, config.recoil().geometry());
        assertEquals(RecoilForm.AUTO, config.recoil().form());
        assertEquals(TimeKind.PROPER, config.recoil().time());
        assertEquals(3e53, config.recoil().thermalBudgetErg());
        assertEquals(WithoutSource.FAIL, config.withoutSource());
        assertEquals(10, config.waitS());
        assertEquals(60, config.watchdogS());
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
        assertEquals("kubs-2016", config.shared().preset());
        assertEquals(Map.of("share", "susceptibility"), config.shared().closures());
        assertEquals(Map.of("neutrino-temperature-mev", 4.5), config.shared().parameters());
        assertEquals(
                new RecoilSettings(RecoilGeometry.RADIAL_NET, RecoilForm.VOLUME, 1.2e6, TimeKind.COORDINATE, 1e53),
                config.recoil());
        assertEquals(WithoutSource.WAIT, config.withoutSource());
        assertEquals(2.5, config.waitS());
    }

    @Test
    void eachSourceHasSettingsOfItsOwn() {
        CouplingConfig config = CouplingConfig.parse("""
                {"sources": {"vortical": {}, "chiral": {"preset": "kubs-2016", "closures": {"share": "susceptibility"},
                                                        "parameters": {"neutrino-temperature-mev": 4.5}}},
                 "recoil": {"geometry": "lambert"}}
                """);
        assertEquals(List.of("vortical", "chiral"), config.sources());
        assertEquals(Settings.none(), config.shared());
        assertEquals(
                Map.of(
                        "vortical",
                        Settings.none(),
                        "chiral",
                        new Settings(
                                "kubs-2016",
                                Map.of("share", "susceptibility"),
                                Map.of("neutrino-temperature-mev", 4.5))),
                config.own());
        assertFalse(config.choosesNothing());
        assertEquals(RecoilGeometry.LAMBERT, config.recoil().geometry());
        assertTrue(CouplingConfig.parse("{\"sources\": {\"chiral\": {}}}").choosesNothing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sorce": "chiral"} | sorce is not known (did you mean source?); the keys here are [closures, missing-output, parameters, preset, recoil, report-zones-every, source, sources, step-numbers, wait-s, watchdog-s, weights, without-source]
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
            {"recoil": {"form": "transport", "radius-cm": 1e6}} | recoil.radius-cm stands beside recoil.form transport, in which the host tells what leaves; leave it out
            {"recoil": {"form": "transport", "geometry": "lambert"}} | recoil.geometry stands beside recoil.form transport, in which the host tells what leaves; leave it out
            {"recoil": {"form": "transport"}, "closures": {"recoil": "lambert"}} | closures.recoil stands beside recoil.form transport, in which the host tells what leaves; leave it out
            {"recoil": {"radius-cm": 0}} | recoil.radius-cm is 0; must be finite and > 0 cm
            {"recoil": {"radius-cm": 1e999}} | recoil.radius-cm is 1E+999; must be finite and > 0 cm
            {"recoil": {"radius-cm": "1e6"}} | recoil.radius-cm is "1e6"; must be a number, finite and > 0 cm
            {"recoil": {"radius": 1e6}} | recoil.radius is not known; the keys here are [form, geometry, radius-cm, thermal-budget-erg, time]
            {"recoil": {"time": "mean"}} | recoil.time is 'mean'; must be one of [proper, coordinate]
            {"recoil": {"thermal-budget-erg": -1}} | recoil.thermal-budget-erg is -1; must be finite and > 0 erg
            {"without-source": "ignore"} | without-source is 'ignore'; must be one of [hold, wait, fail, stop]
            {"wait-s": -1} | wait-s is -1; must be in [0, 1e6] s
            {"wait-s": null} | wait-s is null; must be a number, in [0, 1e6] s
            {"parameters": 3} | parameters is 3; must be an object { ... }
            {"parameters": {"strength": "3"}} | parameters.strength is "3"; must be a number, finite
            {"parameters": {"strength": 1e999}} | parameters.strength is 1E+999; must be finite
            {"sources": {}} | sources names no mechanism; name one, as in {"chiral": {}}, or leave it out
            {"sources": ["chiral"]} | sources is ["chiral"]; must be an object { ... }
            {"sources": {"chiral": "kubs-2016"}} | sources.chiral is "kubs-2016"; must be an object { ... }
            {"sources": {"Chiral": {}}} | sources is wrong: source name is 'Chiral'; must be lower case letters, digits and hyphens, a letter first; several sources are joined by '+', as in chiral+quark-urca
            {"sources": {"chiral": {"closure": {}}}} | sources.chiral.closure is not known (did you mean closures?); the keys here are [closures, parameters, preset]
            {"sources": {"chiral": {"closures": {"share": 2}}}} | sources.chiral.closures.share is 2; must be a text in quotes
            {"sources": {"chiral": {"parameters": {"t": null}}}} | sources.chiral.parameters.t is null; must be a number, finite
            {"sources": {"chiral": {"closures": {"recoil": "lambert"}}}} | sources.chiral.closures.recoil is the coupling's own, not a source's; write recoil.geometry
            {"sources": {"chiral": {}}, "source": "chiral"} | source stands beside sources; give one of them
            {"sources": {"chiral": {}}, "preset": "best"} | preset stands beside sources; write it under the name of its source there
            {"sources": {"chiral": {}}, "closures": {"share": "a"}} | closures.share stands beside sources; write it under the name of its source there
            {"sources": {"chiral": {}}, "parameters": {"t": 1}} | parameters.t stands beside sources; write it under the name of its source there
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

    private static String ofCase(String name) throws IOException {
        try (InputStream file = CouplingConfigTest.class.getResourceAsStream("/cases/" + name)) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void aByteOrderMarkIsPassedOver() throws IOException {
        assertEquals(List.of(), CouplingConfig.check(ofCase("bom.json")));
        assertEquals(List.of("chiral"), CouplingConfig.parse(ofCase("bom.json")).sources());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exp.json|document is not valid JSON: the number 1e99999999999 that ends in line 1, column ",
                "nestarr.json|document is not valid JSON: Input is too deeply nested "
            })
    void whatNoNumberAndNoStackHoldsIsRefusedInASentence(String file, String words) throws IOException {
        List<String> problems = CouplingConfig.check(ofCase(file));
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith(words), problems.get(0));
        String text = ofCase(file);
        CouplingException refusal = assertThrows(CouplingException.class, () -> CouplingConfig.parse(text));
        assertEquals(CouplingException.Kind.ARGUMENT, refusal.kind());
    }

    @Test
    void allMistakesAreListedAtOnce() {
        assertEquals(
                List.of(
                        "prset is not known (did you mean preset?); the keys here are [closures, missing-output, parameters, preset, recoil, report-zones-every, source, sources, step-numbers, wait-s, watchdog-s, weights,"
                                + " without-source]",
                        "recoil.form is 'x'; must be one of [auto, surface, volume, none, transport]",
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
        assertEquals("equilibrium", CouplingConfig.read(file).shared().preset());
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
        assertThrows(CouplingException.class, () -> CouplingConfig.defaults().withClosure("recoil", "up"));
    }

    @Test
    void aNameBeforeADotSaysWhoseAChoiceIs() {
        CouplingConfig config = CouplingConfig.defaults()
                .withSource("chiral+vortical")
                .withPreset("chiral.kubs-2016")
                .withClosure("chiral.share", "equilibrium")
                .withParameter("chiral.neutrino-temperature-mev", 4.5)
                .withParameter("strength", 2);
        assertEquals(
                Map.of(
                        "chiral",
                        new Settings(
                                "kubs-2016", Map.of("share", "equilibrium"), Map.of("neutrino-temperature-mev", 4.5))),
                config.own());
        assertEquals(new Settings("", Map.of(), Map.of("strength", 2.0)), config.shared());
        assertEquals(Map.of(), config.withSource("vortical").own());
        CouplingException unknown =
                assertThrows(CouplingException.class, () -> config.withClosure("chirall.share", "equilibrium"));
        assertEquals(
                "closure chirall.share is for source 'chirall', which is not in use (did you mean chiral?);"
                        + " in use are [chiral, vortical]",
                unknown.getMessage());
        assertEquals(
                "closure chiral.share is for source 'chiral', and the configuration names no source; call withSource first",
                assertThrows(
                                CouplingException.class,
                                () -> CouplingConfig.defaults().withClosure("chiral.share", "equilibrium"))
                        .getMessage());
        assertEquals(
                "preset is 'chiral.'; must be a name, or SOURCE.NAME",
                assertThrows(CouplingException.class, () -> config.withPreset("chiral."))
                        .getMessage());
        assertThrows(CouplingException.class, () -> config.withPreset(""));
        assertThrows(CouplingException.class, () -> config.withClosure("chiral.recoil", "lambert"));
        assertThrows(CouplingException.class, () -> config.withParameter("strength", Double.NaN));
        assertThrows(
                CouplingException.class,
                () -> CouplingConfig.defaults().with(Settings.none(), Map.of("a", Settings.none())));
    }

    @Test
    void whatIsNestedTooDeeplyIsAProblemOfTheDocument() {
        List<String> problems = CouplingConfig.check("{\"source\": " + "[".repeat(3000) + "]".repeat(3000) + "}");
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).startsWith("document is not valid JSON: "), problems.toString());
    }
}
