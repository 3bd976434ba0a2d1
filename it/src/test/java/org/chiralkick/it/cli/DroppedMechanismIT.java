package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chiralkick.it.felix.Installation;
import org.chiralkick.it.felix.MechanismJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A mechanism that nobody here has heard of, dropped in as a jar: every command lists, varies, compares and checks what it declares,
 * as with those that are built in.
 */
class DroppedMechanismIT {
    private static final String OF_THE_PREDICTION = "alpha,field_start_gauss,field_end_gauss,flux_end_gauss_cm2,flags";

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void dropIn() throws IOException {
        home = Installation.in(folder);
        MechanismJar.choosing("jet").into(home.resolve("bundles"));
        MechanismJar.choosing("fan").into(home.resolve("bundles"));
    }

    private Launcher.Outcome run(String line) throws IOException, InterruptedException {
        return new Launcher(folder)
                .run(Stream.concat(Stream.of(line.split(" ")), Stream.of("--home", home.toString()))
                        .toArray(String[]::new));
    }

    private JsonObject json(String line) throws IOException, InterruptedException {
        Launcher.Outcome outcome = run(line);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome.json().asJsonObject();
    }

    private double speed(String choices) throws IOException, InterruptedException {
        return json(("run --json --host static --steps 3 " + choices).strip())
                .getJsonNumber("speed_km_s")
                .doubleValue();
    }

    @Test
    void sourcesListsWhatItDeclares() throws IOException, InterruptedException {
        JsonArray sources = run("sources --json").json().asJsonArray();
        JsonObject jet = sources.getValuesAs(JsonObject.class).stream()
                .filter(source -> source.getString("name").equals("jet"))
                .findFirst()
                .orElseThrow();
        JsonObject declared = jet.getJsonObject("declared");
        assertEquals(
                List.of("spread", "shape"),
                declared.getJsonArray("closures").getValuesAs(JsonObject.class).stream()
                        .map(closure -> closure.getString("kind"))
                        .toList());
        JsonObject spread = declared.getJsonArray("closures").getJsonObject(0);
        assertEquals("wide", spread.getString("default"));
        assertEquals(
                "all of it in one beam",
                spread.getJsonArray("choices").getJsonObject(0).getString("meaning"));
        JsonObject strength = declared.getJsonArray("parameters").getJsonObject(0);
        assertEquals("strength", strength.getString("name"));
        assertEquals("in [0, 10]", strength.getString("range"));
        assertEquals(1, strength.getJsonNumber("default").doubleValue());
        assertEquals("strong", declared.getJsonArray("presets").getJsonObject(0).getString("name"));
        assertEquals(
                1, jet.getJsonObject("parameters").getJsonNumber("strength").doubleValue());

        String text = run("sources").out();
        for (String line : List.of(
                "  presets                 strong  a narrow jet ten times as strong",
                "  closures    spread      narrow  all of it in one beam",
                "                        * wide    half of it goes elsewhere",
                "              shape     * disk    from the whole cap",
                "                          ring    from its rim, fourfold",
                "  parameters  strength  1.0       factor on the whole jet (a number in [0, 10])")) {
            assertTrue(text.contains(line + "\n"), text);
        }
    }

    @Test
    void compareHasARowForEachOfItsChoicesAndEachIsTheRunThatItsWordsRepeat() throws IOException, InterruptedException {
        Map<String, JsonObject> rows = json("compare --json --host static").getJsonArray("cases").stream()
                .map(JsonValue::asJsonObject)
                .filter(row -> row.getString("source").equals("jet"))
                .collect(Collectors.toMap(row -> row.getString("choice"), row -> row));
        List<String> choices = new ArrayList<>(rows.keySet());
        choices.removeIf(choice -> choice.contains("recoil"));
        choices.sort(null);
        assertEquals(List.of("", "--closure shape=ring", "--closure spread=narrow", "--preset strong"), choices);
        assertEquals(4 + 4, rows.size(), "four other recoil geometries");
        double plain = speed(rows, "");
        assertTrue(plain > 0, "speed " + plain);
        assertEquals(2, speed(rows, "--closure spread=narrow") / plain, 1e-13);
        assertEquals(4, speed(rows, "--closure shape=ring") / plain, 1e-13);
        assertEquals(20, speed(rows, "--preset strong") / plain, 1e-13);
        for (String choice : choices) {
            double own = speed("--source jet " + choice);
            assertEquals(own, speed(rows, choice), 1e-13 * own, choice);
        }
    }

