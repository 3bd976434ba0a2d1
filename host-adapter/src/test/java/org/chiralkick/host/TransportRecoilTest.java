package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.Units;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.MethodSource;

/** Recoil form transport: the ledger keeps what the host tells, and counts nothing of its own. */
class TransportRecoilTest {
    private static final double DT = 0x1p-10;
    private static final Vector3 P = new Vector3(3e38, -5e37, 7e39);
    private static final double N = 2e55;
    private static final double E = 4e50;

    private final Zones zones = new Zones(40, 31);
    private final BlockBinding block = bind();
    private final Coupling coupling = open(CouplingOptions.defaults());

    @AfterEach
    void close() {
        coupling.close();
    }

    @Test
    void theStarGetsMinusTheMomentumOfTheNeutrinos() {
        coupling.begin(1, 0, DT);
        coupling.emitted(P, N, E, 1);
        assertEquals(StepResult.Outcome.COMMITTED, coupling.commit().outcome());
        Recoil recoil = coupling.recoil();
        assertEquals(new Vector3(-3e38 * DT, 5e37 * DT, -7e39 * DT), recoil.momentum());
        assertEquals(Vector3.ZERO, recoil.torque());
        assertEquals(N * DT, recoil.number());
        assertEquals(E * DT, recoil.energyErg());
        assertEquals(1, recoil.steps());
    }

    @Test
    void numberAndEnergyMayBeNegative() {
        step(1, new Vector3(0, 0, 0), -N, -E);
        assertEquals(-N * DT, coupling.recoil().number());
        assertEquals(-E * DT, coupling.recoil().energyErg());
    }

