package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CertifyCommandIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void ourOwnMechanismPassesRuleByRule() throws IOException, InterruptedException {
        Launcher.Outcome outcome = new Launcher(folder).run("certify", mechanism("vortical-source"));
        assertEquals(0, outcome.exitCode(), outcome.err());
        assertEquals("", outcome.err());
        List<String> lines = outcome.out().lines().toList();
        for (int rule = 1; rule <= 13; rule++) {
            assertTrue(lines.get(rule - 1).startsWith("R" + rule + " pass: "), lines.get(rule - 1));
        }
        assertEquals("source vortical keeps all 14 rules", lines.get(14));
    }

    @Test
    void aJarThatIsNoBundleIsRefusedInOneLine() throws IOException, InterruptedException {
        Path jar = Files.writeString(folder.resolve("broken.jar"), "not a zip file");
        Launcher.Outcome outcome = new Launcher(folder).run("certify", jar.toString());
        assertEquals(1, outcome.exitCode());
        assertEquals("", outcome.out());
        assertEquals(1, outcome.err().lines().count(), outcome.err());
        assertTrue(
                outcome.err().startsWith("chiralkick certify: ")
                        && outcome.err().contains("broken.jar"),
                outcome.err());
    }

    private static String mechanism(String module) throws IOException {
        try (Stream<Path> bundles = Files.list(Path.of(System.getProperty("chiralkick.home"), "bundles"))) {
            return bundles.filter(jar -> jar.getFileName().toString().contains(module))
                    .findFirst()
                    .orElseThrow()
                    .toAbsolutePath()
                    .toString();
        }
    }
}
