package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host whose OpenMP threads evaluate their blocks at once. */
class OpenMpIT {
    @TempDir
    Path folder = Path.of("");

    @Test
    void anyNumberOfThreadsGivesTheSameBitsAndIsAttachedOnce() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        Workshop workshop = new Workshop(folder);
        String host = workshop.test("openmp", "chiralkick", "-fopenmp").toString();
        String expected = "";
        for (int threads : new int[] {1, 2, 8}) {
            Path log = folder.resolve("threads" + threads + ".log");
            Outcome outcome = workshop.run(
                    List.of(host, Integer.toString(threads)),
                    Map.of("CHIRALKICK_JVM_OPTIONS", "-Xlog:os+thread=info:file=" + log));
            assertEquals(0, outcome.exit(), outcome.err());
            assertTrue(outcome.out().matches("flux [0-9A-F]{16}\nrecoil( [0-9A-F]{16}){8} 3\n"), outcome.out());
            expected = threads == 1 ? outcome.out() : expected;
            assertEquals(expected, outcome.out(), threads + " threads");
            // What the VM itself says: the thread that starts it and ends, then each host thread once in its life.
            List<String> lines = Files.readAllLines(log);
            assertEquals(
                    1 + threads,
                    lines.stream()
                            .filter(line -> line.contains("Thread attached"))
                            .count());
        }
    }
}
