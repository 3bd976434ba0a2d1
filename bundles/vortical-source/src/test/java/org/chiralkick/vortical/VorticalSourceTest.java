package org.chiralkick.vortical;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

class VorticalSourceTest {
    /** All terms of one component have the same sign, so nothing cancels and the error is relative to the value itself. */
    private static final double RELATIVE_TOLERANCE = 4e-15;

    private final VorticalSource source = new VorticalSource();

    @Test
    void givesTheFreeNeutrinoCurrentOfEveryGoldenState() throws Exception {
        List<GoldenStates.State> states = GoldenStates.all();
        assertTrue(states.size() >= 80, "golden states read: " + states.size());
        for (GoldenStates.State state : states) {
            Zones zones = new Zones(1);
            zones.set(0, state.temperatureMeV(), state.muNuMeV(), state.curlPerS());
            Fluxes fluxes = new Fluxes(1, source.describe().gives());

            source.evaluate(zones.block(1), fluxes.block(1));

            for (int axis = 0; axis < 3; axis++) {
                String where = state.id() + " axis " + axis;
                double number = state.numberFlux().get(axis);
                double energy = state.energyFlux().get(axis);
                double flux = fluxes.of(FluxField.NEUTRINO_FLUX, axis)[0];
                assertEquals(number, flux, RELATIVE_TOLERANCE * Math.abs(number), where + " number flux");
                assertEquals(
                        energy,
                        fluxes.of(FluxField.NEUTRINO_ENERGY_FLUX, axis)[0],
                        RELATIVE_TOLERANCE * Math.abs(energy),
                        where + " energy flux");
                assertEquals(flux, fluxes.of(FluxField.LEPTON_FLUX, axis)[0], where + " lepton flux");
                assertEquals(flux, fluxes.of(FluxField.AXIAL_FLUX, axis)[0], where + " axial flux");
            }
        }
    }

    @Test
    void flowsAgainstTheAxisOfRotation() {
        assertTrue(VorticalCurrent.numberFlux(300, 10, 1) < 0);
        assertTrue(VorticalCurrent.numberFlux(300, 10, -1) > 0);
    }

    @Test
    void carriesEnergyAsTheNetDensityTimesTheAngularVelocity() {
        for (double mu : new double[] {-250, -1e-3, 0, 1e-3, 30, 300}) {
            for (double temperature : new double[] {0, 0.1, 10, 50}) {
                double omegaMeV = PhysicalConstants.HBAR_MEV_S * 12_566.0 / 2;
                double expected =
                        -WeylGas.numberDensity(mu, temperature) * omegaMeV * PhysicalConstants.ENERGY_FLUX_PER_MEV4;
                assertEquals(
                        expected,
                        VorticalCurrent.energyFlux(mu, temperature, 12_566.0),
                        RELATIVE_TOLERANCE * Math.abs(expected),
                        "mu = " + mu + " MeV, T = " + temperature + " MeV");
            }
        }
    }

    @Test
    void isEvenInTheChemicalPotentialForNumberAndOddForEnergy() {
        assertEquals(VorticalCurrent.numberFlux(120, 7, 3), VorticalCurrent.numberFlux(-120, 7, 3));
        assertEquals(VorticalCurrent.energyFlux(120, 7, 3), -VorticalCurrent.energyFlux(-120, 7, 3));
    }

    @Test
    void givesNothingWithoutRotation() {
        assertEquals(0, VorticalCurrent.numberFlux(300, 10, 0), 0);
        assertEquals(0, VorticalCurrent.energyFlux(300, 10, 0), 0);
    }

    @Test
    void addsToTheWantedColumnsInsideTheWindowOnly() {
        Zones zones = new Zones(6);
        for (int i = 0; i < 6; i++) {
            zones.set(i, 10, 100 + i, List.of(1.0, 2.0, 3.0));
        }
        Fluxes fluxes = new Fluxes(6, EnumSet.of(FluxField.NEUTRINO_FLUX));
        double[] z = fluxes.of(FluxField.NEUTRINO_FLUX, 2);
        java.util.Arrays.fill(z, 1e40);
        zones.owner.window(2, 4);
        fluxes.owner.window(2, 4);

        source.evaluate(zones.owner.block(), fluxes.owner.block());

        double[] expected = {1e40, 1e40, 1e40, 1e40, 1e40, 1e40};
        expected[2] += VorticalCurrent.numberFlux(102, 10, 3);
        expected[3] += VorticalCurrent.numberFlux(103, 10, 3);
        assertArrayEquals(expected, z);
    }

