package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Mechanisms that do not come back, in their first evaluation or later, and one that ends the process. */
class StuckSourceTest {
    private final BlockingQueue<String> log = new LinkedBlockingQueue<>();

    /** Does something else than to evaluate, from a call on. */
    private static final class Odd implements NeutrinoSource {
        private final int good;
        private final Runnable deed;
        private int calls;

        Odd(int good, Runnable deed) {
            this.good = good;
            this.deed = deed;
        }

        @Override
        public SourceDescriptor describe() {
            return TestSources.descriptor(
                    "odd",
                    builder -> builder.requires(ZoneField.TEMPERATURE)
                            .gives(FluxField.LEPTON_FLUX, FluxField.NEUTRINO_FLUX));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            if (calls++ >= good) {
                deed.run();
            }
        }
    }

    private static Coupling open(NeutrinoSource source, CouplingOptions options) {
        return Coupling.open(
                SourceProvider.of(source), CouplingConfig.defaults().withWatchdog(0.2), options);
    }

    /** Ends the process from inside a mechanism; the process of a test of its own. */
    public static void main(String[] args) {
        Zones zones = new Zones(8, 4);
        try (Coupling coupling = open(new Odd(2, () -> System.exit(3)), CouplingOptions.defaults())) {
            coupling.advance(1, 0, 1, zones.bind(8));
        }
    }

    @Test
    @Timeout(60)
    void oneThatHangsIsNamedWhileTheStepWaitsForIt() throws Exception {
        for (int good : List.of(0, 2)) { // in the trial evaluation of begin, and in that of a block
            CountDownLatch release = new CountDownLatch(1);
            Odd odd = new Odd(good, () -> awaitUninterruptibly(release));
            Zones zones = new Zones(8, 4);
            CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
            try (Coupling coupling = open(odd, logging)) {
                Thread host = new Thread(() -> coupling.advance(1, 0, 1, zones.bind(8)), "the host");
                host.start();
                String named = String.valueOf(log.poll(20, TimeUnit.SECONDS));
                assertTrue(named.startsWith("source odd has not returned for 0.2 s; thread the host is at "), named);
                release.countDown();
                host.join();
                assertEquals(1, coupling.recoil().steps());
                assertEquals(
                        "source odd, which did not return for 0.2 s, has returned", log.poll(20, TimeUnit.SECONDS));
            }
            assertEquals(List.of(), List.copyOf(log));
        }
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    @Timeout(60)
    void oneThatEndsTheProcessIsNamedOnStandardError() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StuckSourceTest.class.getName())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(3, process.waitFor(), said);
        assertTrue(
                said.contains("org.chiralkick.host: source odd ends the process: it called System.exit at"
                        + " org.chiralkick.host.StuckSourceTest"),
                said);
    }
}
