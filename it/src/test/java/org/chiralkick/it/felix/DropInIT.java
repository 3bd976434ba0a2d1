package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.host.SourceProvider.Lease;
import org.chiralkick.host.SourceProvider.Selection;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.source.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

class DropInIT {
    private static final Duration POLL = Duration.ofMillis(50);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void jarsThatAreThereFromTheBeginningAreInstalledOnceAndStartedBeforeStartReturns() throws IOException {
        for (Path jar : Distribution.jars("bundles")) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
        try (FelixRuntime runtime = start();
                Selection selection = runtime.select(request("late"))) {
            Map<String, Long> modified = mechanisms(runtime);
            assertEquals(5, modified.size(), modified.toString());
            assertEquals(
                    List.of("chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"), runtime.names());

            // Another jar that appears proves that the folder was looked at again.
            MechanismJar.of("late", "1.0.0", 1).into(folder);
            assertEquals("1.0.0", versionSoon(selection, "1.0.0"));
            Map<String, Long> later = mechanisms(runtime);
            later.keySet().removeIf(name -> name.equals("late"));
            assertEquals(modified, later, "bundles installed or updated a second time");
        }
    }

    @Test
    void aJarThatIsDroppedInReplacedAndDeletedIsFollowed() throws IOException {
        try (FelixRuntime runtime = start();
                Selection selection = runtime.select(request("steady"))) {
            assertEquals("", version(selection, Duration.ZERO));
            assertTrue(
                    selection.whyAbsent().contains("no mechanism is installed; put the mechanism's bundle into"),
                    selection.whyAbsent());

            Path jar = MechanismJar.of("steady", "1.0.0", 1).into(folder);
            assertEquals("1.0.0", versionSoon(selection, "1.0.0"));

            MechanismJar.of("steady", "2.0.0", 2).into(folder);
            assertEquals("2.0.0", versionSoon(selection, "2.0.0"));

            Files.delete(jar);
            assertEquals("", versionSoon(selection, ""));
            Patience.until(
                    () -> mechanisms(runtime).isEmpty(),
                    () -> mechanisms(runtime).toString());
        }
    }

    @Test
    void settingsAwaitAMechanismThatIsDroppedInLater() {
        try (FelixRuntime runtime = start();
                Selection selection = runtime.select(request("steady"))) {
            MechanismJar.of("steady", "1.0.0", 1).configurable().into(folder);
            assertEquals("1.0.0", versionSoon(selection, "1.0.0"));
            try (Lease lease = selection.acquire(Duration.ZERO)) {
                assertEquals(
                        List.of("settings preset consistent"),
                        lease.sources().get(0).describe().assumptions());
            }
        }
    }

    @Test
    void aFileThatIsNoBundleHarmsNobodyAndIsNamed() throws IOException {
        Files.writeString(folder.resolve("notes.jar"), "not a jar");
        Files.writeString(folder.resolve("readme.txt"), "not looked at");
        MechanismJar.of("steady", "1.0.0", 1).into(folder);
        try (FelixRuntime runtime = start();
                Selection selection = runtime.select(request("steady"))) {
            assertEquals("1.0.0", version(selection, Duration.ZERO));
            String diagnosis = runtime.diagnose("notes");
            assertTrue(diagnosis.contains("file notes.jar is not a readable jar"), diagnosis);

            Files.copy(
                    Distribution.jar("bundles", "vortical-source-"),
                    folder.resolve("notes.jar"),
                    StandardCopyOption.REPLACE_EXISTING);
            Patience.until(() -> runtime.names().contains("vortical"), () -> runtime.diagnose("vortical"));
        }
    }

    @Test
    void aBundleThatLacksAPackageStartsWhenTheFixedOneIsDroppedIn() {
        MechanismJar.of("steady", "1.0.0", 1).importing("org.example.tables").into(folder);
        try (FelixRuntime runtime = start();
                Selection selection = runtime.select(request("steady"))) {
            assertTrue(selection.whyAbsent().contains("org.example.tables"), selection.whyAbsent());
            MechanismJar.of("steady", "1.0.1", 1).into(folder);
            assertEquals("1.0.1", versionSoon(selection, "1.0.1"));
        }
    }

    private FelixRuntime start() {
        return FelixRuntime.builder()
                .services(Distribution.home())
                .dropIn(folder)
                .poll(POLL)
                .start();
    }

    private static SourceRequest request(String name) {
        return SourceRequest.of(List.of(name), Settings.none().withPreset("consistent"));
    }

    private static String versionSoon(Selection selection, String expected) {
        Patience.until(() -> version(selection, Duration.ZERO).equals(expected), selection::whyAbsent);
        return version(selection, Duration.ZERO);
    }

    private static String version(Selection selection, Duration wait) {
        try (Lease lease = selection.acquire(wait)) {
            return lease.sources().isEmpty()
                    ? ""
                    : lease.sources().get(0).describe().version();
        }
    }

    private Map<String, Long> mechanisms(FelixRuntime runtime) {
        return Arrays.stream(runtime.context().getBundles())
                .filter(bundle -> bundle.getLocation().startsWith(folder.toUri().getScheme() + ":"))
                .filter(bundle ->
                        bundle.getLocation().contains(folder.getFileName().toString()))
                .collect(Collectors.toMap(Bundle::getSymbolicName, Bundle::getLastModified));
    }
}
