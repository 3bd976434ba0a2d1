package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.it.felix.Installation;
import org.chiralkick.it.felix.MechanismJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShellCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void install() throws IOException {
        home = Installation.in(folder);
        MechanismJar.choosing("jet").into(home.resolve("bundles"));
    }

    private Launcher.Outcome shell(String... lines) throws IOException, InterruptedException {
        return new Launcher(folder).runWith(String.join("\n", lines), "shell", "--home", home.toString());
    }

    private static void assertLine(Launcher.Outcome outcome, String expression) {
        assertTrue(
                outcome.out().lines().anyMatch(line -> line.matches(expression)), expression + " in " + outcome.out());
    }

    @Test
    void mechanismsAreListedStoppedStartedSwappedAndUpdated() throws Exception {
        Path again = MechanismJar.choosing("jet").into(folder);
        Launcher.Outcome outcome = shell(
                "list",
                "stop jet",
                "diagnose jet",
                "start jet",
                "swap vortical jet",
                "diagnose",
                "update jet '" + again + "'",
                "diagnose jet",
                "help",
                "exit",
                "nothing is read behind it");
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exitCode());
        assertLine(outcome, " *\\d+ +active +org\\.chiralkick\\.chiral +1\\.\\S+ +chiral");
        assertLine(outcome, " *\\d+ +active +jet +1\\.0\\.0 +jet");
        assertLine(outcome, "jet 1\\.0\\.0 is stopped");
        assertLine(outcome, "source jet is not there; .*bundle jet 1\\.0\\.0 is stopped.*");
        assertLine(outcome, "jet 1\\.0\\.0 is active, org\\.chiralkick\\.vortical \\S+ is stopped");
        assertLine(outcome, "bundle org\\.chiralkick\\.vortical \\S+ is stopped; .*");
        assertLine(outcome, "source jet \\(bundle jet 1\\.0\\.0\\) is installed and waits for its configuration.*");
        assertLine(outcome, "swap NAME OTHER .*");
    }

    @Test
    void whatFailsIsSaidTheRestIsDoneAndTheExitCodeTells() throws Exception {
        Launcher.Outcome outcome =
                shell("frobnicate", "stop nobody", "start", "update jet missing.jar", "swap jet jet", "stop jet");
        assertEquals(1, outcome.exitCode());
        assertEquals(
                List.of(
                        "there is no command 'frobnicate'; there are list, diagnose, start, stop, update, swap, help, exit",
                        "start is not called so; see help",
                        "'missing.jar' is no file; must be the jar of a mechanism",
                        "jet and jet are of one bundle, jet 1.0.0; name two"),
                outcome.err()
                        .lines()
                        .filter(line -> !line.startsWith("there is no mechanism"))
                        .toList());
        assertTrue(
                outcome.err().contains("there is no mechanism 'nobody'; there are org.chiralkick.chiral,"),
                outcome.err());
        assertEquals("jet 1.0.0 is stopped\n", outcome.out());
    }
}
