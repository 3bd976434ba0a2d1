package org.chiralkick.quarkurca;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

class QuarkUrcaSourceTest {
    /** T, mu_e, mu_u, mu_d [MeV], |B| [G]: the worked number of guide/physics.md section 8. */
    private static final double[] WORKED = {10, 300, 350, 360, 1e16};

    /** chi_e eps/c of it with alpha_s = 0.5, evaluated with 40 digits [dyn cm^-3]. */
    private static final double WORKED_FORCE = 7.36965880756909229e25;

    private static final double ROUNDING = 4e-15;

    private final NeutrinoSource source = new QuarkUrcaSource(Map.of());

    @Test
    void givesTheWorkedNumberAgainstTheField() {
        assertEquals(7.370e25, WORKED_FORCE, 0.0005e25, "as guide/physics.md rounds it");
        Zones zones = new Zones(1).set(0, WORKED, 0, 0, 1);

        double[] force = zones.evaluate(source);

        assertEquals(0, force[0], 0);
        assertEquals(0, force[1], 0);
        assertEquals(-WORKED_FORCE, force[2], ROUNDING * WORKED_FORCE);
    }

    @Test
    void theAxisIsThatOfTheFieldAndCanBeTurnedRound() {
        NeutrinoSource along = new QuarkUrcaSource(Map.of(NeutrinoSource.CLOSURE + "axis", "along-field"));
        Zones zones = new Zones(1).set(0, WORKED, 2.0 / 7, -3.0 / 7, 6.0 / 7);
        double[] against = zones.evaluate(source);
        assertArrayEquals(
                new double[] {-2 * WORKED_FORCE / 7, 3 * WORKED_FORCE / 7, -6 * WORKED_FORCE / 7},
                against,
                2 * ROUNDING * WORKED_FORCE);
        double[] turned = zones.evaluate(along);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(-against[axis], turned[axis], 0);
        }
    }

    @Test
    void followsTheStrongCouplingAndTheSixthPowerOfTheTemperature() {
        double once = QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 5, 300, 350, 360, 1e16);
        assertEquals(64 * once, QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 10, 300, 350, 360, 1e16), 0);
        assertEquals(0, QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 0, 300, 350, 360, 1e16), 0);

        NeutrinoSource weak = new QuarkUrcaSource(Map.of(NeutrinoSource.PARAMETER + "alpha-s", 0.125));
        Zones zones = new Zones(1).set(0, WORKED, 0, 0, 1);
        assertEquals(-WORKED_FORCE / 4, zones.evaluate(weak)[2], ROUNDING * WORKED_FORCE);
    }

    @Test
    void theFieldPolarisesNoMoreThanAllElectrons() {
        // 3 eB/2 mu_e^2 is 0.887 at 10 MeV and 1e16 G, 8.87 at 1e17 G.
        double part = QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 2, 10, 350, 360, 1e16);
        double all = QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 2, 10, 350, 360, 1e17);
        assertEquals(1.41497449105326572e23, part, ROUNDING * part, "with 40 digits");
        assertEquals(1.5 * 5.915714050161226e-15 * 1e16 / 100, part / all, ROUNDING);
        assertEquals(all, QuarkUrcaEmission.momentumPerVolumeAndTime(0.5, 2, 10, 350, 360, 1e20), 0);
    }

    @Test
    void emitsNothingWithoutAFieldOrWithoutOneOfTheParticles() {
        Zones zones = new Zones(5);
        for (int zone = 0; zone < 5; zone++) {
            double[] state = WORKED.clone();
            state[zone == 4 ? 1 : zone] = zone == 0 || zone == 4 ? 0 : -20;
            zones.set(zone, state, 0, 0, 1);
        }
        zones.field[2][0] = 0;
        zones.temperature[0] = 10;
        assertArrayEquals(new double[15], zones.evaluate(source));
    }

    @Test
    void addsInsideTheWindowOnly() {
        Zones zones = new Zones(3);
        for (int zone = 0; zone < 3; zone++) {
            zones.set(zone, WORKED, 0, 0, 1);
        }
        Fluxes fluxes = new Fluxes(3);
        fluxes.force[2][1] = 1e27;
        zones.owner.window(1, 2);
        fluxes.owner.window(1, 2);

        source.evaluate(zones.owner.block(), fluxes.owner.block());

        assertEquals(0, fluxes.force[2][0], 0);
        assertEquals(1e27 - WORKED_FORCE, fluxes.force[2][1], ROUNDING * 1e27);
        assertEquals(0, fluxes.force[2][2], 0);
    }

    @Test
    void flagsAFieldThatLeavesOnlyTheLowestLandauLevelAndAsksForNothingElseNotWanted() {
        Zones zones = new Zones(2).set(0, WORKED, 0, 0, 1).set(1, new double[] {10, 5, 350, 360, 1e16}, 0, 0, 1);
        FluxBlock.Owner nothing = new FluxBlock.Owner();
        long[] flags = new long[2];
        nothing.lendFlags(flags);
        nothing.window(0, 2);
        zones.owner.window(0, 2);

        source.evaluate(zones.owner.block(), nothing.block());

        assertEquals(Set.of(), ValidityFlag.of(flags[0]));
        assertEquals(Set.of(ValidityFlag.LOWEST_LANDAU_LEVEL), ValidityFlag.of(flags[1]));
    }

    @Test
    void saysWhatItTakesForGrantedAndRefusesWhatItDoesNotDeclare() {
        assertEquals("quark-urca", source.describe().name());
        assertEquals(Map.of("axis", "against-field"), source.describe().closures());
        assertEquals(Map.of("alpha-s", 0.5), source.describe().parameters());
        assertTrue(source.describe().assumptions().get(0).contains("transparent"));
        String message = assertThrows(
                        IllegalArgumentException.class,
                        () -> new QuarkUrcaSource(Map.of(NeutrinoSource.PARAMETER + "alpha-s", -1.0)))
                .getMessage();
        assertTrue(String.valueOf(message).contains("alpha-s"), message);
    }

    private static final class Zones {
        final ZoneBlock.Owner owner = new ZoneBlock.Owner();
        final double[] temperature;
        private final double[][] potential;
        final double[][] field;

        Zones(int zones) {
            temperature = new double[zones];
            potential = new double[3][zones];
            field = new double[3][zones];
            owner.lend(ZoneField.TEMPERATURE, 0, temperature);
            owner.lend(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0, potential[0]);
            owner.lend(ZoneField.UP_QUARK_CHEMICAL_POTENTIAL, 0, potential[1]);
            owner.lend(ZoneField.DOWN_QUARK_CHEMICAL_POTENTIAL, 0, potential[2]);
            for (int axis = 0; axis < 3; axis++) {
                owner.lend(ZoneField.MAGNETIC_FIELD, axis, field[axis]);
            }
        }

        /** Sets T, mu_e, mu_u, mu_d and |B| of a zone, and the direction of B. */
        Zones set(int zone, double[] state, double x, double y, double z) {
            temperature[zone] = state[0];
            for (int k = 0; k < 3; k++) {
                potential[k][zone] = state[k + 1];
            }
            field[0][zone] = state[4] * x;
            field[1][zone] = state[4] * y;
            field[2][zone] = state[4] * z;
            return this;
        }

        /** Returns x, y, z of the force in each zone. */
        double[] evaluate(NeutrinoSource source) {
            int zones = temperature.length;
            Fluxes fluxes = new Fluxes(zones);
            owner.window(0, zones);
            fluxes.owner.window(0, zones);
            source.evaluate(owner.block(), fluxes.owner.block());
            double[] force = new double[3 * zones];
            for (int i = 0; i < force.length; i++) {
                force[i] = fluxes.force[i % 3][i / 3] + 0.0; // no -0
            }
            return force;
        }
    }

    private static final class Fluxes {
        final FluxBlock.Owner owner = new FluxBlock.Owner();
        final double[][] force;

        Fluxes(int zones) {
            force = new double[3][zones];
            owner.lendFlags(new long[zones]);
            for (int axis = 0; axis < 3; axis++) {
                owner.lend(FluxField.NEUTRINO_MOMENTUM_SOURCE, axis, force[axis]);
            }
        }
    }
}
