package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.felix.FelixRuntime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

class HotSwapIT {
    private static final int SWAPS = 500;
    private static final int UPDATES = 100;

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
                    LedgerCheck.assertAnalyticSum(host);
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
                LedgerCheck.assertAnalyticSum(host);
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
}
