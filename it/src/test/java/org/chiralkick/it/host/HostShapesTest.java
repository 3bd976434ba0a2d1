package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SurfaceElements;
import org.chiralkick.host.View;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/**
 * The same star as hosts of four shapes have it: in blocks with stages, threads and ranks, in pencils, as a profile broadcast over angles, as
 * particles with a mask. All get the same recoil, and the mistake that is easiest to make in each is refused or named.
 */
class HostShapesTest {
    private static final int SIDE = 16;
    private static final int ZONES = SIDE * SIDE * SIDE;
    private static final double SPACING_CM = 2e5;
    private static final double DT_S = 1e-3;
    private static final int STEPS = 3;

    private final double[] temperature = new double[ZONES];
    private final double[] electron = new double[ZONES];
    private final double[] neutrino = new double[ZONES];
    private final double[][] field = new double[3][ZONES];
    private final double[][] element = new double[3][ZONES];
    private final double[][] flux = new double[3][ZONES];

    HostShapesTest() {
        double middle = (SIDE - 1) / 2.0;
        for (int zone = 0; zone < ZONES; zone++) {
            double x = zone % SIDE - middle;
            double y = zone / SIDE % SIDE - middle;
            int layer = zone / (SIDE * SIDE);
            double z = layer - middle;
            double r = Math.sqrt(x * x + y * y + z * z) / SIDE;
            temperature[zone] = 30 * Math.exp(-r);
            electron[zone] = 150 * Math.exp(-2 * r);
            neutrino[zone] = 90 * Math.exp(-2 * r);
            field[0][zone] = 1e11 * y;
            field[2][zone] = 1e12 * (1 + 0.1 * x);
        }
        double corner = -middle * SPACING_CM;
        SurfaceElements.ofSphere(new Vector3(0, 0, 0), 6 * SPACING_CM)
                .fill(
                        new Vector3(corner, corner, corner),
                        new Vector3(SPACING_CM, SPACING_CM, SPACING_CM),
                        new int[] {SIDE, SIDE, SIDE},
                        views(element, 0, 1, SIDE, (long) SIDE * SIDE));
    }

    private static View[] views(double[][] columns, long offset, long... strides) {
        return new View[] {
            View.of(columns[0], offset, strides),
            View.of(columns[1], offset, strides),
            View.of(columns[2], offset, strides)
        };
    }

