package org.chiralkick.polarisednucleon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

class PolarisedNucleonSourceTest {
    /** Fluxes along B of the zone of {@link Zones}, with 30 digits [erg cm^-2 s^-1]. */
    private static final double NEUTRINOS = -7.80223590930849084e35;

    private static final double NEUTRINOS_SCATTERED = -2.12242117494551546e35;
    private static final double ANTINEUTRINOS = -6.78263946377376932e34;

    /** U_eq of nu_e at mu_nu = 6 and T = 5 MeV [erg cm^-3], with 30 digits. */
    private static final double EQUILIBRIUM = 1.13652977196630166e29;

    private static final double ROUNDING = 1e-14;

    private final NeutrinoSource source = new PolarisedNucleonSource(Map.of());

    @Test
    void asymmetriesAreThoseOfThePhysicsPage() {
        NucleonAsymmetry asymmetry = new NucleonAsymmetry(PhysicalConstants.G_A, true);
        double third = PhysicalConstants.C_CM_PER_S / 3;
        assertEquals(0.987, asymmetry.neutrinoDrift(1, 0, 1) / third, 5e-4);
        assertEquals(1.107, asymmetry.neutrinoDrift(0, 1, 1) / third, 5e-4);
        assertEquals(-0.119, asymmetry.antineutrinoDrift(1, 0, 0, 1) / third, 5e-4);
        assertEquals(-1.107, asymmetry.antineutrinoDrift(0, 1, 1, 0) / third, 5e-4);
        assertEquals(-6.03e-18 * 1e12 / 4, NucleonAsymmetry.neutrons(1e12, 4), 1e-3 * 6.03e-6 / 4);
        assertEquals(-1, NucleonAsymmetry.neutrons(1e16, 0), 0);
        assertEquals(1, NucleonAsymmetry.protons(1e16, 0), 0);
    }

    @Test
    void neutrinosDriftOneWayAndAntineutrinosTheOther() {
        Zones zones = new Zones();
        double[] neutrinos = zones.evaluate(source);
        assertEquals(NEUTRINOS, neutrinos[2], -ROUNDING * NEUTRINOS);
        assertEquals(0, neutrinos[0], 0);

        zones.giveAntineutrinos();
        assertEquals(NEUTRINOS + ANTINEUTRINOS, zones.evaluate(source)[2], -ROUNDING * NEUTRINOS);
        // Fewer neutrinos than in equilibrium, and more antineutrinos: opposite signs twice.
        NucleonAsymmetry asymmetry = new NucleonAsymmetry(PhysicalConstants.G_A, true);
        assertTrue(asymmetry.neutrinoDrift(3e-6, 1e-6, -1) < 0);
        assertTrue(asymmetry.antineutrinoDrift(1e-6, 2e-6, -1, 1) > 0);
    }

    @Test
    void scatteringAloneIsTheFluxOfHorowitzAndLiOutOfEquilibrium() {
        NeutrinoSource alone =
                new PolarisedNucleonSource(Map.of(NeutrinoSource.CLOSURE + "interactions", "scattering"));
        Zones zones = new Zones();
        double flux = zones.evaluate(alone)[2];
        assertEquals(NEUTRINOS_SCATTERED, flux, -ROUNDING * NEUTRINOS_SCATTERED);

        // guide/physics.md (8.5) with c_V = -1/2 and c_A = -g_A/2.
        double cA = -PhysicalConstants.G_A / 2;
        double asymmetry = 4 * cA * cA / (0.25 + 3 * cA * cA);
        double expected = -PhysicalConstants.C_CM_PER_S
                * (1e-6 / (3 * 4e-6))
                * asymmetry
                * NucleonAsymmetry.neutrons(1e15, 5)
                * (5e28 - EQUILIBRIUM);
        assertEquals(expected, flux, -ROUNDING * expected);
    }

    @Test
    void nothingDriftsInEquilibriumWithoutAFieldOrWithoutMatter() {
        Zones zones = new Zones();
        zones.energy[0] = GreyDrift.equilibrium(6, 5);
        assertEquals(EQUILIBRIUM, zones.energy[0], ROUNDING * EQUILIBRIUM);
        assertArrayEquals(new double[3], zones.evaluate(source), 0);

        zones = new Zones();
        zones.field[2][0] = 0;
        assertArrayEquals(new double[3], zones.evaluate(source), 0);

        zones = new Zones();
        zones.absorption[0] = 0;
        zones.scattering[0] = 0;
        assertArrayEquals(new double[3], zones.evaluate(source), 0);
    }