    @Test
    void evaluationsGiveTheirOutputsAndCountNothing() {
        double[][] flux = new double[3][40];
        double[] volumes = new double[40];
        Arrays.fill(volumes, 1e15);
        BlockBinding counting = BlockBinding.of(40)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .in(ZoneField.VOLUME, View.of(volumes))
                .in(ZoneField.POSITION, Zones.views(zones.position))
                .in(ZoneField.LAPSE, View.constant(0.5))
                .out(FluxField.NEUTRINO_FLUX, Zones.views(flux))
                .build();
        coupling.begin(1, 0, DT);
        BlockResult result = coupling.evaluate(counting, 1);
        coupling.emitted(P, N, E, 1);
        coupling.commit();
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(0, result.momentumRate(axis));
            for (int i = 0; i < 40; i++) {
                assertEquals(1e-3 * zones.temperature[i] * zones.field[axis][i], flux[axis][i]);
            }
        }
        assertEquals(0, result.numberRate());
        assertEquals(0, result.energyRate());
        Recoil told = coupling.recoil();
        assertEquals(-7e39 * DT, told.momentum().z(), "neither the volume nor the lapse changes what is told");
        assertEquals(Vector3.ZERO, told.torque());
        assertEquals(E * DT, told.energyErg());
    }

    @Test
    void theMomentumSourceOfASourceIsTheTransportsToo() {
        BlockBinding pushed = BlockBinding.of(1)
                .in(ZoneField.VELOCITY, View.constant(0), View.constant(0), View.constant(1e20))
                .in(ZoneField.VOLUME, View.constant(1e15))
                .build();
        try (Coupling prescribed = open(new Prescribed(true))) {
            prescribed.begin(1, 0, DT);
            assertEquals(0, prescribed.evaluate(pushed, 1).momentumRate(2));
            prescribed.emitted(Vector3.ZERO, 0, 0, 1);
            prescribed.commit();
            assertEquals(Vector3.ZERO, prescribed.recoil().momentum());
            assertEquals(1, prescribed.recoil().steps());
        }
    }

    @Test
    void stagesOfAnyWeightsAddUpToAStep() {
        for (double[] weights : List.of(new double[] {0, 1}, new double[] {0.25, -0.25, 0.5, 0.5})) {
            try (Coupling staged = open(CouplingOptions.defaults());
                    Coupling whole = open(CouplingOptions.defaults())) {
                staged.begin(1, 0, DT);
                whole.begin(1, 0, DT);
                for (double weight : weights) {
                    staged.emitted(P, N, E, weight);
                }
                whole.emitted(P, N, E, 1);
                staged.commit();
                whole.commit();
                assertArrayEquals(whole.saveState(), staged.saveState());
            }
        }
        coupling.begin(1, 0, DT);
        coupling.emitted(new Vector3(0, 0, 6e39), 0, 6e50, 1.0 / 6);
        coupling.emitted(new Vector3(0, 0, 12e39), 0, 12e50, 1.0 / 6);
        coupling.emitted(new Vector3(0, 0, 3e39), 0, 3e50, 2.0 / 3);
        coupling.commit();
        assertEquals(-5e39 * DT, coupling.recoil().momentum().z(), 1e24);
        assertEquals(5e50 * DT, coupling.recoil().energyErg(), 1e35);
    }

    @Test
    void anyOrderOfCallsAndAnyThreadsGiveTheSameBits() throws Exception {
        List<double[]> stages = new ArrayList<>();
        Random random = new Random(41);
        for (int k = 0; k < 64; k++) {
            stages.add(new double[] {random.nextGaussian() * 1e39, random.nextDouble() * 1e55, random.nextDouble(), 0});
        }
        double total = 0;
        for (double[] stage : stages) {
            stage[3] = random.nextDouble() / 32;
            total += stage[3];
        }
        stages.add(new double[] {1e38, 1e54, 0.25, 1 - total});
        byte[] expected = told(stages);
        for (int order = 0; order < 10; order++) {
            Collections.shuffle(stages, random);
            assertArrayEquals(expected, told(stages));
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        try (Coupling shared = open(CouplingOptions.defaults())) {
            shared.begin(1, 0, DT);
            List<Future<?>> done = new ArrayList<>();
            for (double[] stage : stages) {
                done.add(pool.submit(() -> {
                    shared.begin(1, 0, DT);
                    tell(shared, stage);
                }));
            }
            for (Future<?> call : done) {
                call.get();
            }
            shared.commit();
            assertArrayEquals(expected, shared.saveState());
        } finally {
            pool.shutdownNow();
        }
    }

    private byte[] told(List<double[]> stages) {
        try (Coupling one = open(CouplingOptions.defaults())) {
            one.begin(1, 0, DT);
            stages.forEach(stage -> tell(one, stage));
            one.commit();
            assertNotEquals(0, one.recoil().momentum().x());
            return one.saveState();
        }
    }

    private static void tell(Coupling to, double[] stage) {
        to.emitted(new Vector3(stage[0], -stage[0], 3 * stage[0]), stage[1], stage[2] * 1e50, stage[3]);
    }

    @Test
    void ranksThatTellTheirPartsSumToTheWholeStar() {
        try (Coupling first = open(CouplingOptions.defaults().withRank(0, 3));
                Coupling second = open(CouplingOptions.defaults().withRank(1, 3));
                Coupling third = open(CouplingOptions.defaults().withRank(2, 3))) {
            for (int step = 0; step < 20; step++) {
                // Multiples of 2^60, so that the sum of the parts is a double.
                double a = (1000 + 13 * step) * 0x1p60;
                double b = (-77 * step + 5) * 0x1p60;
                step(first, step, new Vector3(a, b, 0), a, b);
                step(second, step, new Vector3(b, b, a), b, b);
                step(third, step, Vector3.ZERO, 0, 0);
                step(step, new Vector3(a + b, b + b, a), a + b, b + b);
            }
            first.mergeState(third.saveState());
            first.mergeState(second.saveState());
            assertArrayEquals(coupling.saveState(), first.saveState());
        }
    }

    @Test
    void aRestartContinuesToTheBit() {
        for (int step = 0; step < 5; step++) {
            step(step, P, N, E);
        }
        byte[] half = coupling.saveState();
        for (int step = 5; step < 10; step++) {
            step(step, P, N, E);
        }
        try (Coupling restarted = open(CouplingOptions.defaults())) {
            restarted.restoreState(half);
            for (int step = 5; step < 10; step++) {
                step(restarted, step, P, N, E);
            }
            assertArrayEquals(coupling.saveState(), restarted.saveState());
            assertEquals(1, restarted.recoilBySource().size(), "the entry is found again");
        }
    }

    @Test
    void aCheckpointForPeopleContinuesToTheBit(@TempDir Path folder) {
        step(1, P, N, E);
        coupling.saveCheckpoint(folder.resolve("kick.json"));
        step(2, P, N, E);
        try (Coupling restarted = open(CouplingOptions.defaults())) {
            restarted.restoreCheckpoint(folder.resolve("kick.json"));
            step(restarted, 2, P, N, E);
            assertArrayEquals(coupling.saveState(), restarted.saveState());
        }
    }

    @Test
    void whatIsRolledBackOrReplacedIsNotCounted() {
        coupling.begin(1, 0, DT);
        coupling.emitted(P, N, E, 1);
        coupling.rollback();
        coupling.begin(1, 0, 4 * DT);
        coupling.emitted(P, N, E, 1);
        coupling.begin(1, 0, DT); // replaces the one before
        coupling.begin(1, 0, DT); // joins it
        coupling.emitted(P, N, E, 0.5);
        coupling.begin(1, 0, DT);
        coupling.emitted(P, N, E, 0.5);
        coupling.commit();
        assertEquals(E * DT, coupling.recoil().energyErg());
        assertEquals(1, coupling.recoil().steps());
    }

    @Test
    void aRetryCountsNothing() {
        BlockBinding explicit = BlockBinding.of(40)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .out(FluxField.CHIRAL_CURRENT, Zones.views(zones.leptonFlux))
                .build();
        try (Coupling retrying = open(CouplingOptions.defaults().withRetry(true))) {
            retrying.begin(1, 0, 1);
            retrying.evaluate(explicit, 1);
            retrying.emitted(P, N, E, 1);
            assertEquals(StepResult.Outcome.RETRY, retrying.commit().outcome());
            assertEquals(Recoil.NONE, retrying.recoil());
            retrying.begin(1, 0, DT);
            retrying.evaluate(explicit, 1);
            retrying.emitted(P, N, E, 1);
            assertEquals(StepResult.Outcome.COMMITTED, retrying.commit().outcome());
            assertEquals(E * DT, retrying.recoil().energyErg());
        }
    }

    @Test
    void theRatesAreInCgsWhateverTheHostsUnits() {
        Units units = new Units(2e33, 1.5e5, 5e-6, 1, 1, FieldSystem.GAUSSIAN);
        try (Coupling relativistic = open(CouplingOptions.defaults().withUnits(units))) {
            relativistic.begin(1, 0, 100);
            relativistic.emitted(P, N, E, 1);
            relativistic.commit();
            assertEquals(-7e39 * (100 * 5e-6), relativistic.recoil().momentum().z());
            assertEquals(E * (100 * 5e-6), relativistic.recoil().energyErg());
        }
    }

    @Test
    void theEntryNamesTheSourcesInForceTogether() {
        step(1, P, N, E);
        RecoilEntry one = coupling.recoilBySource().get(0);
        assertEquals("transport:test", one.source());
        assertEquals("1.0.0", one.version());
        assertEquals(Map.of("share", "composition", "recoil-form", "transport"), one.closures());
        try (Coupling two = open(alongField("a"), alongField("b"))) {
            step(two, 1, P, N, E);
            two.use("b");
            step(two, 2, P, N, E);
            List<RecoilEntry> entries = two.recoilBySource();
            assertEquals(
                    List.of("transport:a+b", "transport:b"),
                    entries.stream().map(RecoilEntry::source).toList());
            assertEquals("1.0.0+1.0.0", entries.get(0).version());
            assertEquals(
                    Map.of("a.share", "composition", "b.share", "composition", "recoil-form", "transport"),
                    entries.get(0).closures());
            assertEquals(-7e39 * DT, entries.get(1).recoil().momentum().z());
            assertEquals(2 * E * DT, two.recoil().energyErg());
        }
    }

    @Test
    void whatLeavesWhileNoSourceIsThereIsCountedToo() {
        CouplingConfig holding = config().withSource("absent").withoutSource(WithoutSource.HOLD, 0);
        try (Coupling held =
                Coupling.open(SourceProvider.of(alongField("test")), holding, CouplingOptions.defaults())) {
            held.begin(1, 0, DT);
            held.emitted(P, N, E, 1);
            assertTrue(held.commit().sourceAbsent());
            assertEquals("transport:(none)", held.recoilBySource().get(0).source());
            assertEquals(E * DT, held.recoil().energyErg());
            assertEquals(1, held.heldSteps());
        }
    }

    @Test
    void moreSourcesThanAKeyHasRoomForAreToldApartByADigest() {
        List<NeutrinoSource> many = Stream.iterate(0, i -> i + 1)
                .limit(16)
                .<NeutrinoSource>map(i -> alongField("a-name-that-takes-much-room-in-a-key-" + (char) ('a' + i)))
                .toList();
        try (Coupling crowded = open(many.toArray(NeutrinoSource[]::new))) {
            step(crowded, 1, P, N, E);
            byte[] state = crowded.saveState();
            RecoilEntry entry = crowded.recoilBySource().get(0);
            assertTrue(entry.source().startsWith("transport:a-name-that"), entry.source());
            assertEquals("transport", entry.closures().get("recoil-form"));
            assertTrue(entry.closures().getOrDefault("closures", "").startsWith("digest "), entry.toString());
            try (Coupling restarted = open(many.toArray(NeutrinoSource[]::new))) {
                restarted.restoreState(state);
                step(restarted, 2, P, N, E);
                assertEquals(1, restarted.recoilBySource().size());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "TRANSPORT")
    void aCouplingThatCountsByItselfRefusesWhatIsTold(RecoilForm form) {
        CouplingConfig counting = CouplingConfig.defaults()
                .withRecoil(CouplingConfig.defaults().recoil().withForm(form, 1e6));
        try (Coupling other =
                Coupling.open(SourceProvider.of(alongField("test")), counting, CouplingOptions.defaults())) {
            other.begin(1, 0, DT);
            refused(
                    CouplingException.Kind.STATE,
                    "emitted in recoil form " + form.label()
                            + ": this coupling counts the recoil of the fluxes itself, and both"
                            + " would count it twice; open it with recoil.form \"transport\" and bind no surface element, or leave"
                            + " emitted out",
                    () -> other.emitted(P, N, E, 1));
            other.commit();
            assertEquals(Vector3.ZERO, other.recoil().momentum());
        }
    }

    @Test
    void aSurfaceElementIsRefused() {
        coupling.begin(1, 0, DT);
        refused(
                CouplingException.Kind.FIELD,
                "surface element is bound in recoil form transport, where what leaves is told by emitted and would count twice;"
                        + " bind none, or choose recoil.form surface and leave emitted out",
                () -> coupling.evaluate(zones.bind(40), 1));
        coupling.evaluate(block, 1);
        coupling.emitted(P, N, E, 1);
        coupling.commit();
        assertEquals(E * DT, coupling.recoil().energyErg(), "the refused block does not stand in the way");
    }

    @Test
    void aStepOfWhichNothingWasToldIsRefusedAndStaysPending() {
        coupling.begin(7, 0, DT);
        coupling.evaluate(block, 1);
        refused(
                CouplingException.Kind.STATE,
                "nothing was emitted in step 7, whose recoil form is transport; call emitted for every stage before commit,"
                        + " with rates of 0 where nothing leaves",
                coupling::commit);
        coupling.emitted(Vector3.ZERO, 0, 0, 1);
        coupling.commit();
        assertEquals(1, coupling.recoil().steps());
        assertEquals(Vector3.ZERO, coupling.recoil().momentum());
    }

    @Test
    void weightsThatDoNotAddUpAreRefusedAndTheStepStaysPending() {
        coupling.begin(3, 0, DT);
        coupling.emitted(P, N, E, 0.5);
        refused(
                CouplingException.Kind.STATE,
                "weights of emitted in step 3 add up to 0.5; must be 1 within 1e-6: call it once for every stage, with the"
                        + " weight of the stage in the final state, or roll the step back",
                coupling::commit);
        coupling.emitted(P, N, E, 0.5 + 2e-6);
        assertThrows(CouplingException.class, coupling::commit);
        coupling.emitted(P, N, E, -2e-6 + 5e-7);
        coupling.commit();
        assertEquals((1 + 5e-7) * E * DT, coupling.recoil().energyErg(), 1e-12 * E * DT);
    }

    @Test
    void callsOutOfOrderAreRefused() {
        refused(
                CouplingException.Kind.STATE,
                "emitted without a step: no step was begun yet; call begin(step, time, dt) first",
                () -> coupling.emitted(P, N, E, 1));
        step(1, P, N, E);
        refused(
                CouplingException.Kind.STATE,
                "emitted without a step: the latest one is committed; call begin(step, time, dt) first",
                () -> coupling.emitted(P, N, E, 1));
        refused(
                CouplingException.Kind.STATE,
                "advance in recoil form transport leaves no place to tell what the transport lets out; call begin, evaluate,"
                        + " emitted and commit",
                () -> coupling.advance(2, 0, DT, block));
        coupling.close();
        refused(CouplingException.Kind.STATE, "coupling is closed; open another", () -> coupling.emitted(P, N, E, 1));
        assertEquals(E * DT, coupling.recoil().energyErg());
    }

    static Stream<double[]> wrongRates() {
        return DoubleStream.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e155)
                .boxed()
                .flatMap(bad -> Stream.of(
                        new double[] {bad, 0, 0, 0, 0},
                        new double[] {0, bad, 0, 0, 0},
                        new double[] {0, 0, bad, 0, 0},
                        new double[] {0, 0, 0, bad, 0},
                        new double[] {0, 0, 0, 0, bad}));
    }

    @ParameterizedTest
    @MethodSource("wrongRates")
    void ratesThatAreNoNumbersAreRefusedAndNothingOfTheCallCounts(double[] rates) {
        coupling.begin(1, 0, DT);
        CouplingException refused = assertThrows(
                CouplingException.class,
                () -> coupling.emitted(new Vector3(rates[0], rates[1], rates[2]), rates[3], rates[4], 1));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertTrue(String.valueOf(refused.getMessage()).contains("; must be finite and below"), refused::getMessage);
        coupling.emitted(P, N, E, 1);
        coupling.commit();
        assertEquals(E * DT, coupling.recoil().energyErg());
    }

    @Test
    void aRateThatIsRefusedIsNamedWithItsUnit() {
        coupling.begin(1, 0, DT);
        refused(
                CouplingException.Kind.ARGUMENT,
                "emitted momentum of neutrinos along z is NaN dyn; must be finite and below 1.3407807929942597E154 in size",
                () -> coupling.emitted(new Vector3(0, 0, Double.NaN), 0, 0, 1));
        for (double weight : new double[] {Double.NaN, 1000.1, Double.NEGATIVE_INFINITY}) {
            refused(
                    CouplingException.Kind.ARGUMENT,
                    "stage weight is " + weight
                            + "; must be in [-1000, 1000], the weight of the Runge-Kutta stage in the final state",
                    () -> coupling.emitted(P, N, E, weight));
        }
    }

    @Test
    void theStarsThermalBudgetHoldsForWhatIsToldToo() {
        coupling.begin(1, 0, 1);
        coupling.emitted(P, N, 4e53, 1);
        assertEquals(1, coupling.commit().flagCount(ValidityFlag.THERMAL_BUDGET));
    }

    @Test
    void theGeometryInForceDoesNotMatter() {
        CouplingConfig lambert = config().withRecoil(config().recoil().withGeometry(RecoilGeometry.LAMBERT));
        try (Coupling other =
                Coupling.open(SourceProvider.of(alongField("test")), lambert, CouplingOptions.defaults())) {
            step(other, 1, P, N, E);
            step(1, P, N, E);
            assertArrayEquals(coupling.saveState(), other.saveState());
        }
    }

    @Test
    void aRadiusBesideTheFormIsRefused() {
        refused(
                CouplingException.Kind.ARGUMENT,
                "recoil radius is 1000000.0 cm beside form transport, in which the host tells what leaves; leave recoil.radius-cm out",
                () -> CouplingConfig.defaults().recoil().withForm(RecoilForm.TRANSPORT, 1e6));
    }

    private void step(int step, Vector3 momentum, double number, double energy) {
        step(coupling, step, momentum, number, energy);
    }

    private static void step(Coupling in, int step, Vector3 momentum, double number, double energy) {
        in.begin(step, 0, DT);
        in.emitted(momentum, number, energy, 1);
        in.commit();
    }

    private static void refused(CouplingException.Kind kind, String message, Executable call) {
        CouplingException refused = assertThrows(CouplingException.class, call);
        assertEquals(message, refused.getMessage());
        assertEquals(kind, refused.kind());
    }

    private BlockBinding bind() {
        return BlockBinding.of(40)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .out(FluxField.NEUTRINO_FLUX, Zones.views(zones.neutrinoFlux))
                .build();
    }

    private static CouplingConfig config() {
        return CouplingConfig.parse("{\"recoil\": {\"form\": \"transport\"}}");
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(alongField("test")), config(), options);
    }

    private static Coupling open(NeutrinoSource... sources) {
        String[] names =
                Stream.of(sources).map(source -> source.describe().name()).toArray(String[]::new);
        return Coupling.open(SourceProvider.of(sources), config().withSource(names), CouplingOptions.defaults());
    }
}
