package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.it.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code run} with a star that evolves, the default, as a user calls it. */
class EvolvingRunIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void theStarCoolsWhileItIsKicked() throws IOException, InterruptedException {
        JsonObject run = outcome("run", "--json", "--duration", "1", "--zones", "40")
                .json()
                .asJsonObject();
        assertEquals("pns", run.getJsonObject("inputs").getString("host"));
        assertEquals(1, run.getJsonNumber("time_s").doubleValue(), 1e-9);
        assertTrue(run.getJsonNumber("speed_km_s").doubleValue() > 0);
        assertEquals(180, run.getJsonNumber("angle_to_spin_deg").doubleValue(), 1e-6);
        JsonObject start = run.getJsonObject("start");
        JsonObject end = run.getJsonObject("end");
        assertTrue(end.getJsonNumber("emission_radius_cm").doubleValue()
                < start.getJsonNumber("emission_radius_cm").doubleValue());
        assertTrue(end.getJsonNumber("field_gauss").doubleValue() > 1e12, "flux is frozen in");
        double emitted =
                run.getJsonObject("budget").getJsonNumber("energy_emitted_erg").doubleValue();
        assertTrue(emitted > 1e52 && emitted < 3e53, "emitted " + emitted);
        String assumptions = run.getJsonArray("assumptions").toString();
        assertTrue(assumptions.contains("matter accretes no more"), assumptions);
        assertTrue(!assumptions.contains("lapse not given"), assumptions);
    }

    @Test
    void historyAndShellsAreWrittenBesideTheResult() throws IOException, InterruptedException {
        Path out = folder.resolve("kick");
        Launcher.Outcome run = outcome("run", "--duration", "0.05", "--zones", "30", "--out", String.valueOf(out));
        assertTrue(run.out().startsWith("The star is kicked to "), run.out());
        assertTrue(Files.readString(out.resolve("run.json")).contains("\"host\": \"pns\""));
        List<String> history = Files.readAllLines(out.resolve("history.csv"));
        int columns = history.get(0).split(",", -1).length;
        assertTrue(history.size() > 10, "steps: " + history.size());
        for (String line : history) {
            assertEquals(columns, line.split(",", -1).length, line);
        }
        assertEquals(2 + 30, Files.readAllLines(out.resolve("shells.csv")).size());
    }

    @Test
    void aFieldMapIsFrozenIntoTheStar() throws IOException, InterruptedException {
        Path map = SharedData.require("fields/xns_twisted_torus_M1.55.h5");
        JsonObject run = outcome(
                        "run",
                        "--json",
                        "--duration",
                        "0.02",
                        "--zones",
                        "30",
                        "--geometry",
                        String.valueOf(map),
                        "--field",
                        "1e14",
                        "--field-stretch",
                        "4")
                .json()
                .asJsonObject();
        double field = run.getJsonObject("start").getJsonNumber("field_gauss").doubleValue();
        assertTrue(field > 1e11 && field < 1e14, "rms field on the neutrinosphere: " + field);
    }

    private static double number(JsonObject json, String key) {
        return json.getJsonNumber(key).doubleValue();
    }

    private JsonObject json(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("run", "--json", "--duration", "1", "--zones", "40"));
        words.addAll(List.of(more));
        return outcome(words.toArray(String[]::new)).json().asJsonObject();
    }

    @Test
    void everyResultGivesBothClosuresOfEscape() throws IOException, InterruptedException {
        JsonObject dipole = json();
        JsonObject surface = json("--escape", "surface");
        assertEquals("dipole", dipole.getString("escape"));
        assertEquals("none", dipole.getJsonObject("inputs").getString("feedback"));
        assertEquals("surface", surface.getString("escape"));
        assertEquals("angular-mean", surface.getJsonObject("inputs").getString("feedback"));
        assertEquals(number(dipole, "speed_dipole_km_s"), number(dipole, "speed_km_s"));
        assertEquals(number(surface, "speed_surface_km_s"), number(surface, "speed_km_s"));
        // The angular mean of a field without monopole vanishes but for rounding.
        for (String key : List.of("speed_dipole_km_s", "speed_surface_km_s")) {
            assertEquals(number(dipole, key), number(surface, key), 1e-6 * number(dipole, key), key);
        }
        assertTrue(number(dipole, "speed_dipole_km_s") > number(dipole, "speed_surface_km_s"), dipole.toString());
        for (JsonObject run : List.of(dipole, surface)) {
            double momentum = Math.abs(
                    run.getJsonArray("momentum_g_cm_s").getJsonNumber(2).doubleValue());
            double energy = number(run.getJsonObject("budget"), "energy_at_infinity_erg");
            double alpha = momentum * 2.99792458e10 / energy;
            assertEquals(alpha, number(run, "alpha"), 1e-9 * alpha);
            assertFalse(run.getBoolean("beyond_budget"));
            assertTrue(number(run, "largest_field_gauss") > 1e12, run.toString());
        }
        // Each evaluation of the surface is flagged, and the first lines say so; inside most are not.
        assertTrue(outcome("run", "--duration", "1", "--zones", "40", "--escape", "surface")
                .out()
                .contains("All that emits is outside validity: each evaluation of its surface is flagged knudsen."));
        double inside = number(dipole.getJsonObject("flags_interior"), "knudsen");
        assertTrue(inside > 0, dipole.toString());
    }

    @Test
    void theKickIsLinearInTheFieldUntilTheStarHasNoMoreToGive() throws IOException, InterruptedException {
        JsonObject one = json();
        JsonObject three = json("--field", "3e12");
        assertEquals(3 * number(one, "speed_km_s"), number(three, "speed_km_s"), 1e-9 * number(three, "speed_km_s"));
        assertEquals(
                number(one, "largest_field_gauss"),
                number(three, "largest_field_gauss"),
                1e-9 * number(one, "largest_field_gauss"));
        JsonObject beyond = json("--field", "1e16", "--closure", "share=all-left-handed");
        assertTrue(beyond.getBoolean("beyond_budget"));
        for (String key : List.of("speed_km_s", "kick_km_s", "speed_dipole_km_s", "angle_to_spin_deg")) {
            assertTrue(beyond.isNull(key), key);
        }
        double largest = number(beyond, "largest_field_gauss");
        assertTrue(largest > 1e10 && largest < 1e16, "largest field " + largest);
        JsonObject inside = json("--field", "" + 0.99 * largest, "--closure", "share=all-left-handed");
        assertTrue(number(inside, "speed_km_s") > 0, inside.toString());
        JsonObject outside = json("--field", "" + 1.01 * largest, "--closure", "share=all-left-handed");
        assertTrue(outside.getBoolean("beyond_budget"));
        String text = outcome(
                        "run",
                        "--duration",
                        "1",
                        "--zones",
                        "40",
                        "--field",
                        "1e16",
                        "--closure",
                        "share=all-left-handed")
                .out();
        assertTrue(text.startsWith("No speed can be given for chiral"), text);
        assertTrue(text.contains("The largest field inside this budget is "), text);
        assertTrue(text.contains("dipole-large: ") && text.contains("dipole-beyond-flux: "), text);
        assertFalse(text.contains("This is no speed but") || text.contains("the star recoils the other way"), text);
    }

    @Test
    void whatDoesNotGoWithAClosureOfEscapeIsRefused() throws IOException, InterruptedException {
        Launcher launcher = new Launcher(folder);
        Launcher.Outcome feedback = launcher.run("run", "--feedback", "outflow");
        assertEquals(2, feedback.exitCode());
        assertTrue(feedback.err().contains("belongs to --escape surface"), feedback.err());
        Launcher.Outcome frozen = launcher.run("run", "--host", "static", "--escape", "dipole");
        assertEquals(2, frozen.exitCode());
        assertTrue(frozen.err().contains("needs a star with neutrino transport"), frozen.err());
        JsonObject still = outcome("run", "--json", "--host", "static", "--steps", "2")
                .json()
                .asJsonObject();
        assertEquals("surface", still.getString("escape"));
        assertEquals(number(still, "speed_surface_km_s"), number(still, "speed_km_s"));
        assertFalse(still.containsKey("speed_dipole_km_s"));
    }

    private Launcher.Outcome outcome(String... args) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run(args);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome;
    }
}
