package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.internal.block.BlockEvaluator;
import org.chiralkick.host.internal.emission.ToldEmission;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.step.PendingStep;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.StepRules.MissingOutput;
import org.chiralkick.host.value.StepRules.Weights;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.function.Executable;

/** An evaluation that fails on one thread while others evaluate, commit or roll back: its step is committed by nobody, in whatever order. */
@Timeout(60)
class FailedEvaluationTest {
    private static final int THREADS = 4;
    private static final int ZONES = 8;
    private static final int ROUNDS = 2000;

    /** What the first zone of a block has for its temperature, so that a source waits in it, or waits and then fails [MeV]. */
    private static final double WAITS = 11.5;

    private static final double FAILS = 12.5;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final Zones zones = new Zones(THREADS * ZONES, 4);

    @AfterEach
    void endThreads() throws InterruptedException {
        threads.shutdownNow();
        assertTrue(threads.awaitTermination(10, TimeUnit.SECONDS));
    }

    /** Waits in some blocks until it may go on, and fails in some of these. */
    private static final class Moody implements NeutrinoSource {
        private final NeutrinoSource calm = alongField("moody");
        volatile CountDownLatch inside = new CountDownLatch(0);
        volatile CountDownLatch waiting = new CountDownLatch(0);
        volatile CountDownLatch failing = new CountDownLatch(0);

        @Override
        public SourceDescriptor describe() {
            return calm.describe();
        }

        @Override
        public void evaluate(ZoneBlock block, FluxBlock fluxes) {
            double first = block.column(ZoneField.TEMPERATURE)[block.first()];
            if (first == WAITS || first == FAILS) {
                inside.countDown();
                await(first == FAILS ? failing : waiting);
            }
            if (first == FAILS) {
                throw new IllegalStateException("bad mood");
            }
            calm.evaluate(block, fluxes);
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Coupling open(NeutrinoSource source) {
        return Coupling.open(SourceProvider.of(source), CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    /** Returns a block whose first zone has this temperature [MeV]. */
    private BlockBinding block(int index, double temperature) {
        zones.temperature[ZONES * index] = temperature;
        return zones.part(ZONES * index, ZONES * (index + 1));
    }

    private static void refused(String words, Executable call) {
        CouplingException thrown = assertThrows(CouplingException.class, call);
        assertEquals(CouplingException.Kind.STATE, thrown.kind());
        assertTrue(String.valueOf(thrown.getMessage()).contains(words), thrown.getMessage());
    }

    private static void mayNotEnd(Coupling coupling, String words) {
        refused(words, coupling::commit);
        refused(words, coupling::ballot);
        refused(words, () -> coupling.commitAgreed(1, true));
    }

    @Test
    void othersFinishAndNobodyCommitsTheStep() throws InterruptedException, ExecutionException {
        Moody source = new Moody();
        source.inside = new CountDownLatch(THREADS);
        source.waiting = new CountDownLatch(1);
        source.failing = new CountDownLatch(1);
        Recoil expected;
        try (Coupling calm = open(alongField("moody"))) {
            for (int i = 0; i < THREADS; i++) {
                block(i, 10);
            }
            calm.advance(1, 0, 1e-3, zones.bind(THREADS * ZONES));
            expected = calm.recoil();
        }
        try (Coupling coupling = open(source)) {
            coupling.begin(1, 0, 1e-3);
            List<Future<BlockResult>> results = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                BlockBinding block = block(i, i == 1 ? FAILS : WAITS);
                results.add(threads.submit(() -> coupling.evaluate(block, 1)));
            }
            source.inside.await(); // all of them
            mayNotEnd(coupling, " while 4 evaluation(s) run; wait until they have returned");
            source.failing.countDown();
            ExecutionException failed =
                    assertThrows(ExecutionException.class, () -> results.get(1).get());
            assertTrue(String.valueOf(failed.getMessage()).contains("bad mood"), failed.getMessage());
            // The others are in it still: the step neither ends under them, nor is a new one begun.
            mayNotEnd(coupling, "an evaluation of step 1 failed (source moody failed on zones 0 to 7: ");
            refused("rollback while 3 evaluation(s) run", coupling::rollback);
            refused("begin while 3 evaluation(s) run", () -> coupling.begin(2, 1, 1e-3));
            source.waiting.countDown();
            for (int i : new int[] {0, 2, 3}) {
                assertNotEquals(0, results.get(i).get().momentumRate(2));
            }
            mayNotEnd(coupling, "an evaluation of step 1 failed (source moody failed on zones 0 to 7: ");
            coupling.begin(1, 0, 1e-3); // joins it: what failed has failed
            mayNotEnd(coupling, "bad mood); roll the step back, or begin it again");
            coupling.rollback();
            assertEquals(0, coupling.recoil().steps());
            coupling.begin(1, 0, 1e-3);
            for (int i = 0; i < THREADS; i++) {
                coupling.evaluate(block(i, 10), 1);
            }
            assertEquals(StepResult.Outcome.COMMITTED, coupling.commit().outcome());
            assertEquals(expected, coupling.recoil());
        }
    }

    /** What fails after a commit has looked for failures, and before it lets no evaluation in any more, is seen all the same. */
    @Test
    void aFailureIsLookedForWhenNoneCanComeAnyMore() {
        RecoilSettings recoil = CouplingConfig.defaults().recoil();
        PendingStep pending = new PendingStep();
        ToldEmission told = new ToldEmission(RecoilForm.AUTO);
        for (Weights rule : Weights.values()) {
            StepEvaluations evaluations = new StepEvaluations(
                    new BlockEvaluator(recoil, MissingOutput.REFUSE, Units.CGS), pending, told, rule);
            SourceSet none = new SourceSet(List.of(), recoil.geometry(), List::of);
            pending.start(3, 0, 1e-3, new NeutrinoSource[0], none);
            evaluations.open();
            pending.requireWhole();
            pending.spoil(new IllegalStateException("late"));
            refused("an evaluation of step 3 failed (late)", () -> evaluations.closeWhole("commit"));
            assertTrue(evaluations.isOpen());
        }
    }

    /** A commit that comes at the very moment at which the evaluation fails does not overlook it. */
    @Test
    void aCommitThatComesWhileAnEvaluationFailsIsRefused() throws InterruptedException, ExecutionException {
        Moody source = new Moody();
        BlockBinding good = block(0, 10);
        BlockBinding bad = block(1, FAILS);
        try (Coupling coupling = open(source)) {
            for (int round = 1; round <= ROUNDS; round++) {
                CountDownLatch inside = new CountDownLatch(1);
                source.inside = inside;
                source.failing = new CountDownLatch(1);
                coupling.begin(round, 0, 1e-3);
                coupling.evaluate(good, 1);
                Future<BlockResult> result = threads.submit(() -> coupling.evaluate(bad, 1));
                inside.await();
                source.failing.countDown();
                String words;
                do {
                    CouplingException refused =
                            assertThrows(CouplingException.class, coupling::commit, "round " + round);
                    words = String.valueOf(refused.getMessage());
                } while (words.contains("evaluation(s) run"));
                assertTrue(words.startsWith("an evaluation of step " + round + " failed"), words);
                assertThrows(ExecutionException.class, result::get);
                coupling.rollback();
            }
            assertEquals(0, coupling.recoil().steps());
        }
    }
}