    private static double speed(Map<String, JsonObject> rows, String choice) {
        return Objects.requireNonNull(rows.get(choice), choice)
                .getJsonNumber("speed_km_s")
                .doubleValue();
    }

    @Test
    void aRunNamesWhatIsInForceWithWhatItMeans() throws IOException, InterruptedException {
        double plain = speed("--source jet");
        JsonObject run = json(
                "run --json --host static --steps 3 --source jet --closure spread=narrow --parameter strength=2.5 --out kick");
        assertEquals(5 * plain, run.getJsonNumber("speed_km_s").doubleValue(), 1e-12 * plain);
        assertFalse(run.containsKey("preset"), "it has none by default");
        assertEquals("narrow", run.getJsonObject("closures").getString("spread"));
        assertEquals("beamed-outflow", run.getJsonObject("closures").getString("recoil"));
        assertEquals(
                2.5, run.getJsonObject("parameters").getJsonNumber("strength").doubleValue());
        String page = Files.readString(folder.resolve("kick").resolve("report.html"));
        for (String said : List.of(
                "all of it in one beam",
                "factor on the whole jet",
                "a narrow jet ten times as strong",
                "from its rim, fourfold")) {
            assertTrue(page.contains(said), said);
        }
        assertTrue(
                page.contains("The assumption that matters most is the shape closure, disk: from the whole cap."),
                page);
        String text =
                run("run --host static --steps 3 --source jet --preset strong").out();
        assertTrue(text.contains(" by jet (1.0.0), preset strong."), text);
        assertTrue(text.contains("  spread    narrow          all of it in one beam\n"), text);
        assertTrue(text.contains("  strength  10.0            factor on the whole jet\n"), text);
    }

