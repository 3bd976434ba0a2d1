package org.chiralkick.it.nativehost;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.chiralkick.it.nativehost.Workshop.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit together is refused at open, with a message that names both sides. */
class WrongInstallationIT {
    @TempDir
    Path folder = Path.of("");

    private Workshop workshop = new Workshop(folder);
    private Path host = folder;

    @BeforeEach
    void compileTheHost() throws IOException, InterruptedException {
        Workshop.needs("gcc");
        workshop = new Workshop(folder);
        host = Installations.startingHost(workshop);
    }

    private String start(Map<String, String> environment) throws IOException, InterruptedException {
        Outcome outcome = workshop.run(List.of(host.toString()), environment);
        assertEquals(0, outcome.exit(), outcome.err());
        assertEquals("", outcome.err());
        return outcome.out();
    }

    private void assertRefused(Map<String, String> environment, String... parts)
            throws IOException, InterruptedException {
        String out = start(environment);
        assertTrue(out.startsWith("CK_E"), out);
        for (String part : parts) {
            assertTrue(out.contains(part), "'" + part + "' is in: " + out);
        }
    }

    // ---- versions ----

    private static Path hostJar(Path tree) throws IOException {
        try (var jars = Files.list(tree.resolve("lib"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("org.chiralkick.host-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aTreeOfAnotherVersionThanTheLibrary() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("tree"));
        Path jar = hostJar(tree);
        Path older = Files.move(jar, jar.resolveSibling("org.chiralkick.host-0.9.0.jar"));
        String version = jar.getFileName().toString().replaceAll("org.chiralkick.host-|[.]jar", "");
        assertRefused(
                Map.of("CHIRALKICK_HOME", tree.toString()),
                "CK_EINTERNAL: ",
                "libchiralkick.so",
                "is ChiralKick " + version + ", but ",
                older + " is 0.9.0; use library and tree of one distribution");
    }

    @Test
    void aTreeWithTheJarsOfTwoVersions() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("tree"));
        Path jar = hostJar(tree);
        Files.copy(jar, jar.resolveSibling("org.chiralkick.host-2.0.0.jar"));
        assertRefused(Map.of("CHIRALKICK_HOME", tree.toString()), "org.chiralkick.host-2.0.0.jar is 2.0.0");
    }

    @Test
    void aTreeWhosePathHasAColon() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("tree:1"));
        assertRefused(
                Map.of("CHIRALKICK_HOME", tree.toString()),
                "CK_EARG: " + tree + " has a colon, which separates files in Java's class path");
    }

