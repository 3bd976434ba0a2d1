package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The committed recoil is the same to the bit, however a host cuts its zones into blocks, threads, stages and ranks. */
class ExactnessTest {
    private static final int N = 3000;
    private static final int STEPS = 20;

    private final Zones zones = new Zones(N, 5);
    private final byte[] expected = run(CouplingOptions.defaults(), zones.bind(N));

    @Test
    void blocksOfAnySizeInAnyOrder() {
        Random random = new Random(17);
        for (int cut = 0; cut < 20; cut++) {
            List<BlockBinding> blocks = randomBlocks(random);
            Collections.shuffle(blocks, random);
            assertArrayEquals(expected, run(CouplingOptions.defaults(), blocks.toArray(BlockBinding[]::new)));
        }
    }

    @Test
    void blocksThatAreCutAnewInEveryStep() {
        Random random = new Random(19);
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            for (int step = 0; step < STEPS; step++) {
                coupling.advance(step, 0, dt(step), randomBlocks(random).toArray(BlockBinding[]::new));
            }
            assertArrayEquals(expected, coupling.saveState());
        }
    }

    @Test
    void workerThreads() {
        BlockBinding[] blocks = randomBlocks(new Random(23)).toArray(BlockBinding[]::new);
        for (int threads = 1; threads <= 4; threads++) {
            assertArrayEquals(expected, run(CouplingOptions.defaults().withThreads(threads), blocks));
        }
    }

    @Test
    void theHostsOwnThreads() throws Exception {
        List<BlockBinding> blocks = randomBlocks(new Random(29));
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            for (int step = 0; step < STEPS; step++) {
                coupling.begin(step, 0, dt(step));
                List<Future<BlockResult>> results = new ArrayList<>();
                for (BlockBinding block : blocks) {
                    results.add(pool.submit(() -> coupling.evaluate(block, 1)));
                }
                for (Future<BlockResult> result : results) {
                    result.get();
                }
                coupling.commit();
            }
            assertArrayEquals(expected, coupling.saveState());
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void ranksWhosePartsAreMerged() {
        try (Coupling first = open(CouplingOptions.defaults().withRank(0, 2));
                Coupling second = open(CouplingOptions.defaults().withRank(1, 2))) {
            BlockBinding[] parts = {zones.part(0, 1234), zones.part(1234, N)};
            for (int step = 0; step < STEPS; step++) {
                first.advance(step, 0, dt(step), parts[0]);
                second.advance(step, 0, dt(step), parts[1]);
            }
            first.mergeState(second.saveState());
            assertArrayEquals(expected, first.saveState());
        }
    }

    @Test
    void aRestartInTheMiddleOnAnotherNumberOfRanks() {
        byte[] half;
        try (Coupling before = open(CouplingOptions.defaults())) {
            for (int step = 0; step < STEPS / 2; step++) {
                before.advance(step, 0, dt(step), zones.bind(N));
            }
            half = before.saveState();
        }
        try (Coupling first = open(CouplingOptions.defaults().withRank(0, 3));
                Coupling second = open(CouplingOptions.defaults().withRank(1, 3));
                Coupling third = open(CouplingOptions.defaults().withRank(2, 3))) {
            first.restoreState(half);
            second.restoreState(half);
            third.restoreState(half);
            for (int step = STEPS / 2; step < STEPS; step++) {
                first.advance(step, 0, dt(step), zones.part(0, 1000));
                second.advance(step, 0, dt(step), zones.part(1000, 1001));
                third.advance(step, 0, dt(step), zones.part(1001, N));
            }
            first.mergeState(third.saveState());
            first.mergeState(second.saveState());
            assertArrayEquals(expected, first.saveState());
        }
    }

    @Test
    void aDtThatIsKnownLate() {
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            for (int step = 0; step < STEPS; step++) {
                coupling.begin(step, 0, -1);
                coupling.evaluate(zones.bind(N), 1);
                coupling.setDt(dt(step));
                coupling.commit();
            }
            assertArrayEquals(expected, coupling.saveState());
        }
    }

    @Test
    void aRetryOfEveryStep() {
        try (Coupling coupling = open(CouplingOptions.defaults())) {
            for (int step = 0; step < STEPS; step++) {
                coupling.begin(step, 0, 2 * dt(step));
                coupling.evaluate(zones.part(0, 777), 1);
                coupling.begin(step, 0, dt(step));
                coupling.evaluate(zones.bind(N), 1);
                coupling.commit();
            }
            assertArrayEquals(expected, coupling.saveState());
        }
    }

    @Test
    void stagesWhoseWeightsAddUpExactly() {
        for (double[] weights : new double[][] {{0, 1}, {0.5, 0.5}, {0.25, -0.25, 0.5, 0.5}}) {
            assertArrayEquals(expected, stages(weights));
        }
    }

    @Test
    void stagesWithThirdsOfAStepAgreeToRounding() {
        byte[] thirds = stages(1.0 / 6, 1.0 / 6, 2.0 / 3);
        try (Coupling exact = open(CouplingOptions.defaults());
                Coupling rounded = open(CouplingOptions.defaults())) {
            exact.restoreState(expected);
            rounded.restoreState(thirds);
            double force = exact.recoil().momentum().z();
            assertEquals(force, rounded.recoil().momentum().z(), 1e-14 * Math.abs(force));
            assertEquals(
                    exact.recoil().energyErg(),
                    rounded.recoil().energyErg(),
                    1e-14 * exact.recoil().energyErg());
            assertEquals(STEPS, rounded.recoil().steps());
        }
    }

    @Test
    void addingDtPerStageWouldBeWrong() {
        try (Coupling right = open(CouplingOptions.defaults());
                Coupling wrong = open(CouplingOptions.defaults())) {
            right.restoreState(expected);
            wrong.restoreState(stages(CouplingConfig.parse("{\"weights\": \"free\"}"), 0.5, 1));
            assertEquals(
                    1.5,
                    wrong.recoil().energyErg() / right.recoil().energyErg(),
                    1e-14,
                    "the mistake this API prevents");
            assertNotEquals(right.recoil(), wrong.recoil());
        }
    }

    private byte[] stages(double... weights) {
        return stages(CouplingConfig.defaults(), weights);
    }

    private byte[] stages(CouplingConfig config, double... weights) {
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(alongField("test")), config, CouplingOptions.defaults())) {
            BlockBinding[] blocks = {zones.part(0, 1111), zones.part(1111, N)};
            for (int step = 0; step < STEPS; step++) {
                coupling.begin(step, 0, dt(step));
                for (double weight : weights) {
                    coupling.evaluateAll(weight, blocks);
                }
                coupling.commit();
            }
            return coupling.saveState();
        }
    }

    private List<BlockBinding> randomBlocks(Random random) {
        List<BlockBinding> blocks = new ArrayList<>();
        for (int from = 0; from < N; ) {
            int to = Math.min(N, from + 1 + random.nextInt(700));
            blocks.add(zones.part(from, to));
            from = to;
        }
        return blocks;
    }

    private static byte[] run(CouplingOptions options, BlockBinding... blocks) {
        try (Coupling coupling = open(options)) {
            for (int step = 0; step < STEPS; step++) {
                coupling.advance(step, 0, dt(step), blocks);
            }
            return coupling.saveState();
        }
    }

    private static double dt(int step) {
        return 1e-3 / (1 + step);
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(alongField("test")), CouplingConfig.defaults(), options);
    }
}
