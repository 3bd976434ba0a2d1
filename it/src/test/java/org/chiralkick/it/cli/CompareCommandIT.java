package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code chiralkick compare}: each row is the run that its words repeat. */
class CompareCommandIT {
    /** One of each control, and for the others each choice of each closure and each preset: 17 of chiral, twice 6, and 2. */
    private static final int ROWS = 31;

    @TempDir
    private Path folder = Path.of("");

    private static String key(JsonObject row) {
        return (row.getString("source") + " " + row.getString("choice")).strip();
    }

    private static JsonObject row(Map<String, JsonObject> rows, String key) {
        return Objects.requireNonNull(rows.get(key), key);
    }

    private static double speed(Map<String, JsonObject> rows, String key) {
        return speed(row(rows, key));
    }

    private static String problem(Map<String, JsonObject> rows, String key) {
        return row(rows, key).getString("problem");
    }

    private static double speed(JsonObject row) {
        return row.getJsonNumber("speed_km_s").doubleValue();
    }

    private static double number(JsonObject row, String key) {
        return row.getJsonNumber(key).doubleValue();
    }

    private Map<String, JsonObject> compare(String... args) throws IOException, InterruptedException {
        String[] all = new String[args.length + 2];
        all[0] = "compare";
        all[1] = "--json";
        System.arraycopy(args, 0, all, 2, args.length);
        Launcher.Outcome outcome = new Launcher(folder).run(all);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome.json().asJsonObject().getJsonArray("cases").stream()
                .map(JsonValue::asJsonObject)
                .collect(Collectors.toMap(CompareCommandIT::key, row -> row));
    }

    private static double momentum(JsonObject row) {
        return row.getJsonArray("momentum_g_cm_s").getJsonNumber(2).doubleValue();
    }

    private JsonObject json(String... args) throws IOException, InterruptedException {
        Launcher.Outcome run = new Launcher(folder).run(args);
        assertEquals(0, run.exitCode(), run.err());
        return run.json().asJsonObject();
    }

    private double run(String... args) throws IOException, InterruptedException {
        return speed(json(args));
    }

    @Test
    void everyMechanismAndEveryChoiceOfEveryClosureIsARow() throws IOException, InterruptedException {
        Map<String, JsonObject> rows = compare("--host", "static");
        assertEquals(ROWS, rows.size(), rows.keySet().toString());
        double asItIs = speed(rows, "chiral");
        assertTrue(asItIs > 1, "speed " + asItIs);

        // guide/physics.md (4.7): the five geometries on a sphere in a uniform field, relative to the disk.
        assertEquals(2, speed(rows, "chiral --closure recoil=beamed-net") / asItIs, 1e-13);
        assertEquals(4. / 3, speed(rows, "chiral --closure recoil=radial-net") / asItIs, 1e-13);
        assertEquals(2. / 3, speed(rows, "chiral --closure recoil=radial-outflow") / asItIs, 1e-13);
        assertEquals(8. / 9, speed(rows, "chiral --closure recoil=lambert") / asItIs, 1e-13);
        // Without rotation nothing but the share of the magnetic current makes neutrinos flow.
        assertEquals(0, speed(rows, "chiral --preset equilibrium"));
        assertEquals(0, speed(rows, "chiral --closure share=equilibrium"));
        assertEquals(0, speed(rows, "vortical"));
        assertEquals(0, speed(rows, "isotropic"));
        // A profile knows neither quarks nor by how much neutrinos are out of equilibrium.
        assertTrue(problem(rows, "quark-urca").endsWith("up quark chemical potential, down quark chemical potential"));
        assertTrue(problem(rows, "polarised-nucleon").contains("neutrino energy density"));

        JsonObject preset = row(rows, "chiral --preset kubs-2016");
        assertEquals("all-left-handed", preset.getJsonObject("closures").getString("share"));
        double repeated = run("run", "--json", "--host", "static", "--preset", "kubs-2016", "--steps", "7");
        assertEquals(repeated, speed(preset), 1e-13 * repeated);
    }