    @Test
    void aZoneThatIsNotANumberSpoilsNoOther() {
        Zones zones = new Zones(3);
        zones.set(0, 10, 100, List.of(0.0, 0.0, 1.0));
        zones.set(1, Double.NaN, Double.POSITIVE_INFINITY, List.of(Double.NaN, 0.0, 1.0));
        zones.set(2, 10, 100, List.of(0.0, 0.0, 1.0));
        Fluxes fluxes = new Fluxes(3, source.describe().gives());

        source.evaluate(zones.block(3), fluxes.block(3));

        double[] z = fluxes.of(FluxField.NEUTRINO_FLUX, 2);
        assertEquals(VorticalCurrent.numberFlux(100, 10, 1), z[0]);
        assertEquals(z[0], z[2]);
    }

    @Test
    void flagsAntineutrinosAndAFluxAboveWhatIsThere() {
        Zones zones = new Zones(3);
        zones.set(0, 10, 100, List.of(0.0, 0.0, 1e3));
        zones.set(1, 10, -100, List.of(0.0, 0.0, 1e3));
        zones.set(2, 10, 0, List.of(0.0, 0.0, 1e3));
        Fluxes fluxes = new Fluxes(3, source.describe().gives());

        source.evaluate(zones.block(3), fluxes.block(3));

        assertEquals(Set.of(), ValidityFlag.of(fluxes.flags[0]));
        assertEquals(Set.of(ValidityFlag.NEUTRINO_DENSITY_NEGATIVE), ValidityFlag.of(fluxes.flags[1]));
        assertEquals(Set.of(ValidityFlag.FLUX_ABOVE_AVAILABLE), ValidityFlag.of(fluxes.flags[2]));
    }

    @Test
    void flagsALargeKnudsenNumberOnlyWhereItsInputIsGiven() {
        Zones zones = new Zones(2);
        zones.set(0, 10, 100, List.of(0.0, 0.0, 1.0));
        zones.set(1, 10, 100, List.of(0.0, 0.0, 1.0));
        zones.owner.lend(ZoneField.MEAN_FREE_PATH, 0, new double[] {1e4, 1e5});
        Fluxes without = new Fluxes(2, source.describe().gives());
        source.evaluate(zones.block(2), without.block(2));
        assertArrayEquals(new long[] {0, 0}, without.flags);

        zones.owner.lend(ZoneField.GRADIENT_LENGTH, 0, new double[] {2e5, 2e5});
        Fluxes with = new Fluxes(2, source.describe().gives());
        source.evaluate(zones.block(2), with.block(2));
        assertArrayEquals(new long[] {0, ValidityFlag.KNUDSEN.bit()}, with.flags);
    }

    @Test
    void requiresNoMagneticField() {
        assertFalse(source.describe().required().contains(ZoneField.MAGNETIC_FIELD));
        assertFalse(source.describe().optional().containsKey(ZoneField.MAGNETIC_FIELD));
        assertEquals("vortical", source.describe().name());
    }

    private static final class Zones {
        final ZoneBlock.Owner owner = new ZoneBlock.Owner();
        private final double[] temperature;
        private final double[] mu;
        private final double[][] curl;

        Zones(int zones) {
            temperature = new double[zones];
            mu = new double[zones];
            curl = new double[3][zones];
            owner.lend(ZoneField.TEMPERATURE, 0, temperature);
            owner.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, mu);
            for (int axis = 0; axis < 3; axis++) {
                owner.lend(ZoneField.VORTICITY, axis, curl[axis]);
            }
        }

        void set(int zone, double temperatureMeV, double muMeV, List<Double> curlPerS) {
            temperature[zone] = temperatureMeV;
            mu[zone] = muMeV;
            for (int axis = 0; axis < 3; axis++) {
                curl[axis][zone] = curlPerS.get(axis);
            }
        }

        ZoneBlock block(int end) {
            owner.window(0, end);
            return owner.block();
        }
    }

    private static final class Fluxes {
        final FluxBlock.Owner owner = new FluxBlock.Owner();
        final long[] flags;

        Fluxes(int zones, Set<FluxField> wanted) {
            flags = new long[zones];
            owner.lendFlags(flags);
            for (FluxField field : wanted) {
                for (int axis = 0; !field.perGroup() && axis < field.components(); axis++) {
                    owner.lend(field, axis, new double[zones]);
                }
            }
        }

        double[] of(FluxField field, int axis) {
            return owner.block().column(field, axis);
        }

        FluxBlock block(int end) {
            owner.window(0, end);
            return owner.block();
        }
    }
}
