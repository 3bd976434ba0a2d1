package org.chiralkick.host.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.chiralkick.host.value.CouplingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuilderTest {
    @Test
    void refusesAFolderThatIsNoDistribution(@TempDir Path folder) {
        CouplingException refusal = assertThrows(CouplingException.class, () -> FelixRuntime.start(folder));
        assertEquals(CouplingException.Kind.ARGUMENT, refusal.kind());
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("is its parent the distribution's folder?"),
                refusal.getMessage());
    }

    @Test
    void refusesADropInFolderThatIsNotThere(@TempDir Path folder) {
        Path missing = folder.resolve("bundles");
        CouplingException refusal = assertThrows(
                CouplingException.class, () -> FelixRuntime.builder().dropIn(missing));
        assertEquals(
                "folder of mechanisms '" + missing + "' is not there; make it, or name another", refusal.getMessage());
    }

    @Test
    void refusesAPathThatFileInstallWouldReadAsTwo(@TempDir Path folder) throws Exception {
        Path comma = Files.createDirectory(folder.resolve("kicks, 2016"));
        CouplingException refusal = assertThrows(
                CouplingException.class, () -> FrameworkSettings.of(folder, Optional.of(comma), Duration.ofSeconds(1)));
        assertTrue(
                String.valueOf(refusal.getMessage()).contains("a comma or ${ in its path is not possible"),
                refusal.getMessage());
    }
}
