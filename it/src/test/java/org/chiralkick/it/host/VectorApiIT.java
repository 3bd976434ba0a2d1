package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.chiralkick.it.felix.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run gives the same bits with the Vector API and without, though with it other loops take over in the middle. */
class VectorApiIT {
    /** The other loops take over after a third of them. */
    private static final String STEPS = "1500";

    private static final String AFTER = "-Dchiralkick.vector.after=2000000";

    private static final List<String> LOOPS = List.of(
            "Initializing 'org/chiralkick/chiral/kernel/VectorFusedFluxes'",
            "Initializing 'org/chiralkick/host/internal/block/VectorPieceScan'");

    @TempDir
    private Path folder = Path.of("");

    private record Run(String said, String classes) {}

    private Run run(String... options) throws IOException, InterruptedException, URISyntaxException {
        Path said = folder.resolve("said.txt");
        Path classes = folder.resolve("classes.txt");
        Path tests = Path.of(LongRun.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+init:file=" + classes,
                "-cp",
                Distribution.home().resolve("lib") + "/*:" + tests));
        command.addAll(List.of(options));
        command.addAll(List.of(LongRun.class.getName(), Distribution.home().toString(), STEPS));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(said.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(process.waitFor(120, TimeUnit.SECONDS), "the host ends");
        assertEquals(0, process.exitValue(), String.join(" ", command));
        return new Run(Files.readString(said), Files.readString(classes));
    }

    @Test
    void theSameBitsWithItAndWithout() throws IOException, InterruptedException, URISyntaxException {
        Run without = run(AFTER);
        Run with = run(AFTER, "--add-modules", "jdk.incubator.vector");
        Run slow = run(AFTER, "--add-modules", "jdk.incubator.vector", "-XX:TieredStopAtLevel=1");
        for (String loop : LOOPS) {
            assertTrue(with.classes().contains(loop), loop + " takes part");
            assertFalse(without.classes().contains(loop), loop + " does not");
            assertFalse(slow.classes().contains(loop), loop + " does not where C2 is missing: it would crawl");
        }
        assertTrue(without.said().contains("INPUT"), without.said());
        assertEquals(without.said(), with.said());
        assertEquals(without.said(), slow.said());
    }
}
