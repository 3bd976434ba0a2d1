package org.chiralkick.it.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.it.cli.Launcher;
import org.chiralkick.study.Session;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.Work;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunStudyIT {
    private static final Path HOME = Launcher.distribution();

    @TempDir
    Path folder = Path.of("");

    @Test
    void aStarThatCoolsGetsTheKickOfTheCommand() throws IOException, InterruptedException {
        RunInputs inputs =
                RunInputs.builtIn().durationS(0.2).zones(40).spinPeriodS(0.1).build();
        List<Long> done = new ArrayList<>();
        try (Session session = Session.open(HOME)) {
            Run run = Run.of(session, inputs, CouplingConfig.defaults(), done::add);
            JsonObject printed = print(
                    "run", "--json", "--duration", "0.2", "--zones", "40", "--spin-period", "0.1", "--out", "cmd");
            assertEquals(speed(printed), run.kick().speed());
            assertEquals(0.2, run.durationS());
            assertEquals(Work.of(inputs).count(), done.get(done.size() - 1));
            write(RunResult.of(session, run, "cooling"));
        }
        sameFile("history.csv");
        sameFile("shells.csv");
    }

    @Test
    void aFrozenStarGetsTheKickOfTheCommand() throws IOException, InterruptedException {
        RunInputs inputs =
                RunInputs.builtIn().frozen().fieldGauss(1e13).steps(10).build();
        List<Long> done = new ArrayList<>();
        try (Session session = Session.open(HOME)) {
            Run run = Run.of(session, inputs, CouplingConfig.defaults(), done::add);
            JsonObject printed =
                    print("run", "--json", "--host", "static", "--field", "1e13", "--steps", "10", "--out", "cmd");
            assertEquals(speed(printed), run.kick().speed());
            assertEquals(
                    speed(printed.getJsonObject("alternative_surface")),
                    run.decoupling().orElseThrow().kicked().kick().speed());
            assertEquals(Work.of(inputs).count(), done.get(done.size() - 1));
            write(RunResult.of(session, run, "frozen"));
        }
        sameFile("history.csv");
        sameFile("profile.csv");
    }

    private JsonObject print(String... words) throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run(words);
        assertEquals(0, outcome.exitCode(), outcome.err());
        return outcome.json().asJsonObject();
    }

    private static double speed(JsonObject json) {
        return json.getJsonNumber("speed_km_s").doubleValue();
    }

    private void write(RunResult result) throws IOException {
        String written = RunFiles.of(result).write(folder.resolve("study"));
        assertTrue(written.contains("report.html"), written);
    }

    private void sameFile(String name) throws IOException {
        assertEquals(
                Files.readString(folder.resolve("cmd").resolve(name)),
                Files.readString(folder.resolve("study").resolve(name)));
    }
}
