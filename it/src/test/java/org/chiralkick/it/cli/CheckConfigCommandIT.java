package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chiralkick.it.felix.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckConfigCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private Launcher.Outcome check(String text, String... options) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("coupling.json"), text);
        String[] command = new String[options.length + 2];
        command[0] = "check-config";
        command[1] = "coupling.json";
        System.arraycopy(options, 0, command, 2, options.length);
        return new Launcher(folder).run(command);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"source\": \"chiral+isotropic\"}",
                "{\"preset\": \"kubs-2016\", \"closures\": {\"share\": \"susceptibility\"}, \"without-source\": \"fail\"}",
                "{\"sources\": {\"chiral\": {\"preset\": \"kubs-2016\"}, \"isotropic\": {}}}",
                "{\"source\": \"chiral+isotropic\", \"closures\": {\"share\": \"equilibrium\"}}",
                "{\"recoil\": {\"form\": \"volume\", \"radius-cm\": 1.2e6}, \"parameters\": {\"neutrino-temperature-mev\": 4.5}}"
            })
    void aRightFileIsSaidToBeUsableWithWhatItsSourcesNeed(String text) throws IOException, InterruptedException {
        Launcher.Outcome outcome = check(text);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exitCode(), outcome.out());
        assertTrue(outcome.out().startsWith("coupling.json can be used; with it\n\nchiral 1."), outcome.out());
        assertTrue(outcome.out().contains("needs       temperature_mev, "), outcome.out());
        assertEquals(text.contains("isotropic"), outcome.out().contains("\nisotropic 1."), outcome.out());
    }

    @Test
    void theExampleOfTheDistributionIsRight() throws IOException, InterruptedException {
        Launcher.Outcome outcome = check(Files.readString(Distribution.home().resolve("conf/coupling.json")));
        assertEquals(0, outcome.exitCode(), outcome.out());
    }

    @Test
    void needsFollowTheClosuresInForce() throws IOException, InterruptedException {
        assertTrue(check("{}").out().contains("mu_e_mev"), "each species has its own potential");
        Launcher.Outcome single = check("{\"preset\": \"kubs-2016\"}");
        assertTrue(single.out().contains("needs       temperature_mev, mu_nu_mev, "), single.out());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"sorce": "chiral"} | :1:2: sorce is not known (did you mean source?); the keys here are [closures, missing-output, parameters, preset, recoil, report-zones-every, source, sources, step-numbers, wait-s, watchdog-s, weights, without-source]
            {"preset": "consistant"} | :1:2: preset is 'consistant' (did you mean consistent?); must be one of [kubs-2016, consistent, equilibrium]
            {"recoil":;  {"form": "surfaces"}} | :2:4: recoil.form is 'surfaces' (did you mean surface?); must be one of [auto, surface, volume, none, transport]
            {"wait-s": 1,; "recoil": {"radius-cm": -3}} | :2:13: recoil.radius-cm is -3; must be finite and > 0 cm
            {"source": "chirall"} | :1:2: source is 'chirall', which is not installed (did you mean chiral?); installed are [chiral, isotropic, polarised-nucleon, quark-urca, vortical]
            {"closures": {"share": "compositon"}} | :1:15: closures.share is 'compositon' (did you mean composition?); must be one of [all-left-handed, composition, susceptibility, equilibrium]
            {"parameters": {"neutrino-temperature-mev": -1}} | :1:17: parameters.neutrino-temperature-mev is -1.0; must be a number of MeV > 0
            {"parameters": {"neutrino-temperature": 4}} | :1:17: parameters.neutrino-temperature is known to no source in use (chiral; did you mean neutrino-temperature-mev?); there are [neutrino-temperature-mev]
            {"closures": {"shares": "composition"}} | :1:15: closures.shares is known to no source in use (chiral; did you mean share?); there are [chirality, share, momentum, potentials, field, spectrum, recoil]
            {"sources": {"chiral": {},; "vortical": {"closures": {"share": "composition"}}}} | :2:28: sources.vortical.closures.share is known to no source in use (vortical); leave it out
            {"sources": {"chirall": {}}} | :1:14: sources.chirall is 'chirall', which is not installed (did you mean chiral?); installed are [chiral, isotropic, polarised-nucleon, quark-urca, vortical]
            {"source": "isotropic", "preset": "consistent"} | :1:25: preset is 'consistent', but no source in use has presets (isotropic); leave it out
            {"closures": {"shares": "composition"}, "source": "isotropic"} | :1:15: closures.shares is known to no source in use (isotropic); there are [recoil]
            [] | : document is []; must be a JSON object { ... }
            """)
    void aWrongFileIsToldWithThePlaceAndWhatIsAllowed(String text, String problem)
            throws IOException, InterruptedException {
        Launcher.Outcome outcome = check(text.replace(';', '\n'));
        assertEquals("coupling.json" + problem + "\n", outcome.out());
        assertEquals("", outcome.err());
        assertEquals(1, outcome.exitCode());
    }

    @Test
    void allProblemsOfADocumentAreListedAtOnceAsJsonToo() throws IOException, InterruptedException {
        Launcher.Outcome outcome = check("{\"prset\": \"x\",\n \"wait-s\": -1}", "--json");
        assertEquals(1, outcome.exitCode());
        JsonObject json = outcome.json().asJsonObject();
        assertEquals("coupling.json", json.getString("file"));
        assertEquals(2, json.getJsonArray("problems").size());
        JsonObject second = json.getJsonArray("problems").getJsonObject(1);
        assertEquals("wait-s is -1; must be in [0, 1e6] s", second.getString("message"));
        assertEquals(2, second.getInt("line"));
        assertEquals(2, second.getInt("column"));
        assertTrue(json.getJsonArray("sources").isEmpty());
    }

    @Test
    void whatIsNoJsonIsSaidWithItsPlace() throws IOException, InterruptedException {
        Launcher.Outcome outcome = check("{\"preset\": }");
        assertEquals(1, outcome.exitCode());
        assertTrue(outcome.out().startsWith("coupling.json: document is not valid JSON: "), outcome.out());
        assertTrue(outcome.out().contains("line no=1, column no=12"), outcome.out());
    }

    @Test
    void aFileThatIsNotThereOrNotNamed() throws IOException, InterruptedException {
        Launcher.Outcome missing = new Launcher(folder).run("check-config", "nothing.json");
        assertEquals("chiralkick check-config: there is no file nothing.json\n", missing.err());
        assertEquals(1, missing.exitCode());
        assertEquals(2, new Launcher(folder).run("check-config").exitCode());
    }
}
