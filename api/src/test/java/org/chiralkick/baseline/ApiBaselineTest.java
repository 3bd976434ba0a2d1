package org.chiralkick.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import aQute.bnd.version.Version;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packages of the API keep to semantic versions since the last release. The release is {@code baseline/api.txt}; after a
 * release (and, until 1.0.0 is out, after any change of the SPI) it is written anew with
 *
 * <pre>
 *   mvn -pl api test -Dtest=ApiBaselineTest -Dchiralkick.baseline.write=true
 * </pre>
 */
class ApiBaselineTest {
    private static final Path RELEASED = Path.of("src/test/resources/baseline/api.txt");
    private static final File CLASSES = new File("target/classes");

    @BeforeAll
    static void writeIfAsked() throws Exception {
        if (Boolean.getBoolean("chiralkick.baseline.write")) {
            ApiDump.ofClasses(CLASSES).write(RELEASED, "API as released; ApiBaselineTest says how this is written");
        }
    }

    @Test
    void packageVersionsFollowWhatChangedSinceTheRelease() throws Exception {
        assertEquals(List.of(), SemanticVersioning.violations(ApiDump.ofClasses(CLASSES), ApiDump.read(RELEASED)));
    }

    @Test
    void theReleaseKnowsBothPackagesAndTheServiceInterface() throws Exception {
        String text = Files.readString(RELEASED);
        assertTrue(text.contains("version org.chiralkick.matter 1."));
        assertTrue(text.contains("version org.chiralkick.source 1."));
        assertTrue(text.contains("INTERFACE MINOR MAJOR org.chiralkick.source.NeutrinoSource\n"));
        assertTrue(text.contains("METHOD MAJOR MAJOR describe()"), "an abstract method of a consumer type is major");
    }

    @Test
    void aDumpReadBackIsTheApi(@TempDir Path folder) throws Exception {
        ApiDump current = ApiDump.ofClasses(CLASSES);
        Path file = folder.resolve("api.txt");
        current.write(file, "round trip");
        ApiDump readBack = ApiDump.read(file);
        assertEquals(current.versions(), readBack.versions());
        assertEquals(List.of(), SemanticVersioning.violations(current, readBack));
        Path again = folder.resolve("again.txt");
        readBack.write(again, "round trip");
        assertEquals(Files.readString(file), Files.readString(again));
    }

    @Test
    void aNewAbstractMethodOfTheSourceInterfaceIsRefusedWithoutANewMajorVersion(@TempDir Path folder) throws Exception {
        ApiDump changed =
                compiled(folder, "SourceDescriptor describe();", "SourceDescriptor describe(); int evaluateTwice();");
        Version now = version(changed);
        Version least = new Version(now.getMajor() + 1, 0, 0);
        assertEquals(
                "version of package org.chiralkick.source is " + now + "; must be at least " + least
                        + " after a MAJOR change: org.chiralkick.source.NeutrinoSource.evaluateTwice() added",
                only(SemanticVersioning.violations(changed, ApiDump.ofClasses(CLASSES))));
    }

    @Test
    void aNewDefaultMethodIsRefusedWithoutANewMinorVersion(@TempDir Path folder) throws Exception {
        ApiDump changed = compiled(
                folder,
                "SourceDescriptor describe();",
                "SourceDescriptor describe(); default int evaluateTwice() { return 2; }");
        Version now = version(changed);
        Version least = new Version(now.getMajor(), now.getMinor() + 1, 0);
        assertEquals(
                "version of package org.chiralkick.source is " + now + "; must be at least " + least
                        + " after a MINOR change: org.chiralkick.source.NeutrinoSource.evaluateTwice() added",
                only(SemanticVersioning.violations(changed, ApiDump.ofClasses(CLASSES))));
    }

    @Test
    void aMethodTakenFromCallersIsRefused(@TempDir Path folder) throws Exception {
        ApiDump changed = compiled(folder, "SourceDescriptor describe();", "");
        Version now = version(changed);
        Version least = new Version(now.getMajor() + 1, 0, 0);
        assertEquals(
                "version of package org.chiralkick.source is " + now + "; must be at least " + least
                        + " after a MAJOR change: org.chiralkick.source.NeutrinoSource.describe() removed",
                only(SemanticVersioning.violations(changed, ApiDump.ofClasses(CLASSES))));
    }

    @Test
    void theSameSourcesCompiledAgainAreNoChange(@TempDir Path folder) throws Exception {
        ApiDump same = compiled(folder, "SourceDescriptor describe();", "SourceDescriptor describe( );");
        assertEquals(List.of(), SemanticVersioning.violations(same, ApiDump.ofClasses(CLASSES)));
    }

    private static Version version(ApiDump dump) {
        return Objects.requireNonNull(dump.versions().get("org.chiralkick.source"));
    }

    private static String only(List<String> violations) {
        assertEquals(1, violations.size(), () -> violations.toString());
        return violations.get(0);
    }

    /** Returns the API of our own sources, with one piece of NeutrinoSource.java replaced, and our own manifest. */
    private static ApiDump compiled(Path folder, String piece, String replacement) throws Exception {
        Path sources = Path.of("src/main/java");
        Path changed = folder.resolve("NeutrinoSource.java");
        String text = Files.readString(sources.resolve("org/chiralkick/source/NeutrinoSource.java"));
        assertTrue(text.contains(piece), piece);
        Files.writeString(changed, text.replace(piece, replacement));

        Path classes = Files.createDirectory(folder.resolve("classes"));
        List<File> files = javaFiles(sources);
        files.add(changed.toFile());
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (var manager = compiler.getStandardFileManager(null, null, null)) {
            boolean done = compiler.getTask(
                            messages,
                            manager,
                            null,
                            List.of("-d", classes.toString(), "-proc:none", "--release", "17"),
                            null,
                            manager.getJavaFileObjectsFromFiles(files))
                    .call();
            assertTrue(done, messages::toString);
        }
        Path manifest = classes.resolve("META-INF/MANIFEST.MF");
        Files.createDirectory(classes.resolve("META-INF"));
        Files.copy(CLASSES.toPath().resolve("META-INF/MANIFEST.MF"), manifest);
        return ApiDump.ofClasses(classes.toFile());
    }

    private static List<File> javaFiles(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("NeutrinoSource.java"))
                    .map(Path::toFile)
                    .toList());
        }
    }
}
