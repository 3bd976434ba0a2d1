package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code audit} as a user calls it. */
class AuditCommandIT {
    @TempDir
    private Path folder = Path.of("");

    private String recording(String audit) throws IOException {
        return Files.writeString(
                        folder.resolve("recording"),
                        "chiralkick-replay 1\nevaluation 1 0\nresult 1 0 0 0 0 0\ncommit 1\naudit " + audit + "\n")
                .toString();
    }

    @Test
    void aRunOfOursIsSound() throws IOException, InterruptedException {
        Launcher launcher = new Launcher(folder);
        String out = folder.resolve("out").toString();
        Launcher.Outcome run = launcher.run("run", "--host", "static", "--steps", "10", "--out", out);
        assertEquals(0, run.exitCode(), run.err());
        Launcher.Outcome audit = launcher.run("audit", out);
        assertEquals(0, audit.exitCode(), audit.out() + audit.err());
        assertTrue(audit.out().contains("steps 10, held 0, "), audit.out());
        assertTrue(audit.out().endsWith("nothing found that makes the kick wrong\n"), audit.out());
    }

    @Test
    void whatMakesTheKickWrongIsNamedAndFails() throws IOException, InterruptedException {
        Launcher.Outcome audit = new Launcher(folder).run("audit", recording("1 1 0 0 0 0 0 0 0 0 0 0"));
        assertEquals(1, audit.exitCode(), audit.out() + audit.err());
        assertTrue(
                audit.out().endsWith("WRONG: 1 of 1 steps were held without their source and have no recoil\n"),
                audit.out());
    }

    @Test
    void aFileThatIsNoRunIsRefusedInOneLine() throws IOException, InterruptedException {
        String file =
                Files.writeString(folder.resolve("table.csv"), "a,b\n1,2\n").toString();
        Launcher.Outcome audit = new Launcher(folder).run("audit", file);
        assertEquals(1, audit.exitCode());
        assertEquals("", audit.out());
        assertTrue(audit.err().startsWith("chiralkick audit: " + file + ": is neither a recording"), audit.err());
    }
}
