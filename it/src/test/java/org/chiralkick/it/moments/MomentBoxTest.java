package org.chiralkick.it.moments;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a transport conserves, and where its flux settles, when A acts as guide/physics.md (10.2) and (10.3) say. */
class MomentBoxTest {
    private static final double C = PhysicalConstants.C_CM_PER_S;
    private static final int ZONES = 24;
    private static final double WIDTH = 1e4;
    /** The longest step of the explicit transport [s]. */
    private static final double STEP = WIDTH / C;

    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 20, 60, 120, Double.POSITIVE_INFINITY);

    private final Coupling coupling = open();
    private final Medium medium = new Medium(ZONES, GROUPS);

    private static Coupling open() {
        return Coupling.open(
                SourceProvider.of(new ChiralSource(Map.of())), CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    @AfterEach
    void close() {
        coupling.close();
    }

    /** Makes every zone alike, with a field and a rotation aslant. */
    private void fillEvenly(double absorption, double scattering) {
        for (int zone = 0; zone < ZONES; zone++) {
            medium.temperature[zone] = 10;
            medium.electronPotential[zone] = 100;
            medium.neutrinoPotential[zone] = 70;
            medium.field[0][zone] = 2e14;
            medium.field[1][zone] = -3e14;
            medium.field[2][zone] = 5e14;
            medium.vorticity[1][zone] = 1000;
            medium.opacities(zone, absorption, scattering);
        }
    }

    /** Gives every zone a state and every group an opacity of its own. */
    private void fillAtRandom() {
        Random random = new Random(2016);
        fillEvenly(0, 0);
        for (int zone = 0; zone < ZONES; zone++) {
            medium.temperature[zone] = 10 + 2 * random.nextDouble();
            medium.electronPotential[zone] = 100 + 10 * random.nextDouble();
            medium.neutrinoPotential[zone] = 70 + 10 * random.nextDouble();
            for (int axis = 0; axis < 3; axis++) {
                medium.field[axis][zone] *= 0.5 + random.nextDouble();
            }
            for (Species species : Species.values()) {
                for (int at = zone * GROUPS.count(); at < (zone + 1) * GROUPS.count(); at++) {
                    medium.absorption(species)[at] = random.nextDouble() / WIDTH;
                    medium.scattering(species)[at] = random.nextDouble() / WIDTH;
                }
            }
        }
    }

    private static void run(MomentBox box, int steps, double dt) {
        for (int step = 0; step < steps; step++) {
            box.step(dt);
        }
    }

    @Test
    void whatNeutrinosLoseMatterGains() {
        fillAtRandom();
        MomentBox box = new MomentBox(medium, WIDTH, coupling);
        double energy = box.energyOfAll();
        double leptons = box.leptonsOfAll();
        run(box, 200, 0.5 * STEP);
        assertTrue(Math.abs(box.matterEnergy()) > 1e-6 * energy, "matter and neutrinos exchange energy");
        assertEquals(energy, box.energyOfAll(), 1e-13 * energy);
        assertTrue(Math.abs(box.matterLeptons()) > 1e-6 * leptons, "matter and neutrinos exchange leptons");
        assertEquals(leptons, box.leptonsOfAll(), 1e-13 * leptons);
        for (int axis = 0; axis < 3; axis++) {
            assertTrue(Math.abs(box.matterMomentum(axis)) > 1e-5 * energy / C, "matter is pushed along " + axis);
            assertEquals(0, box.momentumOfAll(axis), 1e-14 * energy / C);
        }
    }

    /** Backward Euler from F = 0 gives F = A (1 - (1 + c chi dt)^-n). */
    @Test
    void inAUniformBoxTheFluxRelaxesToTheAnomalousOne() {
        fillEvenly(0.3 / WIDTH, 0.5 / WIDTH);
        MomentBox box = new MomentBox(medium, WIDTH, coupling);
        for (int n = 1; n <= 20; n++) {
            box.step(STEP);
            double reached = 1 - Math.pow(1 + 0.8, -n);
            for (Species species : Species.values()) {
                for (int g = 0; g < GROUPS.count(); g++) {
                    for (int axis = 0; axis < 3; axis++) {
                        assertReached(
                                box.anomalous().energy(species, axis, 3, g) * reached,
                                box.energy(species, g).flux[axis][3],
                                C * box.energy(species, g).density[3]);
                        assertReached(
                                box.anomalous().number(species, axis, 3, g) * reached,
                                box.particles(species, g).flux[axis][3],
                                C * box.particles(species, g).density[3]);
                    }
                }
            }
        }
        assertTrue(box.anomalous().energy(Species.NU_E, 2, 3, 1) > 0, "along B");
        assertEquals(0, box.anomalous().energy(Species.NU_X, 2, 3, 1));
    }

    /** What streams through the faces of a zone leaves the rounding of c E. */
    private static void assertReached(double expected, double flux, double streaming) {
        assertEquals(expected, flux, 2e-14 * (Math.abs(expected) + streaming));
    }

    @Test
    void whereTheFluxHasSettledNothingPushesMatter() {
        fillEvenly(0.3 / WIDTH, 0.5 / WIDTH);
        MomentBox box = new MomentBox(medium, WIDTH, coupling);
        run(box, 5, STEP);
        double pushed = box.matterMomentum(2);
        assertTrue(pushed < 0, "matter is pushed against the flux that builds up: " + pushed);
        run(box, 100, STEP);
        double settled = box.matterMomentum(2);
        run(box, 100, STEP);
        double rest = box.matterMomentum(2) - settled;
        double energy = box.energyOfAll();
        assertEquals(0, rest, 1e-14 * energy / C);
        assertTrue(Math.abs(settled) > 1e-5 * energy / C, "what was pushed before stays: " + settled);
        double sum = 0;
        for (Species species : Species.values()) {
            for (int g = 0; g < GROUPS.count(); g++) {
                sum += box.anomalous().energy(species, 2, 0, g);
            }
        }
        assertEquals(-ZONES * sum / (C * C), settled, 1e-12 * Math.abs(settled));
    }

    @Test
    void theErrorOfAStepIsOfFirstOrder() {
        fillEvenly(0, 1 / WIDTH);
        double exact = 1 - Math.exp(-1);
        double[] error = new double[4];
        for (int k = 0; k < error.length; k++) {
            int steps = 8 << k;
            try (Coupling another = open()) {
                MomentBox box = new MomentBox(medium, WIDTH, another);
                run(box, steps, STEP / steps);
                double anomalous = box.anomalous().energy(Species.NU_E, 2, 0, 2);
                error[k] = exact - box.energy(Species.NU_E, 2).flux[2][0] / anomalous;
            }
        }
        // The next order of (1 + t/n)^-n - e^-t = t^2 e^-t/2n + ...
        assertEquals(Math.exp(-1) / (2 * 64), error[3], 0.02 * error[3]);
        for (int k = 1; k < error.length; k++) {
            assertEquals(2, error[k - 1] / error[k], 0.12 / (1 << k));
        }
    }

    @Test
    void withoutMatterTheAnomalousFluxHasNoEffectNotInABit() {
        fillAtRandom();
        Medium thin = new Medium(ZONES, GROUPS);
        Medium quiet = new Medium(ZONES, GROUPS);
        for (Medium each : new Medium[] {thin, quiet}) {
            System.arraycopy(medium.temperature, 0, each.temperature, 0, ZONES);
            System.arraycopy(medium.electronPotential, 0, each.electronPotential, 0, ZONES);
            System.arraycopy(medium.neutrinoPotential, 0, each.neutrinoPotential, 0, ZONES);
        }
        System.arraycopy(medium.field[2], 0, thin.field[2], 0, ZONES);
        System.arraycopy(medium.field[0], 0, thin.field[0], 0, ZONES);
        try (Coupling another = open()) {
            MomentBox driven = new MomentBox(thin, WIDTH, coupling);
            MomentBox free = new MomentBox(quiet, WIDTH, another);
            run(driven, 50, 0.5 * STEP);
            run(free, 50, 0.5 * STEP);
            assertTrue(driven.anomalous().energy(Species.NU_E, 2, 3, 1) > 0, "there is an anomalous flux");
            assertTrue(Math.abs(driven.energy(Species.NU_E, 1).flux[2][3]) > 0, "neutrinos stream");
            for (Species species : Species.values()) {
                for (int g = 0; g < GROUPS.count(); g++) {
                    assertSame(free.energy(species, g), driven.energy(species, g));
                    assertSame(free.particles(species, g), driven.particles(species, g));
                }
            }
            assertEquals(0, driven.matterMomentum(0));
            assertEquals(0, driven.matterMomentum(2));
        }
    }

    private static void assertSame(BoxMoments expected, BoxMoments moments) {
        assertArrayEquals(expected.density, moments.density);
        for (int axis = 0; axis < 3; axis++) {
            assertArrayEquals(expected.flux[axis], moments.flux[axis]);
        }
    }

    @Test
    void theGroupsSumToTheFluxesWithoutGroups() {
        fillAtRandom();
        MomentBox box = new MomentBox(medium, WIDTH, coupling);
        box.step(STEP);
        AnomalousFluxes anomalous = box.anomalous();
        for (int zone = 0; zone < ZONES; zone++) {
            for (int axis = 0; axis < 3; axis++) {
                double number = 0;
                double energy = 0;
                for (Species species : Species.values()) {
                    for (int g = 0; g < GROUPS.count(); g++) {
                        number += species.leptonNumber * anomalous.number(species, axis, zone, g);
                        energy += anomalous.energy(species, axis, zone, g);
                    }
                }
                assertEquals(number, anomalous.greyNumber(axis, zone), 1e-12 * Math.abs(number));
                assertEquals(energy, anomalous.greyEnergy(axis, zone), 1e-12 * Math.abs(energy));
            }
        }
    }
}
