package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.ValidityFlag;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A host steps, retries, cuts its blocks anew, meets NaN and restarts; the ledger counts each step once. */
class MockHostTest {
    private static final double LIGHT_SPEED_CM_S = 2.99792458e10;
    private static final double DT = 1.0 / 256;
    private static final long STEPS = 64;

    private final ExecutorService pool = Executors.newFixedThreadPool(4);

    @AfterEach
    void endThreads() {
        pool.shutdownNow();
    }

    private static double linear(double t) {
        return 1e12 * (1 + 3 * t);
    }

    /** Its integral from 0 to T: T + T^2 - T^3/3 + T^4 in units of 1e12 G. */
    private static double cubic(double t) {
        return 1e12 * (1 + 2 * t - t * t + 4 * t * t * t);
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(
                SourceProvider.of(new PushSource()), CouplingConfig.parse("{\"source\": \"push\"}"), options);
    }

    private static Coupling open() {
        return open(CouplingOptions.defaults());
    }

    /** Returns the ledger of a run that nothing disturbs. */
    private static byte[] undisturbed(Scheme scheme) {
        try (Coupling coupling = open()) {
            new MockHost(coupling, scheme, MockHostTest::cubic).run(0, STEPS, DT);
            return coupling.saveState();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VL2", "RK2", "RK3"})
    void theStagesOfASchemeCountByTheirWeights(Scheme scheme) {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, scheme, MockHostTest::linear);
            host.run(0, STEPS, DT);
            double end = STEPS * DT;
            double integral = 1e12 * (end + 1.5 * end * end);
            Recoil recoil = coupling.recoil();
            assertClose(
                    -host.energyPerGauss() * integral / LIGHT_SPEED_CM_S,
                    recoil.momentum().z());
            assertClose(host.energyPerGauss() * integral, recoil.energyErg());
            assertClose(host.numberPerGauss() * integral, recoil.number());
            assertEquals(0, recoil.momentum().x());
            assertEquals(STEPS, recoil.steps());
        }
    }