    private static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(new ChiralSource(Map.of())), CouplingConfig.defaults(), options);
    }

    private static Coupling open() {
        return open(CouplingOptions.defaults());
    }

    private BlockBinding.Builder part(int[] extents, long first, long... strides) {
        return BlockBinding.of(extents)
                .in(ZoneField.TEMPERATURE, View.of(temperature, first, strides))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(electron, first, strides))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(neutrino, first, strides))
                .in(ZoneField.MAGNETIC_FIELD, views(field, first, strides))
                .in(ZoneField.SURFACE_ELEMENT, views(element, first, strides))
                .out(FluxField.NEUTRINO_FLUX, views(flux, first, strides));
    }

    /** The whole grid in one block and one stage. */
    private Recoil reference() {
        try (Coupling coupling = open()) {
            BlockBinding whole = part(new int[] {SIDE, SIDE, SIDE}, 0, 1, SIDE, (long) SIDE * SIDE)
                    .build();
            for (int step = 1; step <= STEPS; step++) {
                coupling.advance(step, step, DT_S, whole);
            }
            assertEquals(List.of(), coupling.audit().problems());
            assertTrue(Math.abs(coupling.recoil().momentum().z()) > 0);
            return coupling.recoil();
        }
    }

    // ---- block-structured: half stages, threads, ranks ----

    /** Eight blocks with strides of the whole grid, of which a rank has every second. */
    private List<BlockBinding> blocksOf(int rank) {
        List<BlockBinding> blocks = new ArrayList<>();
        int half = SIDE / 2;
        for (int b = rank; b < 8; b += 2) {
            long first = half * (b % 2 + (b / 2 % 2) * SIDE + (long) (b / 4) * SIDE * SIDE);
            BlockBinding block = part(new int[] {half, half, half}, first, 1, SIDE, (long) SIDE * SIDE)
                    .build();
            block.number(b);
            blocks.add(block);
        }
        return blocks;
    }

    private static void stage(Coupling coupling, ExecutorService threads, long step, List<BlockBinding> blocks)
            throws InterruptedException, ExecutionException {
        List<Callable<Long>> work = new ArrayList<>();
        for (BlockBinding block : blocks) {
            work.add(() -> {
                coupling.begin(step, (double) step, DT_S);
                return coupling.evaluate(block, 0.5).flagged();
            });
        }
        for (Future<Long> done : threads.invokeAll(work)) {
            done.get();
        }
    }

    @Test
    void blocksInStagesOnThreadsAndRanksGiveTheSameBits() throws InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<byte[]> parts = new ArrayList<>();
        try {
            for (int rank = 0; rank < 2; rank++) {
                try (Coupling coupling = open(CouplingOptions.defaults().withRank(rank, 2))) {
                    List<BlockBinding> blocks = blocksOf(rank);
                    for (int step = 1; step <= STEPS; step++) {
                        stage(coupling, threads, step, blocks);
                        stage(coupling, threads, step, blocks);
                        coupling.commit();
                    }
                    assertEquals(List.of(), coupling.audit().problems());
                    parts.add(coupling.saveState());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        try (Coupling sum = open()) {
            sum.restoreState(parts.get(0));
            sum.mergeState(parts.get(1));
            assertEquals(reference(), sum.recoil());
        }
    }

    @Test
    void aBlockThatMissesAStageIsNamed() {
        try (Coupling coupling = open()) {
            List<BlockBinding> blocks = blocksOf(1);
            coupling.begin(1, 0, DT_S);
            blocks.forEach(block -> coupling.evaluate(block, 0.5));
            blocks.subList(1, blocks.size()).forEach(block -> coupling.evaluate(block, 0.5));
            String words = String.valueOf(
                    assertThrows(CouplingException.class, coupling::commit).getMessage());
            assertTrue(words.startsWith("block 1 was evaluated once with sum 0.5: "), words);
        }
    }

    // ---- pencils: a binding for each line of zones ----

    private List<BlockBinding> pencils() {
        List<BlockBinding> pencils = new ArrayList<>();
        for (int line = 0; line < SIDE * SIDE; line++) {
            BlockBinding pencil = part(new int[] {SIDE}, (long) line * SIDE, 1).build();
            pencil.number(line);
            pencils.add(pencil);
        }
        return pencils;
    }

    @Test
    void pencilsGiveTheSameBits() {
        try (Coupling coupling = open()) {
            BlockBinding[] pencils = pencils().toArray(BlockBinding[]::new);
            for (int step = 1; step <= STEPS; step++) {
                coupling.advance(step, step, DT_S, pencils);
            }
            assertEquals(reference(), coupling.recoil());
            assertEquals(List.of(), coupling.audit().problems());
        }
    }

    @Test
    void oneNumberForAllPencilsIsNamed() {
        try (Coupling coupling = open()) {
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

    // ---- spherical: one profile for all angles, by strides of zero ----

    private static BlockBinding spherical(
            View temperature,
            View electron,
            View neutrino,
            double[][] elements,
            double[][] fluxes,
            int shells,
            int angles) {
        return BlockBinding.of(shells, angles)
                .in(ZoneField.TEMPERATURE, temperature)
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, electron)
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, neutrino)
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1e12))
                .in(ZoneField.SURFACE_ELEMENT, views(elements, 0, 1, shells))
                .out(FluxField.NEUTRINO_FLUX, views(fluxes, 0, 1, shells))
                .build();
    }

    @Test
    void aProfileThatIsBroadcastIsTheOneThatIsSpelledOut() {
        int shells = 40;
        int angles = 24;
        int zones = shells * angles;
        double[][] elements = new double[3][zones];
        double[][] fluxes = new double[3][zones];
        double[][] profile = new double[3][shells];
        double[][] spelled = new double[3][zones];
        for (int shell = 0; shell < shells; shell++) {
            profile[0][shell] = 30.0 / (1 + shell);
            profile[1][shell] = 150.0 / (1 + shell);
            profile[2][shell] = 90.0 / (1 + shell);
        }
        for (int angle = 0; angle < angles; angle++) {
            double low = Math.PI * angle / angles;
            double high = Math.PI * (angle + 1) / angles;
            double cosine = (Math.cos(low) + Math.cos(high)) / 2;
            elements[2][angle * shells + shells - 1] =
                    2 * Math.PI * 1e12 * (Math.cos(low) - Math.cos(high)) * cosine; // along z, summed over phi
            for (int shell = 0; shell < shells; shell++) {
                for (int c = 0; c < 3; c++) {
                    spelled[c][angle * shells + shell] = profile[c][shell];
                }
            }
        }
        Recoil broadcast;
        try (Coupling coupling = open()) {
            View[] narrow = views(profile, 0, 1, 0);
            coupling.advance(1, 0, DT_S, spherical(narrow[0], narrow[1], narrow[2], elements, fluxes, shells, angles));
            broadcast = coupling.recoil();
            assertEquals(List.of(), coupling.audit().problems());
        }
        double[][] fluxesSpelled = new double[3][zones];
        try (Coupling coupling = open()) {
            View[] wide = views(spelled, 0, 1, shells);
            coupling.advance(1, 0, DT_S, spherical(wide[0], wide[1], wide[2], elements, fluxesSpelled, shells, angles));
            assertEquals(coupling.recoil(), broadcast);
        }
        for (int zone = 0; zone < zones; zone++) {
            assertEquals(fluxesSpelled[2][zone], fluxes[2][zone]);
        }
        assertTrue(broadcast.momentum().z() != 0);
    }

    @Test
    void anOutputThatIsBroadcastIsRefused() {
        try (Coupling coupling = open()) {
            CouplingException refusal = assertThrows(CouplingException.class, () -> {
                BlockBinding block = BlockBinding.of(4, 3)
                        .in(ZoneField.TEMPERATURE, View.constant(10))
                        .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(100))
                        .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(50))
                        .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(1e12))
                        .out(FluxField.NEUTRINO_FLUX, views(flux, 0, 1, 0))
                        .build();
                coupling.advance(1, 0, DT_S, block);
            });
            String words = String.valueOf(refusal.getMessage());
            assertTrue(words.startsWith("neutrino_flux_x_per_cm2_s has stride 0 along an axis of 3 zones"), words);
        }
    }

    // ---- particles: an array of structures with dead ones among them ----

    private static final int NUMBERS = 12;
    private static final int TEMPERATURE = 0;
    private static final int ELECTRON = 1;
    private static final int NEUTRINO = 2;
    private static final int FIELD = 3;
    private static final int ELEMENT = 6;
    private static final int FLUX = 9;

    /** Every third particle is dead and holds rubbish. */
    private double[] particles(byte[] alive) {
        double[] particles = new double[alive.length * NUMBERS];
        int zone = 0;
        for (int p = 0; p < alive.length; p++) {
            int at = p * NUMBERS;
            if (p % 3 == 2) {
                particles[at + TEMPERATURE] = Double.NaN;
                particles[at + ELEMENT] = 1e30;
                continue;
            }
            alive[p] = 1;
            particles[at + TEMPERATURE] = temperature[zone];
            particles[at + ELECTRON] = electron[zone];
            particles[at + NEUTRINO] = neutrino[zone];
            for (int axis = 0; axis < 3; axis++) {
                particles[at + FIELD + axis] = field[axis][zone];
                particles[at + ELEMENT + axis] = element[axis][zone];
            }
            zone++;
        }
        assertEquals(ZONES, zone);
        return particles;
    }

    private static View[] threeOf(double[] particles, int first) {
        return new View[] {
            View.of(particles, first, NUMBERS),
            View.of(particles, first + 1, NUMBERS),
            View.of(particles, first + 2, NUMBERS)
        };
    }

    private static BlockBinding.Builder bind(double[] particles, int count) {
        return BlockBinding.of(count)
                .in(ZoneField.TEMPERATURE, View.of(particles, TEMPERATURE, NUMBERS))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(particles, ELECTRON, NUMBERS))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(particles, NEUTRINO, NUMBERS))
                .in(ZoneField.MAGNETIC_FIELD, threeOf(particles, FIELD))
                .in(ZoneField.SURFACE_ELEMENT, threeOf(particles, ELEMENT))
                .out(FluxField.NEUTRINO_FLUX, threeOf(particles, FLUX));
    }

    @Test
    void particlesWithAMaskGiveTheSameBits() {
        byte[] alive = new byte[ZONES + ZONES / 2];
        double[] particles = particles(alive);
        try (Coupling coupling = open()) {
            BlockBinding block = bind(particles, alive.length).mask(alive).build();
            for (int step = 1; step <= STEPS; step++) {
                coupling.advance(step, step, DT_S, block);
            }
            assertEquals(reference(), coupling.recoil());
            assertEquals(List.of(), coupling.audit().problems());
        }
    }

    @Test
    void aForgottenMaskIsNamed() {
        byte[] alive = new byte[ZONES + ZONES / 2];
        double[] particles = particles(alive);
        try (Coupling coupling = open()) {
            coupling.advance(1, 0, DT_S, bind(particles, alive.length).build());
            NamedZone first = coupling.invalidZones().first().orElseThrow();
            assertEquals(2, first.zone());
            assertEquals(ZoneField.TEMPERATURE.number(), first.field());
            assertEquals(ZONES / 2, coupling.audit().invalid());
            assertTrue(!coupling.audit().problems().isEmpty());
        }
    }
}
