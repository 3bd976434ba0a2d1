package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.chiralkick.host.TestSources.descriptor;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.StepRules;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Steps that would give a wrong kick are refused: by their weights, their numbers, and outputs that nobody gives. */
class StepAuditTest {
    private static final String WEIGHTS_END =
            " must add up to 1 within 1e-6; evaluate each block once for every stage, with the weight of the"
                    + " stage in the final state, or roll the step back; \"weights\": \"free\" in the configuration allows other sums";
    private static final NeutrinoSource FORCE = new Gives("force", List.of(FluxField.NEUTRINO_MOMENTUM_SOURCE));
    private static final NeutrinoSource CONTROL = new Gives("control", List.of());

    private final Zones zones = new Zones(64, 3);

    private static Coupling open(String config, NeutrinoSource... sources) {
        return Coupling.open(
                SourceProvider.of(sources),
                CouplingConfig.parse(config.replace('\'', '"')),
                CouplingOptions.defaults());
    }

    private static Coupling open(String config) {
        return open(config, alongField("field"));
    }

    private BlockBinding block(int index) {
        return zones.part(8 * index, 8 * index + 8);
    }

    private static void refused(CouplingException.Kind kind, String message, Executable misuse) {
        CouplingException thrown = assertThrows(CouplingException.class, misuse);
        assertEquals(message, thrown.getMessage());
        assertEquals(kind, thrown.kind());
    }

    private static void refused(String message, Executable misuse) {
        refused(CouplingException.Kind.STATE, message, misuse);
    }

    private static BlockBinding numbered(long number, BlockBinding block) {
        block.number(number);
        return block;
    }

    @Test
    void aBlockWithoutExtentsHasNoWeightAndNeedsNoFields() {
        try (Coupling coupling = open("{}")) {
            BlockBinding nothing = BlockBinding.of(4, 0).build();
            coupling.begin(1, 0, 1e-3);
            for (BlockBinding empty : List.of(zones.bind(0), numbered(7, zones.bind(3, 0, 2)), nothing)) {
                BlockResult result = coupling.evaluate(empty, 0.25);
                assertEquals(Double.POSITIVE_INFINITY, result.dtMax());
                assertEquals(0, result.energyRate());
            }
            coupling.commit(); // of a rank that has no zones
            assertEquals(0, coupling.audit().worstWeightError());
            assertEquals(1, coupling.audit().silent());
            coupling.begin(2, 1, 1e-3);
            coupling.evaluate(numbered(7, block(0)), 1);
            coupling.evaluateAll(0.25, numbered(7, zones.bind(0)), nothing);
            coupling.commit();
            assertEquals(8, coupling.evaluatedZones());
            assertEquals(1, coupling.audit().silent());
            assertThrows(CouplingException.class, () -> coupling.evaluate(nothing, 1), "no step is pending");
            coupling.begin(3, 2, 1e-3);
            assertThrows(CouplingException.class, () -> coupling.evaluate(nothing, 2000), "the weight is out of range");
        }
    }