    @Test
    void threeStagesIntegrateACubicFluxExactly() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
            host.run(0, STEPS, DT);
            double end = STEPS * DT;
            double integral = 1e12 * (end + end * end - Math.pow(end, 3) / 3 + Math.pow(end, 4));
            assertClose(
                    -host.energyPerGauss() * integral / LIGHT_SPEED_CM_S,
                    coupling.recoil().momentum().z());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 16, 333, 999})
    void cuttingTheBlocksAnewChangesNoBit(int size) {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
            for (long step = 0; step < STEPS; step++) {
                host.cut(step % 3 == 0 ? MockHost.ZONES : size + (int) step % 5);
                host.step(step, step * DT, DT);
            }
            assertArrayEquals(undisturbed(Scheme.RK3), coupling.saveState());
        }
    }

    @Test
    void threadsInAnyOrderChangeNoBit() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
            host.cut(37);
            host.spreadOver(pool);
            host.run(0, STEPS, DT);
            assertArrayEquals(undisturbed(Scheme.RK3), coupling.saveState());
        }
    }

    @Test
    void aStepThatTheHostRejectsIsNotCounted() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK2, MockHostTest::cubic);
            for (long step = 0; step < STEPS; step++) {
                host.evaluateStages(step, step * DT, 8 * DT); // too large for the host: begun again below
                host.evaluateStages(step, step * DT, 2 * DT);
                if (step % 2 == 0) {
                    coupling.rollback();
                }
                host.step(step, step * DT, DT);
            }
            assertArrayEquals(undisturbed(Scheme.RK2), coupling.saveState());
        }
    }

    @Test
    void aStepThatIsTooLargeForTheSourceIsRetriedAndCountedOnce() {
        try (Coupling coupling = open(CouplingOptions.defaults().withRetry(true))) {
            MockHost host = new MockHost(coupling, Scheme.VL2, MockHostTest::cubic);
            host.setRate(123, 200); // 1/200 s lies between dt and twice dt
            for (long step = 0; step < STEPS; step++) {
                StepResult tooLarge = host.step(step, step * DT, 2 * DT);
                assertEquals(StepResult.Outcome.RETRY, tooLarge.outcome());
                assertEquals(1.0 / 200, tooLarge.dtMax());
                assertEquals(
                        StepResult.Outcome.COMMITTED,
                        host.step(step, step * DT, DT).outcome());
            }
            assertArrayEquals(undisturbed(Scheme.VL2), coupling.saveState());
        }
    }

    @Test
    void aHostThatCannotRetryIsNeverAskedTo() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.VL2, MockHostTest::cubic);
            host.setRate(123, 200);
            StepResult result = host.step(0, 0, 2 * DT);
            assertEquals(StepResult.Outcome.COMMITTED, result.outcome());
            assertEquals(1.0 / 200, result.dtMax());
        }
    }

    @Test
    void aStepSizeThatIsKnownAfterTheFirstStageChangesNoBit() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
            for (long step = 0; step < STEPS; step++) {
                host.begin(step, step * DT, 0);
                boolean known = false;
                for (Scheme.Stage stage : Scheme.RK3.stages()) {
                    host.evaluate(stage, step, step * DT, DT);
                    if (!known) {
                        coupling.setDt(DT);
                        known = true;
                    }
                }
                coupling.commit();
            }
            assertArrayEquals(undisturbed(Scheme.RK3), coupling.saveState());
        }
    }

    @Test
    void zonesWithNanCountNothingAndAreFlagged() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK2, MockHostTest::linear);
            host.setTemperature(3, Double.NaN);
            host.setTemperature(500, Double.NEGATIVE_INFINITY);
            host.setTemperature(999, -0.3);
            host.cut(64);
            StepResult result = host.step(0, 0, DT);
            assertEquals(2 * 3, result.invalid());
            assertEquals(0, host.energyFluxZ(500));
            assertEquals(0, host.energyFluxZ(999));
            assertTrue(host.energyFluxZ(501) > 0);
            double integral = 1e12 * (DT + 1.5 * DT * DT);
            assertClose(host.energyPerGauss() * integral, coupling.recoil().energyErg());
            assertEquals(Map.of(ValidityFlag.INPUT, 6L), positive(coupling.flagCounts()));
        }
    }

    @Test
    void aZoneThatIsNanInOneStepComesBackInTheNext() {
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.EULER, t -> 1e12);
            host.step(0, 0, DT);
            double first = coupling.recoil().energyErg();
            for (int zone = 0; zone < MockHost.ZONES; zone++) {
                host.setTemperature(zone, Double.NaN);
            }
            assertEquals(MockHost.ZONES, host.step(1, DT, DT).invalid());
            assertEquals(first, coupling.recoil().energyErg());
            for (int zone = 0; zone < MockHost.ZONES; zone++) {
                host.setTemperature(zone, 10);
            }
            assertEquals(0, host.step(2, 2 * DT, DT).flagged());
            assertClose(
                    first + host.energyPerGauss() * 1e12 * DT, coupling.recoil().energyErg());
        }
    }

    @Test
    void aRestartFromTheHostsOwnFileChangesNoBit() {
        byte[] saved;
        try (Coupling coupling = open()) {
            MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
            host.run(0, 20, DT);
            saved = coupling.saveState();
            host.run(20, 25, DT); // lost with the crash
        }
        try (Coupling coupling = open()) {
            coupling.restoreState(saved);
            new MockHost(coupling, Scheme.RK3, MockHostTest::cubic).run(20, STEPS, DT);
            assertArrayEquals(undisturbed(Scheme.RK3), coupling.saveState());
        }
    }

    @Test
    void aRestartFromACheckpointFileChangesNoBit(@TempDir Path folder) {
        Path file = folder.resolve("recoil.json");
        try (Coupling coupling = open()) {
            new MockHost(coupling, Scheme.RK2, MockHostTest::cubic).run(0, 33, DT);
            coupling.saveCheckpoint(file);
        }
        try (Coupling coupling = open()) {
            coupling.restoreCheckpoint(file);
            new MockHost(coupling, Scheme.RK2, MockHostTest::cubic).run(33, STEPS, DT);
            assertArrayEquals(undisturbed(Scheme.RK2), coupling.saveState());
        }
    }

    @Test
    void aRestartOnAnotherNumberOfRanksCountsOnce() {
        byte[] saved;
        try (Coupling alone = open()) {
            new MockHost(alone, Scheme.RK3, MockHostTest::cubic).run(0, STEPS, DT);
            saved = alone.saveState();
        }
        try (Coupling first = open(CouplingOptions.defaults().withRank(0, 2));
                Coupling second = open(CouplingOptions.defaults().withRank(1, 2))) {
            first.restoreState(saved);
            second.restoreState(saved);
            first.mergeState(second.saveState());
            assertArrayEquals(saved, first.saveState());
        }
    }

    @Test
    void everythingAtOnceChangesNoBit() {
        byte[] saved = {};
        long step = 0;
        for (int life = 0; life < 4; life++) {
            try (Coupling coupling = open(CouplingOptions.defaults().withRetry(true))) {
                if (life > 0) {
                    coupling.restoreState(saved);
                }
                MockHost host = new MockHost(coupling, Scheme.RK3, MockHostTest::cubic);
                host.spreadOver(pool);
                for (long end = step + STEPS / 4; step < end; step++) {
                    host.cut(11 + (int) step);
                    assertEquals(
                            StepResult.Outcome.RETRY,
                            host.step(step, step * DT, 10 * DT).outcome());
                    host.cut(50 + (int) step);
                    host.evaluateStages(step, step * DT, DT / 2);
                    coupling.rollback();
                    host.step(step, step * DT, DT);
                }
                saved = coupling.saveState();
            }
        }
        assertArrayEquals(undisturbed(Scheme.RK3), saved);
    }

    private static Map<ValidityFlag, Long> positive(Map<ValidityFlag, Long> counts) {
        Map<ValidityFlag, Long> positive = new EnumMap<>(counts);
        positive.values().removeIf(count -> count == 0);
        return positive;
    }

    private static void assertClose(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }
}
