package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The ledger's state in a native host's own restart file: refused when damaged, carried to other ranks, safe from kill -9. */
class RestartIT {
    private static final int KILLED = 128 + 9;
    private static final int STEPS = 12;

    @TempDir
    static Path programs = Path.of("");

    private static String restart = "";

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void compile() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        restart = new Workshop(programs).test("restart", "chiralkick").toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"damaged", "ranks"})
    void theStateIsRefusedWhenDamagedAndServesAnyNumberOfRanks(String question)
            throws IOException, InterruptedException {
        new Workshop(folder).says("ok\n", Map.of(), restart, question);
    }

    @Test
    void killedBetweenEvaluationCheckpointAndCommitNothingIsLost() throws IOException, InterruptedException {
        Workshop workshop = new Workshop(folder);
        Outcome whole = workshop.run(List.of(restart, "run", "whole", Integer.toString(STEPS)), Map.of());
        assertTrue(whole.out().matches("recoil( [0-9A-F]{16}){8} 12\n"), whole.out() + whole.err());
        Random random = new Random(20260801);
        int step = 0;
        for (String when : List.of("evaluated", "committed", "written", "evaluated")) {
            step += 1 + random.nextInt(3);
            Outcome killed = workshop.run(
                    List.of(restart, "run", "killed", Integer.toString(STEPS), Integer.toString(step), when), Map.of());
            assertEquals(KILLED, killed.exit(), "killed in step " + step + " when " + when + ": " + killed.err());
            assertEquals("", killed.out());
        }
        Outcome last = workshop.run(List.of(restart, "run", "killed", Integer.toString(STEPS)), Map.of());
        assertEquals(whole.out(), last.out(), last.err());
        assertArrayEquals(Files.readAllBytes(folder.resolve("whole")), Files.readAllBytes(folder.resolve("killed")));
    }
}
