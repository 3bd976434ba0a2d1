package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarInputStream;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.it.felix.mechanism.StuckActivator;
import org.chiralkick.it.felix.mechanism.StuckSource;
import org.chiralkick.source.SourceDescriptor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bundles that do not come up: the watchdog names them, and the others act. */
@Timeout(120)
class StuckBundleIT {
    private static final double LIMIT_S = 0.3;

    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void hold() {
        System.setProperty(StuckSource.STUCK, "true");
    }

    @AfterEach
    void release() {
        System.clearProperty(StuckSource.STUCK);
    }

    private FelixRuntime start() {
        return FelixRuntime.builder()
                .services(Distribution.home())
                .dropIn(folder)
                .poll(Duration.ofMillis(50))
                .start();
    }

    private Coupling open(FelixRuntime runtime, String source) {
        return Coupling.open(
                runtime,
                CouplingConfig.defaults().withSource(source).withWatchdog(LIMIT_S),
                CouplingOptions.defaults().withLog((level, message) -> log.add(message)));
    }

    /** Returns the next message about the bundle that does not come up. */
    private String next() throws InterruptedException {
        String message = "";
        while (message != null && !message.contains(" stuck")) {
            message = log.poll(30, TimeUnit.SECONDS);
        }
        return String.valueOf(message);
    }

    @Test
    void anActivatorThatDoesNotReturnIsNamedWhileTheOthersAct() throws Exception {
        MechanismJar.of("steady", "1.0.0", 1).into(folder);
        try (FelixRuntime runtime = start();
                Coupling coupling = open(runtime, "steady")) {
            activating("stuck", folder);
            String named = next();
            assertTrue(
                    named.startsWith(
                            "bundle stuck 1.0.0 is STARTING, and its activator has not returned for 0.3 s; thread "),
                    named);
            Patience.until(
                    () -> runtime.troubles().stream()
                            .anyMatch(one -> one.startsWith(
                                    "bundle stuck 1.0.0 hangs in its activator: it has been STARTING for ")),
                    () -> runtime.troubles().toString());
            coupling.begin(1, 0, 1);
            assertEquals(
                    List.of("steady"),
                    coupling.sources().stream().map(SourceDescriptor::name).toList());
            coupling.commit();

            release();
            assertEquals(
                    "bundle stuck 1.0.0 is STARTING, and its activator, which did not return for 0.3 s, has returned",
                    next());
            Patience.until(() -> runtime.names().contains("stuck"), () -> runtime.diagnose("stuck"));
            assertEquals(List.of(), runtime.troubles());
        }
    }

    @Test
    void aConstructorThatDoesNotReturnIsNamedWhileACouplingOpens() throws Exception {
        new MechanismJar("stuck", "1.0.0", 1, 0, false, "", "", StuckSource.class).into(folder);
        AtomicReference<Object> opened = new AtomicReference<>("nothing");
        try (FelixRuntime runtime = start()) {
            Thread opener = new Thread(
                    () -> {
                        try (Coupling coupling = open(runtime, "stuck")) {
                            coupling.begin(1, 0, 1);
                            opened.set(coupling.sources().get(0).name());
                            coupling.rollback();
                        } catch (RuntimeException | Error e) {
                            opened.set(e);
                        }
                    },
                    "the opener");
            opener.start();
            String named = next();
            assertTrue(
                    named.startsWith("source stuck of bundle stuck 1.0.0: the constructor or activate method of its"
                            + " component has not returned for 0.3 s; thread the opener is at "),
                    named);
            Patience.until(
                    () -> runtime.diagnose("stuck").startsWith("source stuck hangs in the constructor"),
                    () -> runtime.diagnose("stuck"));
            release();
            opener.join();
            assertEquals("stuck", opened.get());
        }
    }

    /** Made by Declarative Services in the call that starts its bundle, when its activator has returned. */
    @Test
    void aComponentThatIsMadeAtOnceAndDoesNotReturnIsNamedWhileTheOthersAct() throws Exception {
        MechanismJar.of("steady", "1.0.0", 1).into(folder);
        try (FelixRuntime runtime = start();
                Coupling coupling = open(runtime, "steady")) {
            MechanismJar.immediate("stuck").into(folder);
            String what =
                    "bundle stuck 1.0.0 is ACTIVE, and the constructor or activate method of a component that is made at once";
            String named = next();
            assertTrue(named.startsWith(what + " has not returned for 0.3 s; thread "), named);
            Patience.until(
                    () -> runtime.troubles().stream()
                            .anyMatch(one -> one.startsWith("bundle stuck 1.0.0 hangs in a component that is made as it"
                                    + " starts: it has been there for ")),
                    () -> runtime.troubles().toString());
            coupling.begin(1, 0, 1);
            coupling.commit();

            release();
            assertEquals(what + ", which did not return for 0.3 s, has returned", next());
            Patience.until(() -> runtime.names().contains("stuck"), () -> runtime.diagnose("stuck"));
            assertEquals(List.of(), runtime.troubles());
        }
    }

    /** Made on the thread of Configuration Admin, where a coupling waits for it for 10 s. */
    @Test
    void aComponentThatIsConfiguredAndDoesNotReturnIsNamedWhileACouplingOpensAndAfterIt() throws Exception {
        MechanismJar.of("steady", "1.0.0", 1).into(folder);
        MechanismJar.immediate("stuck").configurable().into(folder);
        try (FelixRuntime runtime = start()) {
            assertThrows(CouplingException.class, () -> open(runtime, "stuck").close());
            String what = "source stuck: the constructor or activate method of its component";
            String named = next();
            assertTrue(named.startsWith(what + " has not returned for 0.3 s; thread CM "), named);
            log.clear();
            try (Coupling coupling = open(runtime, "steady")) {
                String again = next();
                assertTrue(again.startsWith(what + " has not returned for 0.3 s; thread CM "), again);
                assertTrue(
                        runtime.diagnose("stuck").startsWith("source stuck hangs in the constructor"),
                        runtime.diagnose("stuck"));
                release();
                assertEquals(what + ", which did not return for 0.3 s, has returned", next());
                assertEquals("steady", coupling.config().sources().get(0));
            }
        }
    }

    /** Puts a mechanism into a folder whose bundle has an activator, which does not return. */
    private static void activating(String name, Path folder) throws IOException {
        Path part = folder.resolve(name + ".part");
        byte[] plain = MechanismJar.of(name, "1.0.0", 1)
                .importing("org.osgi.framework")
                .bytes();
        String activator = StuckActivator.class.getName().replace('.', '/') + ".class";
        try (JarInputStream from = new JarInputStream(new ByteArrayInputStream(plain))) {
            Manifest manifest = from.getManifest();
            Attributes main = manifest.getMainAttributes();
            main.putValue("Bundle-Activator", StuckActivator.class.getName());
            try (OutputStream file = Files.newOutputStream(part);
                    JarOutputStream to = new JarOutputStream(file, manifest);
                    InputStream code = Objects.requireNonNull(
                            StuckBundleIT.class.getClassLoader().getResourceAsStream(activator), activator)) {
                for (JarEntry entry = from.getNextJarEntry(); entry != null; entry = from.getNextJarEntry()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.transferTo(to);
                    to.closeEntry();
                }
                to.putNextEntry(new JarEntry(activator));
                code.transferTo(to);
                to.closeEntry();
            }
        }
        Files.move(part, folder.resolve(name + ".jar"), StandardCopyOption.ATOMIC_MOVE);
    }
}
