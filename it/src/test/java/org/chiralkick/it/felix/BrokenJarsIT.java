package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.it.cli.Launcher;
import org.chiralkick.it.felix.mechanism.ThrowingSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of mechanisms in which much is wrong: each jar is named with its reason, in the same words wherever one asks, and the rest acts. */
class BrokenJarsIT {
    private static final String NO_SERVICE = "runs and gives no source: no component of it has the type";
    private static final String UNRESOLVED =
            "needs package org.example.tables in version [3.0,4.0), which no bundle here exports";
    private static final String RANGE = "needs package org.chiralkick.source in version [2.0,3.0), but it is 1.";
    private static final String OWN_SPI = "carries its own copy of the SPI, package org.chiralkick.source";

    @TempDir
    private Path folder = Path.of("");

    private Path home = Path.of("");
    private Path bundles = Path.of("");

    @BeforeEach
    void putThem() throws Exception {
        home = Installation.in(folder);
        bundles = home.resolve("bundles");
        put(
                "noservice",
                jar("noservice"),
                manifest -> manifest.remove(new Attributes.Name("Service-Component")),
                List.of());
        write("throwing", new MechanismJar("throwing", "1.0.0", 1, 0, false, "", "", ThrowingSource.class).bytes());
        write(
                "unresolved",
                jar("unresolved")
                        .importing("org.example.tables;version=\"[3.0,4.0)\"")
                        .bytes());
        put(
                "range",
                jar("range"),
                manifest -> manifest.putValue("Import-Package", "org.chiralkick.source;version=\"[2.0,3.0)\""),
                List.of());
        put(
                "ownspi",
                jar("ownspi"),
                manifest -> manifest.remove(new Attributes.Name("Import-Package")),
                List.of(Distribution.jar("lib", "org.chiralkick.api-")));
        put(
                "badstart",
                jar("badstart"),
                manifest -> manifest.putValue("Bundle-Activator", "org.example.NoSuchActivator"),
                List.of());
        // A library that lies beside the mechanisms is no trouble.
        put(
                "helper",
                jar("helper"),
                manifest -> {
                    manifest.remove(new Attributes.Name("Service-Component"));
                    manifest.remove(new Attributes.Name("Import-Package"));
                },
                List.of());
        write("twin", jar("isotropic").bytes());
        byte[] whole = jar("half").bytes();
        write("half", Arrays.copyOf(whole, whole.length / 2));
        Files.createDirectory(bundles.resolve("folder.jar"));
        Files.createSymbolicLink(bundles.resolve("gone.jar"), folder.resolve("nowhere.jar"));
        assertEquals(
                0,
                new ProcessBuilder("mkfifo", bundles.resolve("pipe.jar").toString())
                        .start()
                        .waitFor());
    }

    private static MechanismJar jar(String name) {
        return MechanismJar.of(name, "1.0.0", 1);
    }

    private void write(String file, byte[] bytes) throws IOException {
        Files.write(bundles.resolve(file + ".jar"), bytes);
    }