    @Test
    void aTreeWithoutTheHostsJar() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("tree"));
        Files.delete(hostJar(tree));
        assertRefused(
                Map.of("CHIRALKICK_HOME", tree.toString()), "there is no org.chiralkick.host-", "install the whole");
    }

    @Test
    void aMechanismThatWasBuiltForAnotherSpiIsNamedInTheLog() throws IOException, InterruptedException {
        Path tree = Installations.copy(folder.resolve("tree"));
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", "org.example.future");
        main.putValue("Bundle-Version", "3.1.0");
        main.putValue("Import-Package", "org.chiralkick.source;version=\"[2,3)\"");
        try (OutputStream out = Files.newOutputStream(tree.resolve("bundles/future-3.1.0.jar"))) {
            new JarOutputStream(out, manifest).close();
        }
        String out = start(Map.of("CHIRALKICK_HOME", tree.toString()));
        assertTrue(
                out.contains(
                        "log 2 bundle org.example.future 3.1.0 needs package org.chiralkick.source in version [2,3),"
                                + " but it is 1."),
                out);
        assertTrue(out.contains("CK_OK"), "the other mechanisms work: " + out);
    }

    // ---- Java ----

    private Path javaHome(String version, byte[] libjvm) throws IOException {
        Path home = Files.createDirectories(folder.resolve("java" + version));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.createDirectories(home.resolve("lib/server"));
        Files.write(home.resolve("lib/server/libjvm.so"), libjvm);
        return home;
    }

    @Test
    void aJavaThatIsTooOld() throws IOException, InterruptedException {
        Path java = javaHome("11.0.2", new byte[0]);
        assertRefused(
                Map.of("JAVA_HOME", java.toString()),
                java + "/lib/server/libjvm.so is Java 11; ChiralKick ",
                "needs Java 17 or newer");
    }

    // The library of Java 8 lies deeper, and its release file says 1.8.
    @ParameterizedTest
    @ValueSource(strings = {"jre/lib/amd64/server", "lib/amd64/server", "lib/server"})
    void java8IsCalled8(String where) throws IOException, InterruptedException {
        Path java = Files.createDirectories(folder.resolve("java8"));
        Files.writeString(java.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");
        Path library = Files.createDirectories(java.resolve(where)).resolve("libjvm.so");
        Files.write(library, new byte[0]);
        assertRefused(
                Map.of("JAVA_HOME", java.toString()), library + " is Java 8; ChiralKick ", "needs Java 17 or newer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.8.0_392 is 8", "11.0.2 is 11", "9 is 9"})
    void theCommandLineCallsAJavaByItsNumber(String version) throws IOException, InterruptedException {
        String[] parts = version.split(" is ", 2);
        Path java = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\necho 'openjdk version \"" + parts[0] + "\" 2017' >&2\n");
        assertTrue(java.toFile().setExecutable(true));
        String command = Workshop.installed().resolveSibling("bin/chiralkick").toString();
        Outcome outcome = workshop.run(
                List.of(command), Map.of("JAVA_HOME", folder.resolve("old").toString()));
        assertEquals(1, outcome.exit());
        assertEquals(
                "chiralkick: '" + java + "' is Java " + parts[1]
                        + "; ChiralKick needs Java 17 or newer (set JAVA_HOME to one)\n",
                outcome.err());
    }

    @Test
    void aJavaOf32Bits() throws IOException, InterruptedException {
        byte[] elf = ByteBuffer.allocate(4096)
                .put(new byte[] {0x7f, 'E', 'L', 'F', 1, 1, 1})
                .array();
        Path java = javaHome("17.0.1", elf);
        assertRefused(
                Map.of("JAVA_HOME", java.toString()),
                "cannot load " + java + "/lib/server/libjvm.so: ",
                "wrong ELF class: ELFCLASS32");
    }

    @Test
    void aSettingThatIsNoJava() throws IOException, InterruptedException {
        assertRefused(
                Map.of("CHIRALKICK_JVM", folder.toString()),
                "there is no Java VM in " + folder + "; give libjvm.so or a Java home");
    }

    @Test
    void noJavaAtAll() throws IOException, InterruptedException {
        assertRefused(
                Map.of("JAVA_HOME", "", "PATH", folder.toString()),
                "no Java VM found; install Java 17 or newer and set JAVA_HOME, or put java on the PATH");
    }

    @Test
    void javaOnThePathIsTakenWhereJavaHomeIsNone() throws IOException, InterruptedException {
        Path bin = Files.createDirectory(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
        Map<String, String> environment = new HashMap<>();
        environment.put("JAVA_HOME", folder.resolve("nothing").toString());
        environment.put("PATH", bin.toString());
        String out = start(environment);
        assertTrue(out.contains("started Java " + Runtime.version().feature() + " from "), out);
    }

    @Test
    void anOptionThatJavaDoesNotKnow() throws IOException, InterruptedException {
        Outcome outcome = workshop.run(List.of(host.toString()), Map.of("CHIRALKICK_JVM_OPTIONS", "-XX:+NoSuchOption"));
        assertTrue(
                outcome.out().startsWith("CK_EINTERNAL: the Java VM does not start (code ")
                        && outcome.out().contains("CHIRALKICK_JVM_OPTIONS is -XX:+NoSuchOption"),
                outcome.out());
    }

    // ---- memory ----

    private void assertRefusedWithoutAnotherWord(List<String> command, Map<String, String> environment, String... parts)
            throws IOException, InterruptedException {
        Outcome outcome = workshop.run(command, environment);
        assertEquals("", outcome.err());
        assertEquals(0, outcome.exit(), "the host goes on");
        assertEquals(1, outcome.out().lines().count(), "nothing is printed but what the host prints: " + outcome.out());
        for (String part : parts) {
            assertTrue(outcome.out().contains(part), "'" + part + "' is in: " + outcome.out());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500_000, 1_000_000, 1_500_000})
    void anAddressSpaceThatIsTooSmallForJava(int kilobytes) throws IOException, InterruptedException {
        String limited = "ulimit -s 8192; ulimit -v " + kilobytes + "; exec " + host;
        assertRefusedWithoutAnotherWord(
                List.of("sh", "-c", limited),
                Map.of(),
                "CK_EINTERNAL: the Java VM needs 1536 MB of address space",
                "raise or remove its limit (ulimit -v)");
    }

    @Test
    void aHeapThatIsTooLargeForTheMachine() throws IOException, InterruptedException {
        assertRefusedWithoutAnotherWord(
                List.of(host.toString()),
                Map.of("CHIRALKICK_JVM_OPTIONS", "-Xmx1000000g"),
                "CK_EINTERNAL: the Java VM gave up while it started",
                "Could not reserve enough space for 1048576000000",
                "CHIRALKICK_JVM_OPTIONS is -Xmx1000000g");
    }
}