    @Test
    void severalMechanismsEachHaveTheirOwn() throws IOException, InterruptedException {
        double jet = speed("--source jet");
        assertEquals(
                (2 + 4) * jet,
                speed("--source jet+fan --closure jet.spread=narrow --closure fan.shape=ring"),
                1e-12 * jet);
        assertEquals(
                (20 + 4) * jet, speed("--source jet+fan --preset jet.strong --parameter fan.strength=4"), 1e-12 * jet);
        // The name of the mechanism is left out where one alone has it, whatever else acts.
        assertEquals(2 * jet, speed("--source isotropic+jet --closure spread=narrow"), 1e-12 * jet);
        assertEquals(
                2 * jet, speed("--source chiral+jet --closure share=equilibrium --closure spread=narrow"), 1e-12 * jet);
        JsonObject run = json("run --json --host static --steps 3 --source chiral+jet+fan"
                + " --closure share=equilibrium,fan.spread=narrow --preset consistent");
        JsonObject closures = run.getJsonObject("closures");
        assertEquals("equilibrium", closures.getString("share"));
        assertEquals("wide", closures.getString("jet.spread"));
        assertEquals("narrow", closures.getString("fan.spread"));
        assertEquals(3 * jet, run.getJsonNumber("speed_km_s").doubleValue(), 1e-12 * jet);
        assertEquals("consistent", run.getString("preset"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            --source jet --closure spraed=wide | closures.spraed is known to no source in use (jet; did you mean spread?); there are [spread, shape, recoil]
            --source jet --closure spread=narow | closures.spread is 'narow' (did you mean narrow?); must be one of [narrow, wide]
            --source jet --parameter strenght=2 | parameters.strenght is known to no source in use (jet; did you mean strength?); there are [strength]
            --source jet --parameter strength=11 | parameters.strength is 11.0; must be a number in [0, 10]
            --source jet --preset stong | preset is 'stong' (did you mean strong?); must be one of [strong]
            --source jet --preset consistent | preset is 'consistent'; must be one of [strong]
            --source jet+fan --closure spread=narrow | closures.spread is taken by several sources (jet, fan); say whose closure spread it is, as in jet.spread on a command line or under sources.jet in a file
            --source jet+fan --closure jet.spread=narow | sources.jet.closures.spread is 'narow' (did you mean narrow?); must be one of [narrow, wide]
            --source isotropic --preset consistent | preset is 'consistent', but no source in use has presets (isotropic); leave it out
            --source isotropic --closure share=composition | closures.share is known to no source in use (isotropic); there are [recoil]
            --closure shear=composition | closures.shear is known to no source in use (chiral; did you mean share?); there are [chirality, share, momentum, potentials, field, spectrum, recoil]
            --closure share=comp | closures.share is 'comp'; must be one of [all-left-handed, composition, susceptibility, equilibrium]
            --source jet --closure jet.spread=narrow,spread=wide | closures.spread is 'wide' here and 'narrow' under the name of its source; give it once
            --source jet+fan --preset jet.strong,jet.strong | --preset is given twice, jet.strong and jet.strong; give one for each mechanism
            --source jet --closure recol=lambert | closures.recol is known to no source in use (jet; did you mean recoil?); there are [spread, shape, recoil]
            --source jet --closure strength=2 | closures.strength is a parameter, not a closure; write it under parameters, or --parameter
            --preset kubs | preset is 'kubs'; must be one of [kubs-2016, consistent, equilibrium]
            """)
    void whatNoMechanismTakesIsAWrongCommandLine(String words, String message)
            throws IOException, InterruptedException {
        Launcher.Outcome outcome = run("run --host static " + words);
        assertEquals("chiralkick run: " + message + "\n", outcome.err());
        assertEquals("", outcome.out());
        assertEquals(2, outcome.exitCode());
    }

    @Test
    void theControlNamesNoPreset() throws IOException, InterruptedException {
        String text = run("run --host static --steps 3 --source isotropic").out();
        assertTrue(text.contains(" by isotropic (1.0.0).\n"), text);
        assertFalse(text.contains("preset"), text);
        assertFalse(
                json("run --json --host static --steps 3 --source isotropic").containsKey("preset"));
    }

    @Test
    void aScanVariesItsClosuresAndItsParameter() throws IOException, InterruptedException {
        Launcher.Outcome outcome =
                run("scan --host static --out scan --source jet --vary strength=1,2,4 --vary spread=wide,narrow");
        assertEquals(0, outcome.exitCode(), outcome.err());
        List<String> lines = Files.readAllLines(folder.resolve("scan").resolve("scan.csv")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        List<String> header = List.of(lines.get(0).split(",", -1));
        List<Double> speeds = lines.subList(1, lines.size()).stream()
                .map(line -> Double.parseDouble(line.split(",", -1)[header.indexOf("speed_km_s")]))
                .toList();
        assertEquals(6, speeds.size());
        double first = speeds.get(0);
        assertEquals(
                List.of(1.0, 2.0, 2.0, 4.0, 4.0, 8.0),
                speeds.stream().map(speed -> (double) Math.round(speed / first)).toList());

        Launcher.Outcome wrong = run("scan --host static --out other --source jet --vary strenght=1,2");
        assertTrue(
                wrong.err()
                        .startsWith(
                                "chiralkick scan: there is nothing to vary called 'strenght' (did you mean strength?); must be one of"),
                wrong.err());
        assertEquals(2, wrong.exitCode());
        assertEquals(
                "chiralkick scan: spread is varied and given by --closure spread; leave one of them out\n",
                run("scan --host static --out other --source jet --closure jet.spread=wide --vary spread=narrow,wide")
                        .err());
        assertEquals(
                "chiralkick scan: parameters.strength is 20.0; must be a number in [0, 10]\n",
                run("scan --host static --out other --source jet --vary strength=1,20")
                        .err());
        assertEquals(
                "chiralkick scan: closures.share is 'no'; must be one of [all-left-handed, composition, susceptibility, equilibrium]\n",
                run("scan --out other --vary share=composition,no").err());
        assertFalse(Files.exists(folder.resolve("other")), "nothing is written for a wrong command line");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"source": "jet", "parameters": {"strenght": 2}} | :1:34: parameters.strenght is known to no source in use (jet; did you mean strength?); there are [strength]
            {"sources": {"jet": {"parameters": {"strength": 11}}}} | :1:37: sources.jet.parameters.strength is 11.0; must be a number in [0, 10]
            {"sources": {"jet": {}, "fan": {"closures": {"shap": "ring"}}}} | :1:46: sources.fan.closures.shap is known to no source in use (fan; did you mean shape?); there are [spread, shape]
            """)
    void checkConfigChecksItsChoicesWithTheirPlaces(String text, String problem)
            throws IOException, InterruptedException {
        Files.writeString(folder.resolve("coupling.json"), text);
        Launcher.Outcome outcome = run("check-config coupling.json");
        assertEquals("coupling.json" + problem + "\n", outcome.out());
        assertEquals(1, outcome.exitCode());
    }

    @Test
    void checkConfigShowsWhatWillBeInForce() throws IOException, InterruptedException {
        Files.writeString(
                folder.resolve("coupling.json"),
                "{\"sources\": {\"jet\": {\"closures\": {\"spread\": \"narrow\"}, \"parameters\": {\"strength\": 3}}, \"chiral\": {}}}");
        Launcher.Outcome outcome = run("check-config coupling.json");
        assertEquals(0, outcome.exitCode(), outcome.out());
        assertTrue(outcome.out().contains("  closures    spread    * narrow  all of it in one beam\n"), outcome.out());
        assertTrue(outcome.out().contains("  parameters  strength  3.0  "), outcome.out());
    }

    @Test
    void evaluateGivesTheOutputsThatItGivesAndNoOther() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("zones.csv"), "b_x_gauss,b_y_gauss,b_z_gauss\n0,0,1e12\n");
        Launcher.Outcome outcome = run("evaluate --in zones.csv --source jet");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals(
                "neutrino_flux_x_per_cm2_s,neutrino_flux_y_per_cm2_s,neutrino_flux_z_per_cm2_s,"
                        + "neutrino_energy_flux_x_erg_per_cm2_s,neutrino_energy_flux_y_erg_per_cm2_s,"
                        + "neutrino_energy_flux_z_erg_per_cm2_s,flags",
                outcome.out().lines().findFirst().orElseThrow());
    }