    @Test
    void aBlockOfWhichTheMaskLeavesNoZoneWeighs() {
        try (Coupling coupling = open("{}")) {
            BlockBinding masked = numbered(1, zones.builder(8).mask(new byte[8]).build());
            PiecePlace place = new PiecePlace();
            place.extent(0, 8, 0);
            BlockBinding piece = numbered(2, zones.builder(0).piece(place).build());
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(masked, 0.25);
            refused(
                    "block 1 was evaluated once with sum 0.25: the weights of a block in step 1" + WEIGHTS_END,
                    coupling::commit);
            coupling.evaluate(masked, 0.75);
            coupling.evaluate(piece, 0.25); // as the native library gives one of which the mask leaves nothing
            refused(
                    "block 2 was evaluated once with sum 0.25: the weights of a block in step 1" + WEIGHTS_END,
                    coupling::commit);
            coupling.evaluate(piece, 0.75);
            coupling.commit();
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "0, 1", "0.5, 0.5", "0.25, 0.75", "1.0000005, 0", "0.3333333, 0.6666667"})
    void weightsThatAddUpToOneAreCommitted(double first, double second) {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = block(0);
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, first);
            coupling.evaluate(block, second);
            coupling.commit();
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1, 1.5", "0.5, 0, 0.5", "1.000002, 0, 1.000002", "-1, 1, 0", "0.5, 0.25, 0.75"})
    void weightsThatDoNotAreRefusedWithBlockAndSum(double first, double second, String sum) {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = block(0);
            BlockBinding right = block(1);
            block.number(17);
            coupling.begin(4, 0, 1);
            coupling.evaluate(right, 1);
            coupling.evaluate(block, first);
            coupling.evaluate(block, second);
            refused(
                    "block 17 was evaluated 2 times with sum " + sum + ": the weights of a block in step 4"
                            + WEIGHTS_END,
                    coupling::commit);
            assertEquals(0, coupling.recoil().steps());
        }
    }

    @Test
    void aRefusedStepGoesOnOrIsRolledBack() {
        try (Coupling coupling = open("{}");
                Coupling reference = open("{}")) {
            BlockBinding block = block(0);
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 0.5);
            assertThrows(CouplingException.class, coupling::commit);
            coupling.evaluate(block, 0.5);
            coupling.commit();
            coupling.begin(2, 1, 1);
            coupling.evaluate(block, 0.5);
            assertThrows(CouplingException.class, coupling::commit);
            coupling.rollback();
            coupling.advance(2, 1, 1, block);
            reference.advance(1, 0, 1, block);
            reference.advance(2, 1, 1, block);
            assertEquals(reference.recoil(), coupling.recoil());
        }
    }

    @Test
    void oneNumberForAllBlocksIsNamedAsSuch() {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = block(0);
            block.number(0);
            coupling.begin(3, 0, 1);
            for (int i = 0; i < 64; i++) {
                coupling.evaluate(block, 1);
            }
            refused(
                    "block 0 was evaluated 64 times with sum 64: no other number was used in step 3, and a number for all blocks hides"
                            + " which of them was missed; give each block a number of its own, and each stage its weight in the final"
                            + " state, of which the sum is 1, or roll the step back; \"weights\": \"free\" in the configuration allows"
                            + " other sums",
                    coupling::commit);
        }
    }

    @Test
    void aBlockThatMissesAStageIsNamedAmongMany() {
        try (Coupling coupling = open("{}")) {
            BlockBinding[] blocks = new BlockBinding[8];
            for (int i = 0; i < blocks.length; i++) {
                blocks[i] = block(i);
                blocks[i].number(1000 + i);
            }
            coupling.begin(1, 0, 1);
            coupling.evaluateAll(0.5, blocks);
            for (int i = 0; i < 8; i++) {
                if (i != 5) {
                    coupling.evaluate(blocks[i], 0.5);
                }
            }
            refused(
                    "block 1005 was evaluated once with sum 0.5: the weights of a block in step 1" + WEIGHTS_END,
                    coupling::commit);
        }
    }

    @Test
    void aBindingWithoutANumberIsABlockOfItsOwn() {
        try (Coupling coupling = open("{}")) {
            coupling.begin(1, 0, 1);
            coupling.evaluate(block(0), 0.5);
            coupling.evaluate(block(0), 0.5);
            refused(
                    "a block of 8 zone(s), which has no number, was evaluated once with sum 0.5: the weights of a block in step 1"
                            + WEIGHTS_END,
                    coupling::commit);
        }
    }

    @Test
    void bindingsOfOneNumberAreOneBlock() {
        try (Coupling coupling = open("{}")) {
            BlockBinding early = block(0);
            BlockBinding late = block(0);
            early.number(-3);
            late.number(-3);
            coupling.begin(1, 0, 1);
            coupling.evaluate(early, 0.5);
            coupling.evaluate(late, 0.5);
            coupling.commit();
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void furtherPiecesOfABlockDoNotWeighAgain() {
        try (Coupling coupling = open("{}")) {
            coupling.begin(1, 0, 1);
            for (int i = 0; i < 4; i++) {
                BlockBinding piece = block(i);
                if (i == 0) {
                    piece.number(7);
                } else {
                    piece.pieceOf(7);
                }
                coupling.evaluate(piece, 1);
            }
            coupling.commit();
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void manyBlocksOnManyThreadsAreAddedUp() throws ExecutionException, InterruptedException {
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Coupling coupling = open("{}")) {
            for (int step = 1; step <= 3; step++) {
                coupling.begin(step, step, 1);
                for (double weight : new double[] {1.0 / 6, 1.0 / 3, 1.0 / 3, 1.0 / 6}) {
                    List<Future<?>> running = new ArrayList<>();
                    for (int i = 0; i < 500; i++) {
                        BlockBinding block = block(i % 8);
                        block.number(i * 1_000_003L);
                        if (step < 3 || weight > 0.2 || i != 250) {
                            running.add(pool.submit(() -> coupling.evaluate(block, weight)));
                        }
                    }
                    for (Future<?> evaluation : running) {
                        evaluation.get();
                    }
                }
                if (step < 3) {
                    coupling.commit();
                }
            }
            CouplingException refused = assertThrows(CouplingException.class, coupling::commit);
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("block 250000750 was evaluated 2 times with sum 0.66"), message);
        } finally {
            pool.shutdown();
        }
    }

    @Test
    void aStepOfWeightZeroAloneIsRefusedWhereBlocksCanEmit() {
        String message =
                "all evaluations of step 9 had weight 0, so that it has no recoil though its blocks can emit; give a stage its"
                        + " weight in the final state, or roll back a step that is for diagnosis";
        try (Coupling coupling = open("{}");
                Coupling transport = open("{'recoil': {'form': 'transport'}}");
                Coupling uncounted = open("{'recoil': {'form': 'none'}}");
                Coupling free = open("{'weights': 'free'}")) {
            coupling.begin(9, 0, 1);
            coupling.evaluate(block(0), 0);
            coupling.evaluate(block(0), 0);
            refused(message, coupling::commit);
            coupling.rollback();
            coupling.begin(9, 0, 1);
            coupling.commit(); // a rank without blocks
            for (Coupling other : List.of(uncounted, free)) {
                other.begin(9, 0, 1);
                other.evaluate(block(0), 0);
                other.commit();
                assertEquals(1, other.recoil().steps());
            }
            transport.begin(9, 0, 1);
            transport.evaluate(
                    BlockBinding.of(8)
                            .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                            .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                            .build(),
                    0);
            transport.emitted(new Vector3(1, 2, 3), 1, 1, 1);
            transport.commit();
            assertEquals(-1, transport.recoil().momentum().x(), 1e-15);
        }
    }

    @Test
    void weightsAreFreeByChoice() {
        try (Coupling coupling = open("{'weights': 'free'}")) {
            BlockBinding block = block(0);
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 1);
            double once = block.result().energyRate();
            coupling.evaluate(block, 0.5);
            coupling.commit();
            assertEquals(1.5 * once, coupling.recoil().energyErg(), 1e-15 * Math.abs(once));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 4, 0, -7, Long.MIN_VALUE})
    void aStepNumberThatDoesNotRiseIsRefused(long number) {
        try (Coupling coupling = open("{}")) {
            BlockBinding block = block(0);
            coupling.advance(5, 0, 1, block);
            coupling.begin(6, 1, 1);
            coupling.evaluate(block, 1);
            refused(
                    "step " + number
                            + " is begun after step 5 was committed; numbers must rise, so that no step counts twice: give it a"
                            + " higher one, or load the state of the step before it, or choose \"step-numbers\": \"free\" in the"
                            + " configuration",
                    () -> coupling.begin(number, 1, 1));
            coupling.commit();
            assertEquals(2, coupling.recoil().steps(), "the pending step was as it was");
        }
    }

    @Test
    void firstNumbersMayBeAnyAndWhatIsRolledBackCountsNot() {
        try (Coupling coupling = open("{}")) {
            coupling.begin(100, 0, 1);
            coupling.rollback();
            coupling.advance(-5, 0, 1, block(0));
            coupling.advance(-4, 0, 1, block(0));
            assertEquals(2, coupling.recoil().steps());
        }
    }

    @Test
    void stateCarriesTheNumberOfTheLastStep() {
        try (Coupling coupling = open("{}");
                Coupling restarted = open("{}");
                Coupling other = Coupling.open(
                        SourceProvider.of(alongField("field")),
                        CouplingConfig.defaults(),
                        CouplingOptions.defaults().withRank(1, 2));
                Coupling free = open("{'step-numbers': 'free'}")) {
            byte[] empty = coupling.saveState();
            coupling.advance(41, 0, 1, block(0));
            coupling.advance(42, 1, 1, block(0));
            byte[] state = coupling.saveState();
            for (Coupling loaded : List.of(restarted, other)) {
                loaded.restoreState(state);
                assertThrows(CouplingException.class, () -> loaded.begin(42, 1, 1));
                loaded.advance(43, 2, 1, block(0));
            }
            restarted.restoreState(empty);
            restarted.mergeState(state);
            assertThrows(CouplingException.class, () -> restarted.begin(42, 1, 1));
            restarted.restoreState(empty);
            restarted.advance(1, 0, 1, block(0));
            free.restoreState(state);
            free.advance(3, 0, 1, block(0));
            assertEquals(3, free.recoil().steps());
        }
    }

    @Test
    void anOutputThatNoSourceInForceGivesIsRefusedWithWhoGivesIt() {
        try (Coupling coupling = open("{'source': 'force'}", alongField("field"), FORCE)) {
            coupling.begin(1, 0, 1);
            refused(
                    CouplingException.Kind.FIELD,
                    "source force does not give lepton flux (given by field), neutrino flux (given by field), bound as output; bind only"
                            + " what is given, let a source act that gives it, or choose \"missing-output\": \"warn\" in the"
                            + " configuration to have zeros",
                    () -> coupling.evaluate(block(0), 1));
            coupling.commit(); // nothing was counted of it
        }
    }

    @Test
    void aControlGivesEveryOutputAsZeros() {
        try (Coupling coupling = open("{}", CONTROL)) {
            Arrays.fill(zones.leptonFlux[0], 7);
            coupling.advance(1, 0, 1, block(0));
            assertEquals(0, zones.leptonFlux[0][0]);
            assertTrue(
                    coupling.assumptions().stream().noneMatch(said -> said.contains("given by no source")),
                    coupling.assumptions().toString());
        }
    }

    @Test
    void aChangeToASourceThatLacksABoundOutputIsRefusedAndTheOldOneActsOn() {
        try (Coupling coupling = open("{'source': 'field'}", alongField("field"), FORCE, CONTROL)) {
            coupling.advance(1, 0, 1, block(0));
            double first = coupling.recoil().energyErg();
            String message =
                    "change to force is refused, field acts on: source force does not give lepton flux (given by field), neutrino"
                            + " flux (given by field), bound as output; bind only what is given, let a source act that gives it, or choose"
                            + " \"missing-output\": \"warn\" in the configuration to have zeros";
            refused(CouplingException.Kind.FIELD, message, () -> coupling.use("force"));
            coupling.advance(2, 1, 1, block(0));
            assertEquals(2 * first, coupling.recoil().energyErg(), 1e-15 * Math.abs(first));
            coupling.use("control");
            coupling.advance(3, 2, 1, block(0));
            assertEquals("control", coupling.sources().get(0).name());
        }
    }

    @Test
    void aChangeThatWasAskedForBeforeTheOutputsIsRefusedByTheNextBegin() {
        try (Coupling coupling = open("{'source': 'field'}", alongField("field"), FORCE)) {
            coupling.begin(1, 0, 1);
            coupling.use("force");
            coupling.evaluate(block(0), 1);
            coupling.commit();
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.begin(2, 1, 1));
            assertEquals(CouplingException.Kind.FIELD, refused.kind());
            coupling.advance(2, 1, 1, block(0));
            assertEquals("field", coupling.sources().get(0).name());
        }
    }

    /** A step without zones, as on a rank that has none, or one that is dropped, does not say that the host binds no output any more. */
    @Test
    void theOutputsOfTheLatestCommittedStepCount() {
        BlockBinding silent = BlockBinding.of(8)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .in(ZoneField.SURFACE_ELEMENT, Zones.views(zones.surface))
                .in(ZoneField.POSITION, Zones.views(zones.position))
                .build();
        try (Coupling coupling = open("{'source': 'field'}", alongField("field"), FORCE)) {
            coupling.advance(1, 0, 1, block(0));
            coupling.advance(2, 1, 1);
            assertThrows(CouplingException.class, () -> coupling.use("force"));
            coupling.begin(3, 2, 1);
            coupling.evaluate(silent, 1);
            coupling.rollback();
            assertThrows(CouplingException.class, () -> coupling.use("force"));
            coupling.advance(3, 2, 1, silent);
            coupling.use("force");
            coupling.advance(4, 3, 1, silent);
            assertEquals("force", coupling.sources().get(0).name());
        }
    }

    @Test
    void outputsMayBeMissingByChoice() {
        try (Coupling coupling = open("{'source': 'field', 'missing-output': 'warn'}", alongField("field"), FORCE)) {
            coupling.advance(1, 0, 1, block(0));
            coupling.use("force");
            coupling.advance(2, 1, 1, block(0));
            assertTrue(
                    coupling.assumptions()
                            .contains("lepton flux, neutrino flux asked for and given by no source in force: set to 0"),
                    coupling.assumptions().toString());
            assertEquals(0, zones.neutrinoFlux[0][0]);
        }
    }

    @Test
    void rulesAreStrictUnlessSaid() {
        assertEquals(StepRules.STRICT, CouplingConfig.defaults().rules());
        CouplingConfig free = CouplingConfig.parse(
                "{\"weights\": \"free\", \"step-numbers\": \"free\", \"missing-output\": \"warn\"}");
        assertEquals(
                new StepRules(StepRules.Weights.FREE, StepRules.StepNumbers.FREE, StepRules.MissingOutput.WARN, 100),
                free.rules());
        assertEquals(free.rules(), free.withSource("chiral").rules());
        assertEquals(
                List.of(
                        "weights is 'fre' (did you mean free?); must be one of [checked, free]",
                        "step-numbers is 'any'; must be one of [rising, free]",
                        "missing-output is 'zero'; must be one of [refuse, warn]"),
                CouplingConfig.check(
                        "{\"weights\": \"fre\", \"step-numbers\": \"any\", \"missing-output\": \"zero\"}"));
    }

    /** Adds nothing to the fields that it says it gives. */
    private record Gives(String name, List<FluxField> fields) implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return descriptor(name, builder -> builder.gives(fields.toArray(FluxField[]::new)));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            // Zeros are what the columns have.
        }
    }
}
