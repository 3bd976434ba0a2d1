package org.chiralkick.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.chiralkick.it.felix.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The feature of the archive for Karaf, in a Karaf that has nothing else and asks no network. */
@Timeout(300)
class KarafIT {
    /** State E05 of golden/states.json [cm^-2 s^-1]: the share of the composition. */
    private static final double COMPOSITION = 1.482493556634735983557129681202408e42;

    private static final double ROUNDING = 1e-12;
    private static final String VERSION = System.getProperty("chiralkick.karaf", "4.4.8");

    /** Karaf 4.4 starts with options for a security manager, which the JVM refuses from then on. */
    private static final int FIRST_WITHOUT_SECURITY_MANAGER = 24;

    /** For how long every report has to be a good one: an instance of wrong settings might come late. */
    private static final long STEADY_NS = TimeUnit.SECONDS.toNanos(3);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void theFeatureBringsAHostItsMechanismsAndAConfigurationFileAnInstance(TestReporter reporter) throws Exception {
        int java = Runtime.version().feature();
        String skipped = "KARAF IS NOT TESTED: Karaf " + VERSION + " needs a JDK below "
                + FIRST_WITHOUT_SECURITY_MANAGER + ", and this one is " + java;
        if (java >= FIRST_WITHOUT_SECURITY_MANAGER) {
            reporter.publishEntry(skipped);
        }
        assumeTrue(java < FIRST_WITHOUT_SECURITY_MANAGER, skipped);
        Path karaf = unpacked();
        unzip(archive(), "repository/", karaf.resolve("system"));
        Path features = karaf.resolve("etc/org.apache.karaf.features.cfg");
        String settings = Files.readString(features);
        String standard = "mvn:org.apache.karaf.features/standard/" + VERSION + "/xml/features";
        assertTrue(settings.contains(standard) && settings.contains("config/" + VERSION), settings);
        Files.writeString(
                features,
                settings.replace(
                                standard, standard + ", mvn:org.chiralkick/distribution/" + version() + "/xml/features")
                        .replace("    config/" + VERSION, "    config/" + VERSION + ", chiralkick"));
        Files.writeString(
                karaf.resolve("etc/org.ops4j.pax.url.mvn.cfg"),
                "\norg.ops4j.pax.url.mvn.repositories =\n",
                StandardOpenOption.APPEND);
        Files.writeString(
                karaf.resolve("etc/org.chiralkick.source.chiral-one.cfg"),
                "chiralkick.source.closure.share = all-left-handed\n");
        // Wrong: it must leave no service.
        Files.writeString(
                karaf.resolve("etc/org.chiralkick.source.chiral-two.cfg"), "chiralkick.source.closure.share = all\n");
        Files.write(karaf.resolve("deploy/guest.jar"), GuestJar.bytes("ReportActivator"));
        shellOnAFreePort(karaf.resolve("etc/org.apache.karaf.shell.cfg"));
        Path report = folder.resolve("report.txt");
        String found = run(karaf, report);
        String[] words = found.split("\\s+", -1);
        assertEquals("services 1", words[0] + " " + words[1], found);
        assertTrue(Double.parseDouble(words[2]) > 1.5 * COMPOSITION, found);
        assertEquals("coupled", words[3], found);
        assertEquals(COMPOSITION, Double.parseDouble(words[4]), ROUNDING * COMPOSITION);
    }

    /** Keeps the shell, which answers on every interface at a fixed port, to this machine and any free port. */
    private static void shellOnAFreePort(Path file) throws IOException {
        String settings = Files.readString(file);
        String changed = settings.replaceAll("(?m)^sshPort\\s*=.*$", "sshPort = 0")
                .replaceAll("(?m)^sshHost\\s*=.*$", "sshHost = 127.0.0.1");
        assertTrue(changed.contains("sshPort = 0") && changed.contains("sshHost = 127.0.0.1"), settings);
        Files.writeString(file, changed);
    }

    /**
     * Returns the last of the reports in which the host was coupled and the configured instance was there, when there were no others for three
     * seconds; or the last one after two minutes.
     */
    private String run(Path karaf, Path report) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(karaf.resolve("bin/karaf").toString(), "server")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("karaf.out").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("EXTRA_JAVA_OPTS", "-Dchiralkick.report=" + report);
        Process process = builder.start();
        try {
            String last = "";
            long goodSince = 0;
            long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
            while (System.nanoTime() < deadline && process.isAlive()) {
                last = Files.exists(report) ? Files.readString(report) : "";
                if (!last.startsWith("services 1 ") || !last.contains("coupled")) {
                    goodSince = 0;
                } else if (goodSince == 0) {
                    goodSince = System.nanoTime() | 1;
                } else if (System.nanoTime() - goodSince >= STEADY_NS) {
                    return last;
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
            return last + "\n" + Files.readString(folder.resolve("karaf.out"));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private Path unpacked() throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("chiralkick.containers", "target/containers"))
                .resolve("apache-karaf-minimal-" + VERSION + ".tar.gz")
                .toAbsolutePath();
        Process tar = new ProcessBuilder("tar", "xzf", archive.toString(), "-C", folder.toString())
                .inheritIO()
                .start();
        assertEquals(0, tar.waitFor(), "tar of " + archive);
        return folder.resolve("apache-karaf-minimal-" + VERSION);
    }

    private static Path archive() {
        return Distribution.home().resolveSibling("chiralkick-" + version() + ".kar");
    }

    private static String version() {
        try {
            String name =
                    Distribution.jar("lib", "org.chiralkick.api-").getFileName().toString();
            return name.substring("org.chiralkick.api-".length(), name.length() - ".jar".length());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void unzip(Path archive, String prefix, Path target) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().startsWith(prefix) && !entry.isDirectory()) {
                    Path file = target.resolve(entry.getName().substring(prefix.length()));
                    Files.createDirectories(Objects.requireNonNull(file.getParent()));
                    Files.copy(zip, file, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }
}