    @Test
    void itIsCertified() throws IOException, InterruptedException {
        Launcher.Outcome outcome = run("certify " + home.resolve("bundles").resolve("jet.jar"));
        assertEquals(0, outcome.exitCode(), outcome.out());
        assertTrue(
                outcome.out()
                        .contains("R13 pass: does what it declares (4 choices of 2 closures, 1 parameters, 1 presets,"
                                + " in 13 instances, each as declared and evaluated)"),
                outcome.out());
    }

    @Test
    void observePutsItsLargestChoiceAndItsPresetBesideThePrediction() throws IOException, InterruptedException {
        Launcher.Outcome outcome = run("observe --host static --source jet --out observed");
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals(
                "field_gauss,speed_predicted_km_s,speed_ring_km_s,speed_strong_km_s," + OF_THE_PREDICTION,
                Files.readAllLines(folder.resolve("observed").resolve("predicted.csv"))
                        .get(0));
        assertEquals(0, run("observe --host static --out paper").exitCode());
        assertEquals(
                "field_gauss,speed_predicted_km_s,speed_all_left_handed_km_s,speed_kubs_2016_km_s," + OF_THE_PREDICTION,
                Files.readAllLines(folder.resolve("paper").resolve("predicted.csv"))
                        .get(0));
    }
}
