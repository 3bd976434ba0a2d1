package org.chiralkick.it.host;

import static org.chiralkick.it.host.FakeStar.DT_S;
import static org.chiralkick.it.host.FakeStar.SIDE;
import static org.chiralkick.it.host.FakeStar.STEPS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.Ballot;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.StepResult;
import org.chiralkick.host.View;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.Settings;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same star as hosts have it in blocks, with stages, threads and ranks, and in pencils. All get the same recoil, and the mistake that is
 * easiest to make in each is refused or named.
 */
class HostShapesTest {
    private static final double VOLUME_CM3 = Math.pow(FakeStar.SPACING_CM, 3);

    private final FakeStar star = new FakeStar();
    private final ExecutorService threads = Executors.newFixedThreadPool(3);

    @AfterEach
    void endThreads() {
        threads.shutdownNow();
    }

    // ---- block-structured: stages, threads, ranks ----

    /** Eight blocks with strides of the whole grid, of which a rank has every second. */
    private List<BlockBinding> blocksOf(int rank) {
        List<BlockBinding> blocks = new ArrayList<>();
        int half = SIDE / 2;
        for (int b = rank; b < 8; b += 2) {
            long first = half * (b % 2 + (b / 2 % 2) * SIDE + (long) (b / 4) * SIDE * SIDE);
            BlockBinding block = star.part(new int[] {half, half, half}, first, 1, SIDE, (long) SIDE * SIDE)
                    .build();
            block.number(b);
            blocks.add(block);
        }
        return blocks;
    }

    private void evaluate(Coupling coupling, long step, double weight, List<BlockBinding> blocks)
            throws InterruptedException, ExecutionException {
        List<Callable<Long>> work = new ArrayList<>();
        for (BlockBinding block : blocks) {
            work.add(() -> {
                coupling.begin(step, (double) step, DT_S);
                return coupling.evaluate(block, weight).flagged();
            });
        }
        for (Future<Long> done : threads.invokeAll(work)) {
            done.get();
        }
    }

    /** Takes all ranks through the stages of a step, in each of which the star is another. */
    private void stages(Scheme scheme, long step, List<Coupling> ranks)
            throws InterruptedException, ExecutionException {
        for (Scheme.Stage stage : scheme.stages()) {
            star.at(step, stage.at());
            for (int rank = 0; rank < ranks.size(); rank++) {
                evaluate(ranks.get(rank), step, stage.weight(), blocksOf(rank));
            }
        }
    }

    private static boolean agree(Ballot one, Ballot other) {
        return one.step() == other.step()
                && one.dt() == other.dt()
                && one.configuration() == other.configuration()
                && one.sources() == other.sources()
                && one.history() == other.history()
                && one.steps() == other.steps()
                && one.form() == other.form()
                && one.lastStep() == other.lastStep();
    }

    /** Commits on both ranks if their ballots agree, else on neither. */
    private static boolean commitTogether(Coupling first, Coupling second) {
        Ballot one = first.ballot();
        Ballot other = second.ballot();
        if (!agree(one, other)) {
            first.rollback();
            second.rollback();
            return false;
        }
        double dtMax = Math.min(one.dtMax(), other.dtMax());
        boolean next = one.nextSources() == other.nextSources();
        double x = one.areaX() + other.areaX();
        double y = one.areaY() + other.areaY();
        double z = one.areaZ() + other.areaZ();
        double size = one.areaSize() + other.areaSize();
        boolean emits = one.emits() || other.emits();
        for (Coupling rank : List.of(first, second)) {
            rank.surfaceOfAll(x, y, z, size, emits);
            assertEquals(
                    StepResult.Outcome.COMMITTED, rank.commitAgreed(dtMax, next).outcome());
        }
        return true;
    }

