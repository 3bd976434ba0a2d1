package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    private Launcher.Outcome outcome(String... args) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run(args);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome;
    }
}
