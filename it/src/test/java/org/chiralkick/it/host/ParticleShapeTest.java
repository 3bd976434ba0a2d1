package org.chiralkick.it.host;

import static org.chiralkick.it.host.FakeStar.DT_S;
import static org.chiralkick.it.host.FakeStar.STEPS;
import static org.chiralkick.it.host.FakeStar.ZONES;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The star as a host of particles has it: an array of structures with dead ones among them, others in each stage. */
class ParticleShapeTest {
    private static final int NUMBERS = 12;
    private static final int TEMPERATURE = 0;
    private static final int ELECTRON = 1;
    private static final int NEUTRINO = 2;
    private static final int FIELD = 3;
    private static final int ELEMENT = 6;
    private static final int FLUX = 9;
    private static final int COUNT = 2 * ZONES;
    private static final int HALF = ZONES / 2;
    private static final int[] FIRST = {0, ZONES, ZONES + HALF};
    private static final int[] SIZE = {ZONES, HALF, HALF};

    private final FakeStar star = new FakeStar();
    private final double[] particles = new double[COUNT * NUMBERS];
    private final byte[][] alive = {new byte[ZONES], new byte[HALF], new byte[HALF]};

    /**
     * Which zone of the star a particle has in a stage; below 0 where it is dead then. Half the star changes between neighbours in the first
     * block; the rest between the second block and the third, one of which is dead as a whole.
     */
    private static int zoneOf(int particle, int stage) {
        if (particle < ZONES) {
            return particle % 2 == stage ? particle / 2 : -1;
        }
        int at = particle - ZONES;
        return at / HALF == stage ? HALF + at % HALF : -1;
    }

    /** The dead hold rubbish. */
    private void fill(int stage) {
        for (int block = 0; block < FIRST.length; block++) {
            for (int i = 0; i < SIZE[block]; i++) {
                int zone = zoneOf(FIRST[block] + i, stage);
                int at = (FIRST[block] + i) * NUMBERS;
                alive[block][i] = (byte) (zone < 0 ? 0 : 1);
                particles[at + TEMPERATURE] = zone < 0 ? Double.NaN : star.temperature[zone];
                particles[at + ELECTRON] = zone < 0 ? -1e300 : star.electron[zone];
                particles[at + NEUTRINO] = zone < 0 ? Double.POSITIVE_INFINITY : star.neutrino[zone];
                for (int axis = 0; axis < 3; axis++) {
                    particles[at + FIELD + axis] = zone < 0 ? 1e300 : star.field[axis][zone];
                    particles[at + ELEMENT + axis] = zone < 0 ? 1e30 : star.element[axis][zone];
                }
            }
        }
    }

    private View view(int block, int number) {
        return View.of(particles, (long) FIRST[block] * NUMBERS + number, NUMBERS);
    }

    private View[] three(int block, int first) {
        return new View[] {view(block, first), view(block, first + 1), view(block, first + 2)};
    }

    private BlockBinding.Builder bind(int block) {
        return BlockBinding.of(SIZE[block])
                .in(ZoneField.TEMPERATURE, view(block, TEMPERATURE))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, view(block, ELECTRON))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, view(block, NEUTRINO))
                .in(ZoneField.MAGNETIC_FIELD, three(block, FIELD))
                .in(ZoneField.SURFACE_ELEMENT, three(block, ELEMENT))
                .out(FluxField.NEUTRINO_FLUX, three(block, FLUX));
    }

    private void requireFluxOfTheLivingOnly(int stage) {
        for (int particle = 0; particle < COUNT; particle++) {
            boolean lives = zoneOf(particle, stage) >= 0;
            assertEquals(lives, particles[particle * NUMBERS + FLUX + 2] != 0, "particle " + particle);
        }
    }

    @Test
    void aMaskThatChangesBetweenStagesCountsTheLivingOfEach() {
        List<BlockBinding> blocks = new ArrayList<>();
        for (int block = 0; block < FIRST.length; block++) {
            blocks.add(bind(block).mask(alive[block]).build());
        }
        try (Coupling coupling = FakeStar.open()) {
            for (int step = 1; step <= STEPS; step++) {
                coupling.begin(step, step, DT_S);
                List<Scheme.Stage> stages = Scheme.RK2.stages();
                for (int stage = 0; stage < stages.size(); stage++) {
                    star.at(step, stages.get(stage).at());
                    fill(stage);
                    for (BlockBinding block : blocks) {
                        coupling.evaluate(block, stages.get(stage).weight());
                        assertEquals(0, block.result().invalid());
                    }
                    requireFluxOfTheLivingOnly(stage);
                    BlockBinding dead = blocks.get(2 - stage);
                    assertEquals(0, dead.result().numberRate());
                    assertEquals(0, dead.result().momentumRate(2));
                }
                coupling.commit();
            }
            assertEquals(2L * STEPS * ZONES, coupling.evaluatedZones());
            assertEquals(List.of(), coupling.audit().problems());
            star.requireReference(Scheme.RK2, coupling.recoil());
        }
    }

    @Test
    void aForgottenMaskIsNamed() {
        fill(0);
        try (Coupling coupling = FakeStar.open()) {
            coupling.advance(1, 0, DT_S, bind(0).build());
            NamedZone first = coupling.invalidZones().first().orElseThrow();
            assertEquals(1, first.zone());
            assertEquals(ZoneField.TEMPERATURE.number(), first.field());
            assertEquals(HALF, coupling.audit().invalid());
            assertTrue(!coupling.audit().problems().isEmpty());
        }
    }
}
