package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class StepProtocolTest {
    private static final double DT = 2e-4;

    private final Zones zones = new Zones(100, 9);
    private final BlockBinding block = zones.bind(100);
    private final Coupling coupling = open(CouplingOptions.defaults());
    private final Recoil oneStep = oneStep();

    @AfterEach
    void close() {
        coupling.close();
    }

    @Test
    void evaluateAndCommitEqualAdvance() {
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        StepResult result = coupling.commit();
        assertEquals(StepResult.Outcome.COMMITTED, result.outcome());
        assertEquals(1, result.step());
        assertEquals(DT, result.dt());
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aRolledBackStepLeavesNothing() {
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        coupling.rollback();
        assertEquals(Recoil.NONE, coupling.recoil());
        coupling.advance(1, 0, DT, block);
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void theSameBeginJoinsThePendingStepBeforeAndAfterEvaluations() {
        coupling.begin(1, 0, DT);
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 0.5);
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 0.5);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aBeginWithASmallerDtReplacesThePendingStep() {
        coupling.begin(1, 0, 8 * DT);
        coupling.evaluate(block, 1);
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aBeginOfAnotherStepOrTimeReplacesThePendingStep() {
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        coupling.begin(2, 0, DT);
        coupling.evaluate(block, 1);
        coupling.begin(2, 1e-3, DT);
        coupling.evaluate(block, 1);
        assertEquals(2, coupling.commit().step());
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aRetryWithEqualArgumentsNeedsARollback() {
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        coupling.rollback();
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 1);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aDtThatIsKnownLateGivesTheSameBits() {
        coupling.begin(1, 0, Double.NaN);
        coupling.evaluate(block, 0.5);
        coupling.setDt(DT);
        coupling.begin(1, 0, -1);
        coupling.begin(1, 0, DT);
        coupling.evaluate(block, 0.5);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void theLatestDtCounts() {
        coupling.begin(1, 0, 5 * DT);
        coupling.evaluate(block, 1);
        coupling.setDt(DT);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void everyThreadMayBeginTheStepBeforeItEvaluates() throws Exception {
        int threads = 8;
        List<BlockBinding> parts = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            parts.add(zones.part(100 * i / threads, 100 * (i + 1) / threads));
        }
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            for (int step = 1; step <= 200; step++) {
                int number = step;
                CountDownLatch start = new CountDownLatch(threads);
                List<Future<?>> done = new ArrayList<>();
                for (BlockBinding part : parts) {
                    done.add(pool.submit(() -> {
                        start.countDown();
                        start.await();
                        coupling.begin(number, number * DT, DT);
                        return coupling.evaluate(part, 1);
                    }));
                }
                for (Future<?> one : done) {
                    one.get();
                }
                coupling.commit();
            }
        } finally {
            pool.shutdownNow();
        }
        try (Coupling serial = open(CouplingOptions.defaults())) {
            for (int step = 1; step <= 200; step++) {
                serial.advance(step, step * DT, DT, block);
            }
            assertArrayEquals(serial.saveState(), coupling.saveState());
        }
    }

    @Test
    void callsOutOfOrderSayWhatToDo() {
        stateRefused(
                "evaluate without a step: no step was begun yet; call begin(step, time, dt) first",
                () -> coupling.evaluate(block, 1));
        stateRefused(
                "commit without a step: no step was begun yet; call begin(step, time, dt) first", coupling::commit);
        stateRefused(
                "rollback without a step: no step was begun yet; call begin(step, time, dt) first", coupling::rollback);
        stateRefused(
                "setDt without a step: no step was begun yet; call begin(step, time, dt) first",
                () -> coupling.setDt(1));
        coupling.advance(1, 0, DT, block);
        stateRefused(
                "commit without a step: the latest one is committed; call begin(step, time, dt) first",
                coupling::commit);
        coupling.begin(2, 0, DT);
        coupling.rollback();
        stateRefused(
                "evaluate without a step: the latest one is rolled back; call begin(step, time, dt) first",
                () -> coupling.evaluate(block, 1));
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aCommitWithoutDtKeepsTheStepPending() {
        coupling.begin(7, 0, 0);
        coupling.evaluate(block, 1);
        stateRefused("dt of step 7 is not known; call setDt(dt) before commit, or give it to begin", coupling::commit);
        coupling.setDt(DT);
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void argumentsOutOfRangeAreRefused() {
        argumentRefused("dt is Infinity s; must be in [1.0E-42, 1.0E30] s", () -> coupling.begin(1, 0, 1 / 0.0));
        argumentRefused("dt is 1.0E-50 s; must be in [1.0E-42, 1.0E30] s", () -> coupling.begin(1, 0, 1e-50));
        argumentRefused("dt of step 1 is NaN; advance needs it, > 0", () -> coupling.advance(1, 0, Double.NaN, block));
        coupling.begin(1, 0, DT);
        argumentRefused("dt of step 1 is -1.0; must be > 0", () -> coupling.setDt(-1));
        argumentRefused("dt of step 1 is NaN; must be > 0", () -> coupling.setDt(Double.NaN));
        argumentRefused(
                "stage weight is NaN; must be in [-1000, 1000], the weight of the Runge-Kutta stage in the final state",
                () -> coupling.evaluate(block, Double.NaN));
        argumentRefused(
                "stage weight is Infinity; must be in [-1000, 1000], the weight of the Runge-Kutta stage in the final"
                        + " state",
                () -> coupling.evaluate(block, 1 / 0.0));
    }

    @Test
    void aStepWithTooLargeDtIsNotCountedWhereTheHostCanRetry() {
        double[] rate = new double[100];
        BlockBinding limited = zones.builder(100)
                .out(FluxField.LARGEST_STABLE_RATE, View.of(rate))
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(new double[100]))
                .build();
        try (Coupling retrying = open(CouplingOptions.defaults().withRetry(true))) {
            retrying.begin(1, 0, 1);
            BlockResult evaluated = retrying.evaluate(limited, 1);
            double hottest = Arrays.stream(zones.temperature).max().orElseThrow();
            assertEquals(1 / (10 * hottest), evaluated.dtMax());
            StepResult result = retrying.commit();
            assertEquals(StepResult.Outcome.RETRY, result.outcome());
            assertEquals(1 / (10 * hottest), result.dtMax());
            assertEquals(Recoil.NONE, retrying.recoil());
            stateRefused(
                    "evaluate without a step: the latest one asked for a retry with a smaller dt;"
                            + " call begin(step, time, dt) first",
                    () -> retrying.evaluate(limited, 1));
            retrying.begin(1, 0, DT);
            retrying.evaluate(limited, 1);
            assertEquals(StepResult.Outcome.COMMITTED, retrying.commit().outcome());
            assertEquals(oneStep, retrying.recoil());
        }
    }

    @Test
    void aHostThatCannotRetryIsOnlyTold() {
        BlockBinding limited = zones.builder(100)
                .out(FluxField.CHIRAL_INVERSE_LENGTH, View.of(new double[100]))
                .build();
        StepResult result = coupling.advance(1, 0, 1, limited);
        assertEquals(StepResult.Outcome.COMMITTED, result.outcome());
        assertEquals(limited.result().dtMax(), result.dtMax());
        assertEquals(1, coupling.recoil().steps());
    }

    @Test
    void nothingLimitsDtUnlessTheHostTakesWhatNeedsIt() {
        StepResult result = coupling.advance(1, 0, 1e10, block);
        assertEquals(Double.POSITIVE_INFINITY, result.dtMax());
        assertEquals(Double.POSITIVE_INFINITY, block.result().dtMax());
        double[] rate = new double[100];
        BlockBinding diagnostic = zones.builder(100)
                .out(FluxField.LARGEST_STABLE_RATE, View.of(rate))
                .out(FluxField.SPIN_FLIP_RATE, View.of(new double[100]))
                .build();
        assertEquals(
                Double.POSITIVE_INFINITY,
                coupling.advance(2, 1e10, 1e10, diagnostic).dtMax());
        assertEquals(10 * zones.temperature[3], rate[3], "the rate is given all the same");
        for (FluxField taken :
                new FluxField[] {FluxField.CHIRAL_CURRENT, FluxField.CHIRAL_INVERSE_LENGTH, FluxField.AXIAL_SOURCE}) {
            View[] views = new View[taken.components()];
            Arrays.setAll(views, axis -> View.of(new double[100]));
            BlockBinding dynamo = zones.builder(100).out(taken, views).build();
            double hottest = Arrays.stream(zones.temperature).max().orElseThrow();
            assertEquals(
                    1 / (10 * hottest),
                    coupling.advance(3 + taken.ordinal(), 0, 1e-9, dynamo).dtMax(),
                    taken.toString());
        }
    }

    @Test
    void aPredictorOfWeightZeroGivesFluxesButCountsNothing() {
        coupling.begin(1, 0, DT);
        BlockResult predicted = coupling.evaluate(block, 0);
        double force = predicted.momentumRate(2);
        coupling.evaluate(block, 1);
        assertEquals(force, block.result().momentumRate(2));
        coupling.commit();
        assertEquals(oneStep, coupling.recoil());
        assertEquals(force * DT, oneStep.momentum().z(), 1e-12 * Math.abs(force * DT));
    }

    @Test
    void aBlockOfNoZonesIsAllowedAndGivesNothing() {
        coupling.advance(1, 0, DT, new Zones(0, 1).bind(0, 5), block);
        assertEquals(oneStep, coupling.recoil());
    }

    @Test
    void aStepWithoutAnyBlockCountsAsAStep() {
        coupling.begin(1, 0, DT);
        coupling.commit();
        assertEquals(1, coupling.recoil().steps());
        assertEquals(0, coupling.recoil().energyErg());
    }

    @Test
    void theResultObjectsAreReused() {
        StepResult first = coupling.advance(1, 0, DT, block);
        assertSame(first, coupling.advance(2, 0, DT, block));
        assertSame(block.result(), block.result());
    }

    @Test
    void aStepCannotEndWhileAnEvaluationRuns() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        NeutrinoSource slow = new Blocking(inside, go);
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try (Coupling busy =
                Coupling.open(SourceProvider.of(slow), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            busy.begin(1, 0, DT);
            Future<BlockResult> evaluation = pool.submit(() -> busy.evaluate(block, 1));
            inside.await();
            stateRefused("commit while 1 evaluation(s) run; wait until they have returned", busy::commit);
            stateRefused("rollback while 1 evaluation(s) run; wait until they have returned", busy::rollback);
            stateRefused("begin while 1 evaluation(s) run; wait until they have returned", () -> busy.begin(2, 0, DT));
            busy.begin(1, 0, DT);
            go.countDown();
            evaluation.get();
            assertEquals(1, busy.commit().step());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aClosedCouplingSaysSo() {
        coupling.begin(1, 0, DT);
        coupling.close();
        coupling.close();
        stateRefused("coupling is closed; open another", () -> coupling.begin(2, 0, DT));
        stateRefused("coupling is closed; open another", coupling::commit);
        stateRefused("coupling is closed; open another", () -> coupling.evaluate(block, 1));
        stateRefused("coupling is closed; open another", () -> coupling.restoreState(coupling.saveState()));
    }

    private Recoil oneStep() {
        try (Coupling reference = open(CouplingOptions.defaults())) {
            reference.advance(1, 0, DT, block);
            return reference.recoil();
        }
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(alongField("test")), CouplingConfig.defaults(), options);
    }

    private static void stateRefused(String message, Executable call) {
        CouplingException refused = assertThrows(CouplingException.class, call);
        assertEquals(message, refused.getMessage());
        assertEquals(CouplingException.Kind.STATE, refused.kind());
    }

    private static void argumentRefused(String message, Executable call) {
        CouplingException refused = assertThrows(CouplingException.class, call);
        assertEquals(message, refused.getMessage());
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
    }

    /** Waits in the evaluation of a hundred zones. */
    private record Blocking(CountDownLatch inside, CountDownLatch go) implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return TestSources.descriptor(
                    "blocking",
                    builder -> builder.requires(ZoneField.TEMPERATURE)
                            .gives(FluxField.LEPTON_FLUX, FluxField.NEUTRINO_FLUX));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            if (zones.size() == 100) {
                inside.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
