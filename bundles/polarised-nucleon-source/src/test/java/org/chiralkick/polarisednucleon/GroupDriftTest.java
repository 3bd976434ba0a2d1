package org.chiralkick.polarisednucleon;

import static org.chiralkick.source.FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NU_E_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NU_X_GROUP_ENERGY_FLUX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Set;
import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The drift per energy group, in one zone of mu_nu 6 MeV, T 5 MeV and a field of 1e15 G. */
class GroupDriftTest {
    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 3, 10, 14, 30, 90, Double.POSITIVE_INFINITY);
    private static final double T = 5;
    private static final double MU = 6;
    private static final double GAUSS = 1e15;
    private static final double[] AXIS = {2.0 / 7, -3.0 / 7, 6.0 / 7};
    private static final double THIRD = PhysicalConstants.C_CM_PER_S / 3;
    /** 4 c_A^2/(c_V^2 + 3 c_A^2). */
    private static final double SCATTERED =
            4 * PhysicalConstants.G_A * PhysicalConstants.G_A / (1 + 3 * PhysicalConstants.G_A * PhysicalConstants.G_A);

    private final NeutrinoSource source = new PolarisedNucleonSource(Map.of());
    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();
    private final long[] flags = new long[1];

    private void state(double gauss) {
        zones.groups(GROUPS);
        fluxes.groups(GROUPS);
        zones.lend(ZoneField.TEMPERATURE, 0, new double[] {T});
        zones.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, new double[] {MU});
        for (int axis = 0; axis < 3; axis++) {
            zones.lend(ZoneField.MAGNETIC_FIELD, axis, new double[] {gauss * AXIS[axis]});
        }
        zones.window(0, 1);
        fluxes.window(0, 1);
        fluxes.lendFlags(flags);
    }

    private void want(FluxField field) {
        for (int axis = 0; axis < 3; axis++) {
            if (!field.perGroup()) {
                fluxes.lend(field, axis, new double[1]);
            }
            for (int group = 0; field.perGroup() && group < GROUPS.count(); group++) {
                fluxes.lend(field, axis, group, new double[1]);
            }
        }
    }

    private void give(Species species, int group, double energy, double absorption, double scattering) {
        Species.Fields fields = species.grouped();
        zones.lend(fields.energy(), 0, group, new double[] {energy});
        zones.lend(fields.absorption(), 0, group, new double[] {absorption});
        zones.lend(fields.scattering(), 0, group, new double[] {scattering});
    }

    private void giveGrey(Species species, double energy, double absorption, double scattering) {
        Species.Fields fields = species.grey();
        zones.lend(fields.energy(), 0, new double[] {energy});
        zones.lend(fields.absorption(), 0, new double[] {absorption});
        zones.lend(fields.scattering(), 0, new double[] {scattering});
    }

    private double get(FluxField field, int axis, int group) {
        return fluxes.block().column(field, axis, group)[0];
    }

    private static double equilibrium(int group, double mu) {
        return GroupDrift.equilibrium(
                GROUPS.lowerMeV(group), GROUPS.upperMeV(group), mu, T, new double[FermiIntegrals.POWERS]);
    }

    @Test
    void equilibriumOfAllGroupsIsThatOfAllEnergies() {
        for (double mu : new double[] {MU, -MU}) {
            double sum = 0;
            for (int group = 0; group < GROUPS.count(); group++) {
                sum += equilibrium(group, mu);
            }
            double whole = GreyDrift.equilibrium(mu, T);
            assertEquals(whole, sum, 1e-14 * whole);
        }
    }

    @Test
    void equalOpacitiesInAllGroupsGiveTheFluxOfAllEnergies() {
        state(GAUSS);
        want(NEUTRINO_ENERGY_FLUX);
        want(NU_E_GROUP_ENERGY_FLUX);
        want(ANTI_NU_E_GROUP_ENERGY_FLUX);
        double[] energy = new double[2];
        for (int group = 0; group < GROUPS.count(); group++) {
            double one = 1e28 * (1 + group % 3);
            double other = 3e27 * (2 + group % 2);
            give(Species.NEUTRINO, group, one, 3e-6, 1e-6);
            give(Species.ANTINEUTRINO, group, other, 1e-6, 2e-6);
            energy[0] += one;
            energy[1] += other;
        }
        giveGrey(Species.NEUTRINO, energy[0], 3e-6, 1e-6);
        giveGrey(Species.ANTINEUTRINO, energy[1], 1e-6, 2e-6);
        source.evaluate(zones.block(), fluxes.block());
        for (int axis = 0; axis < 3; axis++) {
            double sum = 0;
            double scale = 0;
            for (int group = 0; group < GROUPS.count(); group++) {
                double one = get(NU_E_GROUP_ENERGY_FLUX, axis, group);
                double other = get(ANTI_NU_E_GROUP_ENERGY_FLUX, axis, group);
                assertTrue(one != 0 && other != 0, "group " + group);
                sum += one + other;
                scale += Math.abs(one) + Math.abs(other);
            }
            assertEquals(fluxes.block().column(NEUTRINO_ENERGY_FLUX, axis)[0], sum, 1e-14 * scale);
        }
    }

    @Test
    void scatteringAloneIsTheFormulaOfThePhysicsPageInEveryGroup() {
        state(GAUSS);
        want(NU_E_GROUP_ENERGY_FLUX);
        want(ANTI_NU_E_GROUP_ENERGY_FLUX);
        double[] energy = new double[GROUPS.count()];
        for (int group = 0; group < GROUPS.count(); group++) {
            energy[group] = 1e28 * (1 + group);
            give(Species.NEUTRINO, group, energy[group], 0, 1e-6 / (1 + group));
            give(Species.ANTINEUTRINO, group, energy[group], 0, 1e-6);
        }
        source.evaluate(zones.block(), fluxes.block());
        // flux = -c (kappa/3 kappa_tr) [4 c_A^2/(c_V^2 + 3 c_A^2)] P Bhat (E - E_eq), with P < 0; antineutrinos the
        // other way.
        double neutrons = NucleonAsymmetry.neutrons(GAUSS, T);
        assertTrue(neutrons < 0);
        for (int group = 0; group < GROUPS.count(); group++) {
            double expected = -THIRD * SCATTERED * neutrons * (energy[group] - equilibrium(group, MU)) * AXIS[1];
            assertEquals(expected, get(NU_E_GROUP_ENERGY_FLUX, 1, group), 1e-14 * Math.abs(expected), "nu " + group);
            expected = THIRD * SCATTERED * neutrons * (energy[group] - equilibrium(group, -MU)) * AXIS[1];
            assertEquals(
                    expected, get(ANTI_NU_E_GROUP_ENERGY_FLUX, 1, group), 1e-14 * Math.abs(expected), "anti " + group);
        }
        // Fewer than in equilibrium, E < E_eq: neutrinos drift against the field.
        assertTrue(energy[3] < equilibrium(3, MU) && get(NU_E_GROUP_ENERGY_FLUX, 2, 3) < 0);
    }

    @Test
    void absorptionIsThatOfTheDecayOfTheNeutron() {
        state(GAUSS);
        want(NU_E_GROUP_ENERGY_FLUX);
        want(ANTI_NU_E_GROUP_ENERGY_FLUX);
        for (int group = 0; group < GROUPS.count(); group++) {
            give(Species.NEUTRINO, group, 0, 1e-6, 0);
            give(Species.ANTINEUTRINO, group, 0, 1e-6, 0);
        }
        source.evaluate(zones.block(), fluxes.block());
        double expected = THIRD * 0.987 * NucleonAsymmetry.neutrons(GAUSS, T) * equilibrium(2, MU) * AXIS[2];
        assertEquals(expected, get(NU_E_GROUP_ENERGY_FLUX, 2, 2), 5e-4 * Math.abs(expected));
        expected = THIRD * -0.119 * NucleonAsymmetry.protons(GAUSS, T) * equilibrium(2, -MU) * AXIS[2];
        assertEquals(expected, get(ANTI_NU_E_GROUP_ENERGY_FLUX, 2, 2), 5e-3 * Math.abs(expected));
        assertEquals(Set.of(ValidityFlag.FLUX_ABOVE_AVAILABLE), ValidityFlag.of(flags[0])); // there are none to drift
    }

    @Test
    void nothingDriftsInEquilibriumOrWithoutAField() {
        state(GAUSS);
        want(NU_E_GROUP_ENERGY_FLUX);
        want(ANTI_NU_E_GROUP_ENERGY_FLUX);
        want(NU_X_GROUP_ENERGY_FLUX);
        for (int group = 0; group < GROUPS.count(); group++) {
            give(Species.NEUTRINO, group, equilibrium(group, MU), 3e-6, 1e-6);
            give(Species.ANTINEUTRINO, group, equilibrium(group, -MU), 3e-6, 1e-6);
        }
        source.evaluate(zones.block(), fluxes.block());
        requireNothing();
        state(0);
        give(Species.NEUTRINO, 1, 1e28, 3e-6, 1e-6);
        source.evaluate(zones.block(), fluxes.block());
        requireNothing();
    }

    private void requireNothing() {
        assertEquals(0, flags[0]);
        for (int group = 0; group < GROUPS.count(); group++) {
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(0, get(NU_E_GROUP_ENERGY_FLUX, axis, group), 0.0);
                assertEquals(0, get(ANTI_NU_E_GROUP_ENERGY_FLUX, axis, group), 0.0);
                assertEquals(0, get(NU_X_GROUP_ENERGY_FLUX, axis, group), 0.0);
            }
        }
    }

    @Test
    void aHostWithGroupsNeedsNoGreyFieldsAndTheOtherWayRound() {
        Set<ZoneField> everywhere =
                Set.of(ZoneField.TEMPERATURE, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, ZoneField.MAGNETIC_FIELD);
        assertEquals(everywhere, source.describe().required(Set.of(NU_X_GROUP_ENERGY_FLUX)));
        Set<ZoneField> grouped = source.describe().required(Set.of(NU_E_GROUP_ENERGY_FLUX));
        assertEquals(6, grouped.size());
        assertTrue(grouped.containsAll(Set.of(
                ZoneField.NU_E_GROUP_ENERGY_DENSITY,
                ZoneField.NU_E_GROUP_ABSORPTION_OPACITY,
                ZoneField.NU_E_GROUP_SCATTERING_OPACITY)));
        Set<ZoneField> grey = source.describe().required(Set.of(NEUTRINO_ENERGY_FLUX));
        assertTrue(grey.contains(ZoneField.NEUTRINO_ENERGY_DENSITY)
                && grey.stream().noneMatch(ZoneField::perGroup));
    }
}