    /** Writes a jar with another manifest, and with the classes of others. */
    private void put(String file, MechanismJar jar, Consumer<Attributes> change, List<Path> packed) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarInputStream from = new JarInputStream(new ByteArrayInputStream(jar.bytes()))) {
            Manifest manifest = from.getManifest();
            change.accept(manifest.getMainAttributes());
            try (JarOutputStream to = new JarOutputStream(bytes, manifest)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    put(to, entry.getName(), from.readAllBytes());
                }
                for (Path other : packed) {
                    addClasses(to, other);
                }
            }
        }
        write(file, bytes.toByteArray());
    }

    private static void addClasses(JarOutputStream to, Path jar) throws IOException {
        try (JarFile from = new JarFile(jar.toFile())) {
            for (JarEntry entry : from.stream().toList()) {
                if (entry.getName().endsWith(".class")) {
                    put(to, entry.getName(), from.getInputStream(entry).readAllBytes());
                }
            }
        }
    }

    private static void put(JarOutputStream to, String name, byte[] content) throws IOException {
        to.putNextEntry(new JarEntry(name));
        to.write(content);
        to.closeEntry();
    }

    /** What is said of each file or bundle. */
    private static Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        words.put("bundle noservice 1.0.0", NO_SERVICE);
        words.put("bundle unresolved 1.0.0", UNRESOLVED);
        words.put("bundle range 1.0.0", RANGE);
        words.put("bundle badstart 1.0.0", "cannot be started: ");
        words.put("bundle ownspi 1.0.0", OWN_SPI);
        words.put("source throwing (bundle throwing 1.0.0)", "could not be activated: " + ThrowingSource.WORDS);
        words.put("source isotropic", "is given by 2 bundles");
        words.put("file half.jar", "is not a readable jar");
        words.put("file folder.jar", "is a folder, no regular file");
        words.put("file gone.jar", "is a link that leads nowhere, no regular file");
        words.put("file pipe.jar", "is a pipe or a device, no regular file");
        return words;
    }

    private static void requireAll(String text) {
        words().forEach((who, what) -> {
            String lines = text.lines().filter(line -> line.contains(who)).collect(Collectors.joining("\n"));
            assertTrue(lines.contains(what), who + ": '" + lines + "' in " + text);
        });
    }

    @Test
    void eachIsNamedWithItsReasonAndTheRestActs() throws Exception {
        try (FelixRuntime runtime = FelixRuntime.start(home)) {
            // First: a component is made, or not, when somebody asks for it.
            assertTrue(runtime.installed().stream()
                    .anyMatch(source -> source.name().equals("chiral")));
            String troubles = String.join("\n", runtime.troubles());
            requireAll(troubles);
            assertTrue(troubles.contains("org.example.NoSuchActivator"), troubles);
            assertFalse(troubles.contains("helper"), troubles);
            assertTrue(runtime.diagnose("ownspi").contains(OWN_SPI), runtime.diagnose("ownspi"));
            assertTrue(runtime.diagnose("throwing").contains(ThrowingSource.WORDS), runtime.diagnose("throwing"));
        }
        Launcher.Outcome sources = new Launcher(folder).run("sources", "--home", home.toString());
        assertEquals(0, sources.exitCode(), sources.err());
        requireAll(sources.err());
        assertTrue(sources.out().contains("chiral 1."), sources.out());
    }

    @Test
    void whatRunRefusesIsRefusedByCheckConfigInTheSameWords() throws Exception {
        Map<String, String> asked = Map.of(
                "noservice", NO_SERVICE, "throwing", ThrowingSource.WORDS, "ownspi", OWN_SPI, "unresolved", UNRESOLVED);
        for (Map.Entry<String, String> one : asked.entrySet()) {
            Path config =
                    Files.writeString(folder.resolve(one.getKey() + ".json"), "{\"source\": \"" + one.getKey() + "\"}");
            Launcher.Outcome check =
                    new Launcher(folder).run("check-config", config.toString(), "--home", home.toString());
            assertEquals(1, check.exitCode(), check.out());
            assertTrue(check.out().contains(one.getValue()), check.out());
            Launcher.Outcome run = new Launcher(folder)
                    .run(
                            "run",
                            "--host",
                            "static",
                            "--steps",
                            "1",
                            "--source",
                            one.getKey(),
                            "--home",
                            home.toString());
            assertEquals(1, run.exitCode(), run.err());
            assertTrue(run.err().contains(one.getValue()), run.err());
        }
    }

    @Test
    void certifySaysWhatIsWrong() throws Exception {
        for (Map.Entry<String, String> one : Map.of(
                        "noservice",
                        "registers no service",
                        "ownspi",
                        OWN_SPI,
                        "range",
                        RANGE,
                        "unresolved",
                        UNRESOLVED)
                .entrySet()) {
            Launcher.Outcome certified = new Launcher(folder)
                    .run("certify", bundles.resolve(one.getKey() + ".jar").toString());
            assertEquals(1, certified.exitCode(), certified.out());
            assertTrue(certified.err().contains(one.getValue()), certified.err());
        }
    }
}