    @Test
    void allAreKickedAlongOneEvolutionAsIfEachHadItsOwn() throws IOException, InterruptedException {
        String[] star = {"--zones", "40", "--duration", "1", "--obliquity", "35", "--spin-period", "0.03"};
        Map<String, JsonObject> rows = compare(star);
        assertEquals(ROWS, rows.size(), rows.keySet().toString());
        JsonObject asItIs = row(rows, "chiral");
        JsonObject net = row(rows, "chiral --closure recoil=beamed-net");
        assertEquals("dipole", asItIs.getString("escape"));
        assertEquals(speed(asItIs), number(asItIs, "speed_dipole_km_s"));
        // The recoil geometry is the surface's; the response inside leaves along the normal.
        assertEquals(2, number(net, "speed_surface_km_s") / number(asItIs, "speed_surface_km_s"), 1e-9);
        assertEquals(speed(asItIs), speed(net));
        assertTrue(row(rows, "chiral").getJsonObject("flags").containsKey("knudsen"), "flags of what is inside");
        for (String choice : List.of("", "--preset kubs-2016", "--closure momentum=thermal")) {
            List<String> words = new ArrayList<>(List.of("run", "--json", "--feedback", "none"));
            words.addAll(List.of(star));
            words.addAll(choice.isEmpty() ? List.of() : List.of(choice.split(" ")));
            JsonObject row = row(rows, ("chiral " + choice).strip());
            double own = run(words.toArray(String[]::new));
            assertEquals(own, speed(row), 1e-9 * own, choice);
            words.addAll(List.of("--escape", "surface"));
            assertEquals(run(words.toArray(String[]::new)), number(row, "speed_surface_km_s"), 0, choice);
        }
        assertEquals(0, speed(rows, "isotropic"));
        assertTrue(speed(rows, "vortical") > 0, "rotation makes neutrinos flow");
        assertTrue(problem(rows, "quark-urca --closure axis=along-field")
                .startsWith("not on this star, which has no quark matter: "));
        requirePolarisedNucleons(star, rows);
    }

    /** The fourth mechanism on this star, by what leaves the dipole and by what leaves its surface. */
    private void requirePolarisedNucleons(String[] star, Map<String, JsonObject> rows)
            throws IOException, InterruptedException {
        JsonObject polarised = row(rows, "polarised-nucleon");
        assertTrue(speed(polarised) > 0, "speed " + speed(polarised));
        assertEquals(speed(polarised), number(polarised, "speed_dipole_km_s"));
        double scattered = speed(rows, "polarised-nucleon --closure interactions=scattering");
        assertTrue(scattered > 0 && scattered < 3 * speed(polarised) && scattered != speed(polarised), "" + scattered);
        JsonObject net = row(rows, "polarised-nucleon --closure recoil=beamed-net");
        assertEquals(2, number(net, "speed_surface_km_s") / number(polarised, "speed_surface_km_s"), 1e-9);
        assertEquals(speed(polarised), speed(net));
        List<String> words = new ArrayList<>(List.of("run", "--json", "--source", "polarised-nucleon"));
        words.addAll(List.of(star));
        JsonObject own = json(words.toArray(String[]::new));
        assertEquals(speed(own), speed(polarised), 1e-9 * speed(own));
        assertEquals(number(own, "speed_surface_km_s"), number(polarised, "speed_surface_km_s"), 0);
        assertTrue(own.toString().contains("depart from equilibrium by -div F/(c chi_a)"), own.toString());
    }

    @Test
    void eachHasAnEvolutionOfItsOwnWhereTheStarFeelsIt() throws IOException, InterruptedException {
        String[] star = {
            "--zones", "16", "--duration", "0.005", "--field", "1e17", "--escape", "surface", "--feedback", "outflow"
        };
        Map<String, JsonObject> rows = compare(star);
        List<String> words = new ArrayList<>(List.of("run", "--json"));
        words.addAll(List.of(star));
        JsonObject own = json(words.toArray(String[]::new));
        assertEquals(momentum(own), momentum(row(rows, "chiral")), 0);
        assertTrue(own.isNull("speed_km_s"), "more than the star has lost");
        words.set(words.size() - 1, "none");
        assertNotEquals(momentum(json(words.toArray(String[]::new))), momentum(own));
        // More leptons than there are: the reason stands in the row, and the other rows are there.
        String problem = row(rows, "chiral --preset kubs-2016").getString("problem");
        assertTrue(problem.contains("the mechanism takes"), problem);
    }

    @Test
    void rotationSetsTheVorticalMechanismsInMotion() throws IOException, InterruptedException {
        Map<String, JsonObject> rows = compare("--host", "static", "--spin-period", "0.01");
        double vortical = speed(rows, "vortical");
        assertTrue(vortical > 0, "speed " + vortical);
        // In equilibrium the neutrinos' own vortical current is all that is left of the chiral mechanism.
        assertEquals(vortical, speed(rows, "chiral --preset equilibrium"), 1e-13 * vortical);
        assertEquals(0, speed(rows, "isotropic"));
    }

    @Test
    void theTableAlsoGoesToAFile() throws IOException, InterruptedException {
        Path csv = folder.resolve("all.csv");
        Launcher.Outcome outcome = new Launcher(folder).run("compare", "--host", "static", "--csv", csv.toString());
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertTrue(outcome.out().contains("--closure share=all-left-handed"), outcome.out());
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.get(0).startsWith("# star builtin; surface at 10.00 km"), lines.get(0));
        assertTrue(lines.get(1).startsWith("source,choice,kick_x_km_s"), lines.get(1));
        assertEquals(2 + ROWS, lines.size());
    }
}