    private static Coupling open(int rank) {
        return FakeStar.open(CouplingOptions.defaults().withRank(rank, 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"VL2", "RK2"})
    void blocksInStagesOnThreadsAndRanksGiveTheSameBits(Scheme scheme) throws InterruptedException, ExecutionException {
        List<byte[]> parts = new ArrayList<>();
        try (Coupling first = open(0);
                Coupling second = open(1)) {
            for (int step = 1; step <= STEPS; step++) {
                stages(scheme, step, List.of(first, second));
                assertTrue(commitTogether(first, second));
            }
            for (Coupling rank : List.of(first, second)) {
                assertEquals(List.of(), rank.audit().problems());
                assertEquals(0, rank.audit().unjudged());
                parts.add(rank.saveState());
            }
        }
        try (Coupling sum = FakeStar.open()) {
            sum.restoreState(parts.get(0));
            sum.mergeState(parts.get(1));
            star.requireReference(scheme, sum.recoil());
        }
    }

    @Test
    void theSchemesDifferWhereTheStateChanges() {
        assertNotEquals(
                star.reference(Scheme.VL2).momentum(),
                star.reference(Scheme.RK2).momentum());
    }

    @Test
    void ranksWithDifferentPresetsCommitNothing() throws InterruptedException, ExecutionException {
        ChiralSource other =
                new ChiralSource(Settings.none().withPreset("kubs-2016").properties());
        try (Coupling first = open(0);
                Coupling second = Coupling.open(
                        SourceProvider.of(other),
                        CouplingConfig.defaults(),
                        CouplingOptions.defaults().withRank(1, 2))) {
            stages(Scheme.RK2, 1, List.of(first, second));
            assertNotEquals(first.ballot().configuration(), second.ballot().configuration());
            assertEquals(first.ballot().sources(), second.ballot().sources());
            assertEquals(1, second.ballot().step(), "asking again takes nothing away");
            assertTrue(!commitTogether(first, second));
            assertEquals(List.of(Recoil.NONE, Recoil.NONE), List.of(first.recoil(), second.recoil()));
        }
    }

    @Test
    void aRankAtAnotherStepCommitsNothing() throws InterruptedException, ExecutionException {
        try (Coupling first = open(0);
                Coupling second = open(1)) {
            stages(Scheme.EULER, 1, List.of(first, second));
            assertTrue(commitTogether(first, second));
            evaluate(first, 2, 1, blocksOf(0));
            evaluate(second, 3, 1, blocksOf(1));
            assertTrue(!commitTogether(first, second));
            assertEquals(1, first.recoil().steps());
            assertEquals(1, second.recoil().steps());
        }
    }

    @Test
    void aBlockThatMissesAStageIsNamed() {
        try (Coupling coupling = FakeStar.open()) {
            List<BlockBinding> blocks = blocksOf(1);
            coupling.begin(1, 0, DT_S);
            blocks.forEach(block -> coupling.evaluate(block, 0.5));
            blocks.subList(1, blocks.size()).forEach(block -> coupling.evaluate(block, 0.5));
            String words = String.valueOf(
                    assertThrows(CouplingException.class, coupling::commit).getMessage());
            assertTrue(words.startsWith("block 1 was evaluated once with sum 0.5: "), words);
        }
    }

    // ---- blocks that take what has escaped from their zones ----

    private static void requireSum(double rate, double[] density) {
        double sum = 0;
        double size = 0;
        for (double each : density) {
            sum += each * VOLUME_CM3;
            size += Math.abs(each) * VOLUME_CM3;
        }
        assertEquals(rate, sum, 1e-13 * size);
    }

    @Test
    void whatEscapesFromTheZonesIsWhatTheBlockCounts() {
        double[] number = new double[FakeStar.ZONES];
        double[] energy = new double[FakeStar.ZONES];
        double[][] momentum = new double[3][FakeStar.ZONES];
        long[] strides = {1, SIDE, (long) SIDE * SIDE};
        try (Coupling coupling = FakeStar.open()) {
            BlockBinding block = star.part(new int[] {SIDE, SIDE, SIDE}, 0, strides)
                    .in(ZoneField.VOLUME, View.constant(VOLUME_CM3))
                    .out(FluxField.NEUTRINO_ENERGY_FLUX, FakeStar.views(new double[3][FakeStar.ZONES], 0, strides))
                    .out(EscapedField.ESCAPED_NUMBER, View.of(number, 0, strides))
                    .out(EscapedField.ESCAPED_ENERGY, View.of(energy, 0, strides))
                    .out(EscapedField.ESCAPED_MOMENTUM, FakeStar.views(momentum, 0, strides))
                    .build();
            for (int step = 1; step <= STEPS; step++) {
                coupling.begin(step, step, DT_S);
                for (Scheme.Stage stage : Scheme.RK2.stages()) {
                    star.at(step, stage.at());
                    coupling.evaluate(block, stage.weight());
                    requireSum(block.result().numberRate(), number);
                    requireSum(block.result().energyRate(), energy);
                    for (int axis = 0; axis < 3; axis++) {
                        requireSum(-block.result().momentumRate(axis), momentum[axis]);
                    }
                }
                coupling.commit();
            }
            assertTrue(coupling.recoil().number() > 0
                    && coupling.recoil().energyErg() > 0
                    && coupling.recoil().momentum().z() != 0);
            assertEquals(List.of(), coupling.audit().problems());
        }
    }

    // ---- pencils: a binding for each line of zones ----

    private List<BlockBinding> pencils() {
        List<BlockBinding> pencils = new ArrayList<>();
        for (int line = 0; line < SIDE * SIDE; line++) {
            BlockBinding pencil =
                    star.part(new int[] {SIDE}, (long) line * SIDE, 1).build();
            pencil.number(line);
            pencils.add(pencil);
        }
        return pencils;
    }

    @Test
    void pencilsGiveTheSameBits() {
        try (Coupling coupling = FakeStar.open()) {
            BlockBinding[] pencils = pencils().toArray(BlockBinding[]::new);
            for (int step = 1; step <= STEPS; step++) {
                star.at(step, 0);
                coupling.advance(step, step, DT_S, pencils);
            }
            assertEquals(List.of(), coupling.audit().problems());
            star.requireReference(Scheme.EULER, coupling.recoil());
        }
    }

    @Test
    void oneNumberForAllPencilsIsNamed() {
        try (Coupling coupling = FakeStar.open()) {
            List<BlockBinding> pencils = pencils();
            coupling.begin(1, 0, DT_S);
            pencils.forEach(pencil -> {
                pencil.number(0);
                coupling.evaluate(pencil, 1);
            });
            String words = String.valueOf(
                    assertThrows(CouplingException.class, coupling::commit).getMessage());
            assertTrue(
                    words.startsWith(
                            "block 0 was evaluated 256 times with sum 256: no other number was used in step 1"),
                    words);
        }
    }
}
