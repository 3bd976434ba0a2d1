package org.chiralkick.vortical;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** The vortical current per energy group and species. */
class VorticalGroupsTest {
    private static final EnergyGroups GROUPS =
            EnergyGroups.between(0, 1, 10, 30, 31, 70, 100, 300, Double.POSITIVE_INFINITY);

    private final VorticalSource source = new VorticalSource();
    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();
    private final long[] flags = new long[1];

    @Test
    void groupsOfBothSpeciesSumToTheCurrentOfEveryGoldenState() throws Exception {
        for (GoldenStates.State state : GoldenStates.all()) {
            evaluate(GROUPS, state.temperatureMeV(), state.muNuMeV(), state.curlPerS());
            for (int axis = 0; axis < 3; axis++) {
                requireSum(
                        state.numberFlux().get(axis),
                        axis,
                        FluxField.NU_E_GROUP_NUMBER_FLUX,
                        FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
                        -1,
                        state.id());
                requireSum(
                        state.energyFlux().get(axis),
                        axis,
                        FluxField.NU_E_GROUP_ENERGY_FLUX,
                        FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                        1,
                        state.id());
            }
        }
    }

    private void requireSum(double total, int axis, FluxField matter, FluxField anti, int sign, String state) {
        double sum = 0;
        double scale = 0;
        for (int group = 0; group < GROUPS.count(); group++) {
            double one = get(matter, axis, group);
            double other = get(anti, axis, group);
            sum += one + sign * other;
            scale += Math.abs(one) + Math.abs(other);
        }
        assertEquals(total, sum, 1e-13 * scale, () -> matter + " of " + state);
    }

    @Test
    void coldNeutrinosFlowInTheGroupsBelowTheirPotential() {
        evaluate(EnergyGroups.between(0, 40, 100), 0, 60, List.of(0.0, 0.0, 1e3));
        double omega = PhysicalConstants.HBAR_MEV_S * 1e3 / 2;
        double per = omega / (2 * Math.PI * Math.PI);
        requireClose(-per * 40 * 40 / 2 * PhysicalConstants.NUMBER_FLUX_PER_MEV3, FluxField.NU_E_GROUP_NUMBER_FLUX, 0);
        requireClose(
                -per * (60 * 60 - 40 * 40) / 2 * PhysicalConstants.NUMBER_FLUX_PER_MEV3,
                FluxField.NU_E_GROUP_NUMBER_FLUX,
                1);
        requireClose(
                -per * 40 * 40 * 40 / 3 * PhysicalConstants.ENERGY_FLUX_PER_MEV4, FluxField.NU_E_GROUP_ENERGY_FLUX, 0);
        assertEquals(0, get(FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX, 2, 0), 0.0);
        assertEquals(0, get(FluxField.NU_X_GROUP_NUMBER_FLUX, 2, 0), 0.0);
    }

    private void requireClose(double expected, FluxField field, int group) {
        assertEquals(expected, get(field, 2, group), 1e-14 * Math.abs(expected));
    }

    @Test
    void aFluxAboveWhatTheHostsRadiationCanCarryIsFlagged() {
        EnergyGroups one = EnergyGroups.between(0, Double.POSITIVE_INFINITY);
        evaluate(one, 10, 70, List.of(300.0, 0.0, 400.0));
        double flux =
                Math.hypot(get(FluxField.NU_E_GROUP_ENERGY_FLUX, 0, 0), get(FluxField.NU_E_GROUP_ENERGY_FLUX, 2, 0));
        assertTrue(flux > 0);
        double least = 3 * flux / PhysicalConstants.C_CM_PER_S;
        for (double factor : new double[] {1.001, 0.999}) {
            zones.lend(ZoneField.NU_E_GROUP_ENERGY_DENSITY, 0, 0, new double[] {factor * least});
            flags[0] = 0;
            source.evaluate(zones.block(), fluxes.block());
            assertEquals(factor < 1 ? ValidityFlag.FLUX_ABOVE_AVAILABLE.bit() : 0, flags[0]);
        }
    }

    private double get(FluxField field, int axis, int group) {
        return fluxes.block().column(field, axis, group)[0];
    }

    private void evaluate(EnergyGroups groups, double temperature, double mu, List<Double> curl) {
        zones.groups(groups);
        fluxes.groups(groups);
        zones.lend(ZoneField.TEMPERATURE, 0, new double[] {temperature});
        zones.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, new double[] {mu});
        for (int axis = 0; axis < 3; axis++) {
            zones.lend(ZoneField.VORTICITY, axis, new double[] {curl.get(axis)});
            for (FluxField field : source.describe().gives()) {
                for (int group = 0; field.perGroup() && group < groups.count(); group++) {
                    fluxes.lend(field, axis, group, new double[1]);
                }
            }
        }
        fluxes.lendFlags(flags);
        zones.window(0, 1);
        fluxes.window(0, 1);
        source.evaluate(zones.block(), fluxes.block());
    }
}