    @Test
    void theFluxLiesAlongTheFieldAndIsOddInIt() {
        Zones zones = new Zones();
        double[] share = {2.0 / 7, -3.0 / 7, 6.0 / 7};
        for (int axis = 0; axis < 3; axis++) {
            zones.field[axis][0] = 1e15 * share[axis];
        }
        double[] flux = zones.evaluate(source);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(NEUTRINOS * share[axis], flux[axis], -2 * ROUNDING * NEUTRINOS);
            zones.field[axis][0] = -zones.field[axis][0];
        }
        double[] reversed = zones.evaluate(source);
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(-flux[axis], reversed[axis], 0);
        }
    }

    @Test
    void aLowerAxialCouplingMakesLessOfIt() {
        NeutrinoSource quenched = new PolarisedNucleonSource(Map.of(NeutrinoSource.PARAMETER + "axial-coupling", 1.0));
        // At g_A = 1 both asymmetries of nu_e are 1.
        double expected = PhysicalConstants.C_CM_PER_S / 3 * NucleonAsymmetry.neutrons(1e15, 5) * (EQUILIBRIUM - 5e28);
        assertEquals(expected, new Zones().evaluate(quenched)[2], -ROUNDING * expected);
        assertThrows(
                IllegalArgumentException.class,
                () -> new PolarisedNucleonSource(Map.of(NeutrinoSource.PARAMETER + "axial-coupling", 2.5)));
    }

    @Test
    void flagsMoreThanThereIsAndNeutrinosThatAreNoFluid() {
        Zones zones = new Zones();
        zones.evaluate(source);
        assertEquals(Set.of(), ValidityFlag.of(zones.flags[0]));
        zones.energy[0] = 1e24;
        zones.owner.lend(ZoneField.GRADIENT_LENGTH, 0, new double[] {1e6});
        zones.evaluate(source);
        assertEquals(Set.of(ValidityFlag.FLUX_ABOVE_AVAILABLE, ValidityFlag.KNUDSEN), ValidityFlag.of(zones.flags[0]));
    }

    @Test
    void namesItsAssumptionsAndItsSources() {
        assertEquals("polarised-nucleon", source.describe().name());
        assertEquals(
                Map.of("interactions", "absorption-and-scattering"),
                source.describe().closures());
        assertTrue(source.describe().citation().contains("Arras"));
        assertTrue(source.describe().assumptions().get(0).contains("not degenerate"));
        String absent = source.describe().optional().get(ZoneField.ANTINEUTRINO_ENERGY_DENSITY);
        assertEquals("electron antineutrinos taken in equilibrium", absent);
    }

    /** One zone: mu_nu 6, T 5 MeV, B_z 1e15 G, U 5e28 erg/cm^3, chi_a 3e-6, chi_s 1e-6 per cm. */
    private static final class Zones {
        final ZoneBlock.Owner owner = new ZoneBlock.Owner();
        final double[] energy = {5e28};
        final double[] absorption = {3e-6};
        final double[] scattering = {1e-6};
        final double[][] field = {{0}, {0}, {1e15}};
        final long[] flags = new long[1];

        Zones() {
            owner.lend(ZoneField.TEMPERATURE, 0, new double[] {5});
            owner.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, new double[] {6});
            owner.lend(ZoneField.NEUTRINO_ENERGY_DENSITY, 0, energy);
            owner.lend(ZoneField.ABSORPTION_OPACITY, 0, absorption);
            owner.lend(ZoneField.SCATTERING_OPACITY, 0, scattering);
            for (int axis = 0; axis < 3; axis++) {
                owner.lend(ZoneField.MAGNETIC_FIELD, axis, field[axis]);
            }
            owner.window(0, 1);
        }

        void giveAntineutrinos() {
            owner.lend(ZoneField.ANTINEUTRINO_ENERGY_DENSITY, 0, new double[] {2e28});
            owner.lend(ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY, 0, new double[] {1e-6});
            owner.lend(ZoneField.ANTINEUTRINO_SCATTERING_OPACITY, 0, new double[] {2e-6});
        }

        /** Returns x, y, z of the energy flux. */
        double[] evaluate(NeutrinoSource source) {
            FluxBlock.Owner fluxes = new FluxBlock.Owner();
            double[][] flux = new double[3][1];
            fluxes.lendFlags(flags);
            for (int axis = 0; axis < 3; axis++) {
                fluxes.lend(FluxField.NEUTRINO_ENERGY_FLUX, axis, flux[axis]);
            }
            fluxes.window(0, 1);
            source.evaluate(owner.block(), fluxes.block());
            return new double[] {flux[0][0] + 0.0, flux[1][0] + 0.0, flux[2][0] + 0.0};
        }
    }
}
