package org.chiralkick.it.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.chiralkick.it.felix.Installation;
import org.chiralkick.it.felix.MechanismJar;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A temporary folder into which a mechanism's jar does not fit. The file system is not filled up for it: the shell's limit on the size of files
 * makes the same copy fail, of a jar that is larger than all others.
 */
class FullTemporaryFolderIT {
    private static final int JAR_BYTES = 4 << 20;

    /** In the shell's blocks of 512 bytes or, in bash, of 1024: the services' jars fit in either. */
    private static final int LIMIT = 2048;

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");

    @BeforeEach
    void install() throws IOException {
        home = Installation.in(folder);
        Path jar = MechanismJar.choosing("jet").into(home.resolve("bundles"));
        byte[] table = new byte[JAR_BYTES];
        new Random(1).nextBytes(table);
        try (FileSystem inside = FileSystems.newFileSystem(jar)) {
            Files.write(inside.getPath("table.bin"), table);
        }
    }

    @Test
    void aRunFailsAndNamesTheCopyThatFailed() throws Exception {
        Launcher.Outcome outcome = limited("run --host static --steps 2 --source jet");
        assertEquals(1, outcome.exitCode(), outcome.err());
        assertTrue(outcome.err().contains("jet"), outcome.err());
        assertTrue(
                outcome.err().contains("file jet.jar cannot be installed: its copy in the temporary folder '"),
                outcome.err());
        assertTrue(outcome.err().contains("free some space, or set TMPDIR"), outcome.err());
    }

    @Test
    void theOthersActAllTheSame() throws Exception {
        Launcher.Outcome outcome = limited("run --host static --steps 2 --source isotropic");
        assertEquals(0, outcome.exitCode(), outcome.err());
    }

    private Launcher.Outcome limited(String command) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Process process = new ProcessBuilder(
                        "sh",
                        "-c",
                        "ulimit -f " + LIMIT + "; exec \"$0\" " + command + " --home \"$1\"",
                        Launcher.distribution().resolve("bin/chiralkick").toString(),
                        home.toString())
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new Launcher.Running(process, out, err).end();
    }
}
