package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.it.felix.mechanism.SteadySource;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

class HotSwapIT {
    private static final int SWAPS = 500;
    private static final int UPDATES = 100;

    /** Energy of a neutrino of {@link SteadySource} [erg]. */
    private static final double ENERGY_ERG = 100;

    @TempDir
    private Path folder = Path.of("");

    @Test
    @Timeout(300)
    void noStepIsLostOrDoubledWhileBundlesComeAndGo() throws Throwable {
        try (FelixRuntime runtime = start()) {
            BundleSwapper swapper = new BundleSwapper(runtime, folder);
            swapper.dropIn();
            try (SteppingHost one = new SteppingHost(runtime, BundleSwapper.DIRECT, 1);
                    SteppingHost both =
                            new SteppingHost(runtime, BundleSwapper.DIRECT + "+" + BundleSwapper.DROPPED, 2);
                    SteppingHost best = new SteppingHost(runtime, "", 2)) {
                List<SteppingHost> hosts = List.of(one.start(), both.start(), best.start());
                for (int swap = 0; swap < SWAPS; swap++) {
                    swapper.swap();
                }
                swapper.update();
                swapper.dropIn();
                long[] then = hosts.stream().mapToLong(SteppingHost::steps).toArray();
                for (int i = 0; i < hosts.size(); i++) {
                    SteppingHost host = hosts.get(i);
                    long before = then[i];
                    Patience.until(() -> host.steps() > before + 10, host::state);
                }
                for (SteppingHost host : hosts) {
                    host.stop();
                    assertLedgerIsTheAnalyticSum(host);
                }
                assertTrue(one.acted().size() == 3, "versions that acted: " + one.acted());
                assertTrue(both.acted().size() == 6, "versions that acted: " + both.acted());
                assertTrue(one.held() > 0 && both.held() > 0, "steps without a source: " + one.held());
            }
        }
    }

    @Test
    @Timeout(300)
    void noClassLoaderIsLeftAfterAHundredUpdates() throws Throwable {
        try (FelixRuntime runtime = start()) {
            BundleSwapper swapper = new BundleSwapper(runtime, folder);
            try (SteppingHost host = new SteppingHost(runtime, BundleSwapper.DIRECT, 1).start()) {
                List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
                for (int update = 0; update < UPDATES; update++) {
                    awaitVersion(host, swapper.version());
                    loaders.add(new WeakReference<>(
                            swapper.direct().adapt(BundleWiring.class).getClassLoader()));
                    swapper.update();
                }
                awaitVersion(host, swapper.version());

                Patience.until(
                        () -> alive(loaders) == 0, () -> alive(loaders) + " of " + UPDATES + " class loaders left");
                host.stop();
                assertLedgerIsTheAnalyticSum(host);
            }
        }
    }

    private FelixRuntime start() {
        return FelixRuntime.builder()
                .services(Distribution.home())
                .dropIn(folder)
                .poll(Duration.ofMillis(10))
                .start();
    }

    private static void awaitVersion(SteppingHost host, String version) {
        Patience.until(() -> host.latest().contains(BundleSwapper.DIRECT + " " + version), host::state);
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        System.gc();
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    /** Compares every bit of the ledger with the sum that the host's own books give. */
    private static void assertLedgerIsTheAnalyticSum(SteppingHost host) throws Exception {
        Map<String, RecoilEntry> entries = new TreeMap<>();
        for (RecoilEntry entry : host.coupling().recoilBySource()) {
            RecoilEntry other = entries.put(SteppingHost.key(entry.source(), entry.version()), entry);
            assertEquals(null, other, "a second entry of " + entry);
        }
        assertEquals(host.acted().keySet(), entries.keySet());
        for (RecoilEntry entry : entries.values()) {
            long steps = host.acted().getOrDefault(SteppingHost.key(entry.source(), entry.version()), 0L);
            double perStep = BundleSwapper.flux(entry.source(), entry.version()) * SteppingHost.AREA * SteppingHost.DT;
            assertEquals(steps, entry.recoil().steps(), "steps of " + entry);
            assertEquals(steps * perStep, entry.recoil().number(), "neutrinos of " + entry);
            assertEquals(steps * perStep * ENERGY_ERG, entry.recoil().energyErg(), "energy of " + entry);
            assertEquals(undisturbed(entry, steps), entry.recoil().momentum(), "momentum of " + entry);
        }
        assertEquals(host.steps(), host.coupling().recoil().steps(), "steps of the coupling");
        assertEquals(host.held(), host.coupling().heldSteps(), "steps without a source");
    }

    /** Returns the momentum of as many steps with an instance that nobody touches. */
    private static Vector3 undisturbed(RecoilEntry entry, long steps) throws Exception {
        NeutrinoSource source = new SteadySource(Map.of(
                NeutrinoSource.NAME,
                entry.source(),
                SteadySource.VERSION,
                entry.version(),
                SteadySource.FLUX,
                BundleSwapper.flux(entry.source(), entry.version())));
        try (SteppingHost host = new SteppingHost(SourceProvider.of(source), entry.source(), 1)) {
            for (long step = 1; step <= steps; step++) {
                host.step(step);
            }
            return host.coupling().recoil().momentum();
        }
    }
}
