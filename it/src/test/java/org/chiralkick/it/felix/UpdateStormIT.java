package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Bundles that are updated in place while hosts step through them: the old instance acts until the new one is ready, so that not one
 * step is held. {@code -Dchiralkick.storm=5000} makes it a storm of as many updates; without it there are a few hundred.
 */
class UpdateStormIT {
    private static final int UPDATES = Integer.getInteger("chiralkick.storm", 300);
    private static final List<String> VERSIONS = List.of("1.0.0", "2.0.0", "3.0.0");

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(1800)
    void noStepIsHeldWhileABundleIsUpdatedOverAndOver() throws Throwable {
        try (FelixRuntime runtime = start()) {
            Bundle bundle = install(runtime, BundleSwapper.jar(BundleSwapper.DIRECT, VERSIONS.get(0)));
            // Ranks lower, so that it acts only where a name is asked for, and never while the other one is away.
            install(runtime, MechanismJar.of("lesser", "1.0.0", 9).ranked(-1));
            try (SteppingHost one = new SteppingHost(runtime, BundleSwapper.DIRECT, 1);
                    SteppingHost two = new SteppingHost(runtime, BundleSwapper.DIRECT, 2);
                    SteppingHost best = new SteppingHost(runtime, "", 1)) {
                List<SteppingHost> hosts = List.of(one.start(), two.start(), best.start());
                long updated = 0;
                for (int update = 1; update <= UPDATES; update++) {
                    String version = VERSIONS.get(update % VERSIONS.size());
                    bundle.update(new ByteArrayInputStream(
                            BundleSwapper.jar(BundleSwapper.DIRECT, version).bytes()));
                    if (update % 2 == 0) {
                        refresh(runtime, bundle);
                    }
                    // Every tenth version is awaited: that it acts shows that updates are not merely ignored.
                    if (update % 10 == 0) {
                        String expected = SteppingHost.key(BundleSwapper.DIRECT, version);
                        for (SteppingHost host : hosts) {
                            Patience.until(() -> host.latest().contains(expected), host::state);
                        }
                        updated++;
                    }
                }
                assertEquals(UPDATES / 10, updated);
                for (SteppingHost host : hosts) {
                    host.stop();
                    assertEquals(0, host.held(), "held of " + host.steps() + " steps: " + host.log());
                    assertEquals(3, host.acted().size(), "versions that acted: " + host.acted());
                    LedgerCheck.assertAnalyticSum(host);
                }
                assertTrue(hosts.stream()
                                .flatMapToLong(host -> LongStream.of(host.steps()))
                                .sum()
                        > UPDATES);
            }
        }
    }

    @Test
    @Timeout(600)
    void noStepIsHeldWhileTheJarInTheFolderIsReplaced() throws Throwable {
        try (FelixRuntime runtime = start()) {
            BundleSwapper.jar(BundleSwapper.DROPPED, VERSIONS.get(0)).into(folder);
            Patience.until(
                    () -> runtime.names().contains(BundleSwapper.DROPPED),
                    () -> runtime.diagnose(BundleSwapper.DROPPED));
            try (SteppingHost host = new SteppingHost(runtime, BundleSwapper.DROPPED, 1).start()) {
                for (int replaced = 1; replaced <= UPDATES / 20; replaced++) {
                    String version = VERSIONS.get(replaced % VERSIONS.size());
                    BundleSwapper.jar(BundleSwapper.DROPPED, version).into(folder);
                    String expected = SteppingHost.key(BundleSwapper.DROPPED, version);
                    Patience.until(() -> host.latest().contains(expected), host::state);
                }
                host.stop();
                assertEquals(0, host.held(), "held of " + host.steps() + " steps: " + host.log());
                LedgerCheck.assertAnalyticSum(host);
            }
        }
    }

    @Test
    @Timeout(300)
    void theOldInstanceActsOnAndItIsSaidWhenTheNewOneCannotStart() throws Exception {
        try (FelixRuntime runtime = start()) {
            Bundle bundle = install(runtime, MechanismJar.of("steady", "1.0.0", 1));
            List<String> log = new ArrayList<>();
            CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
            try (Coupling coupling =
                    Coupling.open(runtime, CouplingConfig.defaults().withSource("steady"), logging)) {
                step(coupling, 1);
                byte[] broken = MechanismJar.of("steady", "2.0.0", 2)
                        .importing("org.example.tables")
                        .bytes();
                assertThrows(BundleException.class, () -> bundle.update(new ByteArrayInputStream(broken)));
                long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                long number = 2;
                while (log.isEmpty() && System.nanoTime() < deadline) {
                    step(coupling, number++);
                    assertEquals("1.0.0", coupling.sources().get(0).version());
                    TimeUnit.MILLISECONDS.sleep(5);
                }
                assertEquals(1, log.size(), log.toString());
                assertTrue(
                        log.get(0).startsWith("source steady acts on as it was: its bundle is being updated"),
                        log.get(0));
                assertTrue(log.get(0).contains("org.example.tables"), log.get(0));

                bundle.update(new ByteArrayInputStream(
                        MechanismJar.of("steady", "3.0.0", 3).bytes()));
                bundle.start();
                step(coupling, number++);
                assertEquals("3.0.0", coupling.sources().get(0).version());
                assertEquals(0, coupling.heldSteps());

                bundle.stop();
                long last = number;
                CouplingException gone = assertThrows(CouplingException.class, () -> step(coupling, last));
                assertEquals(CouplingException.Kind.SOURCE, gone.kind());
            }
        }
    }

    private static void step(Coupling coupling, long number) {
        coupling.begin(number, (double) number, 1);
        coupling.commit();
    }

    private FelixRuntime start() {
        return FelixRuntime.builder()
                .services(Distribution.home())
                .dropIn(folder)
                .poll(Duration.ofMillis(10))
                .start();
    }

    private static Bundle install(FelixRuntime runtime, MechanismJar jar) throws BundleException {
        Bundle bundle = runtime.context().installBundle("test:" + jar.name(), new ByteArrayInputStream(jar.bytes()));
        bundle.start();
        return bundle;
    }

    private static void refresh(FelixRuntime runtime, Bundle bundle) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        runtime.context()
                .getBundle()
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(bundle), event -> done.countDown());
        assertTrue(done.await(20, TimeUnit.SECONDS), "refreshed in good time");
    }
}
