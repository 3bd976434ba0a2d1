package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chiralkick.baseline.ApiDump;
import org.chiralkick.baseline.SemanticVersioning;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages that a host calls keep to semantic versions since the last release, as those of the SPI do. The release is
 * {@code baseline/host.txt}; after a release (and, until 1.0.0 is out, after any change of the interface) it is written anew with
 *
 * <pre>
 *   mvn -pl host-adapter -am test -Dtest=HostBaselineTest -Dsurefire.failIfNoSpecifiedTests=false -Dchiralkick.baseline.write=true
 * </pre>
 */
class HostBaselineTest {
    private static final Path RELEASED = Path.of("src/test/resources/baseline/host.txt");
    private static final File CLASSES = new File("target/classes");

    @BeforeAll
    static void writeIfRequested() throws Exception {
        if (Boolean.getBoolean("chiralkick.baseline.write")) {
            Files.createDirectories(RELEASED.getParent());
            ApiDump.ofClasses(CLASSES)
                    .write(RELEASED, "Interface for hosts as released; HostBaselineTest says how this is written");
        }
    }

    @Test
    void packageVersionsFollowWhatChangedSinceTheRelease() throws Exception {
        assertEquals(List.of(), SemanticVersioning.violations(ApiDump.ofClasses(CLASSES), ApiDump.read(RELEASED)));
    }

    @Test
    void whatIsExportedIsWhatAHostCallsAndItsValues() throws Exception {
        ApiDump current = ApiDump.ofClasses(CLASSES);
        assertEquals(
                Set.of("org.chiralkick.host", "org.chiralkick.host.value"),
                current.versions().keySet());
    }

    @Test
    void theInterfaceShowsNothingOfTheInside(@TempDir Path folder) throws Exception {
        Path now = folder.resolve("now.txt");
        ApiDump.ofClasses(CLASSES).write(now, "as it is");
        String text = Files.readString(now);
        assertTrue(text.contains("CLASS MINOR MAJOR org.chiralkick.host.Coupling\n"), "the file has the interface");
        for (String inside : List.of("internal", "felix", "jni", "json")) {
            assertFalse(text.contains("org.chiralkick.host." + inside), "a public signature names a type of " + inside);
        }
    }

    @Test
    void aMethodTakenFromHostsIsRefused(@TempDir Path folder) throws Exception {
        String method = "METHOD MINOR MAJOR rollback()";
        List<String> lines = Files.readAllLines(RELEASED);
        int at = lines.indexOf(lines.stream()
                .filter(line -> line.strip().equals(method))
                .findFirst()
                .orElseThrow());
        Path without = folder.resolve("host.txt");
        List<String> changed = new ArrayList<>(lines);
        int depth = depth(lines.get(at));
        do {
            changed.remove(at);
        } while (depth(changed.get(at)) > depth);
        Files.write(without, changed);

        List<String> violations = SemanticVersioning.violations(ApiDump.read(without), ApiDump.read(RELEASED));
        assertEquals(1, violations.size(), violations::toString);
        assertTrue(
                violations.get(0).endsWith("after a MAJOR change: org.chiralkick.host.Coupling.rollback() removed"),
                violations.get(0));
    }

    private static int depth(String line) {
        return line.length() - line.stripLeading().length();
    }
}
