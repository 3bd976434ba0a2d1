package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Edges of energy groups, and the columns of fields that are per group. */
class EnergyGroupsTest {
    private static final FluxField FLUX = FluxField.NU_E_GROUP_ENERGY_FLUX;
    private static final ZoneField DENSITY = ZoneField.NU_X_GROUP_ENERGY_DENSITY;

    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();

    @Test
    void groupsLieBetweenTheirEdges() {
        double[] edges = {0, 1, 4, Double.POSITIVE_INFINITY};
        EnergyGroups groups = EnergyGroups.between(edges);
        edges[1] = 3; // the groups have their own
        assertEquals(3, groups.count());
        assertEquals(1, groups.lowerMeV(1));
        assertEquals(4, groups.upperMeV(1));
        assertEquals(Double.POSITIVE_INFINITY, groups.upperMeV(2));
        assertEquals("3 groups from 0.0 to Infinity MeV", groups.toString());
    }

    @Test
    void evenGroupsEndExactlyWhereTheyShould() {
        EnergyGroups groups = EnergyGroups.evenly(0, 300, 7);
        assertEquals(7, groups.count());
        assertEquals(0, groups.lowerMeV(0));
        assertEquals(300, groups.upperMeV(6));
        for (int group = 1; group < 7; group++) {
            assertEquals(groups.upperMeV(group - 1), groups.lowerMeV(group));
            assertEquals(300 / 7.0, groups.upperMeV(group) - groups.lowerMeV(group), 1e-12);
        }
    }

    @Test
    void groupsAreEqualIfTheirEdgesAre() {
        assertEquals(EnergyGroups.evenly(0, 10, 2), EnergyGroups.between(-0.0, 5, 10));
        assertEquals(
                EnergyGroups.evenly(0, 10, 2).hashCode(),
                EnergyGroups.between(-0.0, 5, 10).hashCode());
        assertNotEquals(EnergyGroups.evenly(0, 10, 2), EnergyGroups.evenly(0, 10, 3));
        assertNotEquals(EnergyGroups.evenly(0, 10, 2), EnergyGroups.NONE);
        assertEquals("no energy groups", EnergyGroups.NONE.toString());
        assertEquals("1 group from 0.0 to 9.0 MeV", EnergyGroups.between(0, 9).toString());
    }

    @Test
    void edgesThatDoNotRiseAreNamed() {
        assertMessage(
                "edge 2 of the energy groups is 3.0 MeV; must be above edge 1, 3.0 MeV",
                () -> EnergyGroups.between(0, 3, 3));
        assertMessage(
                "edge 1 of the energy groups is NaN MeV; must be above edge 0, 0.0 MeV",
                () -> EnergyGroups.between(0, Double.NaN));
        assertMessage(
                "edge 2 of the energy groups is Infinity MeV; must be above edge 1, Infinity MeV",
                () -> EnergyGroups.between(0, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
        assertMessage("edge 0 of the energy groups is -1.0 MeV; must be >= 0", () -> EnergyGroups.between(-1, 2));
        assertMessage(
                "1 edges of energy groups are given; must be 2 to 1025, one more than groups",
                () -> EnergyGroups.between(1));
        assertMessage("number of energy groups is 1025; must be in [1, 1024]", () -> EnergyGroups.evenly(0, 300, 1025));
        assertMessage(
                "last edge of energy groups of equal width is infinite; must be finite, or name every edge",
                () -> EnergyGroups.evenly(0, Double.POSITIVE_INFINITY, 3));
    }

    @Test
    void aGroupThatIsNotThereIsNamed() {
        EnergyGroups groups = EnergyGroups.evenly(0, 300, 3);
        assertMessage("energy group is 3; must be in [0, 2]", () -> groups.lowerMeV(3));
        assertMessage("energy group is -1; must be in [0, 2]", () -> groups.upperMeV(-1));
        assertMessage("there are no energy groups; ask groups().count() first", () -> EnergyGroups.NONE.lowerMeV(0));
    }

    @Test
    void everyGroupHasItsColumn() {
        EnergyGroups groups = EnergyGroups.evenly(0, 300, 3);
        zones.groups(groups);
        fluxes.groups(groups);
        assertSame(groups, zones.block().groups());
        double[][][] columns = new double[3][3][1];
        double[][] densities = new double[3][1];
        for (int group = 0; group < 3; group++) {
            zones.lend(DENSITY, 0, group, densities[group]);
            for (int axis = 0; axis < 3; axis++) {
                fluxes.lend(FLUX, axis, group, columns[axis][group]);
            }
        }
        assertTrue(zones.block().has(DENSITY));
        assertTrue(fluxes.block().wants(FLUX));
        assertFalse(fluxes.block().wants(FluxField.NU_X_GROUP_ENERGY_FLUX));
        for (int group = 0; group < 3; group++) {
            assertSame(densities[group], zones.block().column(DENSITY, 0, group));
            for (int axis = 0; axis < 3; axis++) {
                assertSame(columns[axis][group], fluxes.block().column(FLUX, axis, group));
            }
        }
    }

    @Test
    void columnsAreTakenBackWithTheirGroups() {
        fluxes.groups(EnergyGroups.evenly(0, 300, 1));
        fluxes.lend(FLUX, 0, 0, new double[1]);
        fluxes.groups(EnergyGroups.evenly(0, 300, 1)); // the same ones
        assertTrue(fluxes.block().wants(FLUX));
        fluxes.groups(EnergyGroups.evenly(0, 300, 2));
        assertFalse(fluxes.block().wants(FLUX));
        zones.groups(EnergyGroups.evenly(0, 300, 1));
        zones.lend(DENSITY, 0, 0, new double[1]);
        zones.clear();
        assertFalse(zones.block().has(DENSITY));
        assertEquals(1, zones.block().groups().count());
    }

    @Test
    void aFieldPerGroupIsAskedForByItsGroup() {
        assertSame(EnergyGroups.NONE, zones.block().groups());
        assertMessage(
                "NU_E_GROUP_ENERGY_FLUX is per energy group; ask for column(NU_E_GROUP_ENERGY_FLUX, axis, group)",
                () -> fluxes.block().column(FLUX, 0));
        assertMessage(
                "NU_X_GROUP_ENERGY_DENSITY is per energy group; ask for column(NU_X_GROUP_ENERGY_DENSITY, axis, group)",
                () -> zones.block().column(DENSITY));
        assertMessage(
                "NU_X_GROUP_ENERGY_DENSITY is per energy group; lend(NU_X_GROUP_ENERGY_DENSITY, axis, group, column)",
                () -> zones.lend(DENSITY, 0, new double[1]));
        assertMessage(
                "there are no energy groups; ask groups().count() first",
                () -> fluxes.block().column(FLUX, 0, 0));
        assertMessage(
                "LAPSE is not per energy group; name no group",
                () -> zones.block().column(ZoneField.LAPSE, 0, 0));
        assertMessage(
                "LEPTON_FLUX is not per energy group; name no group",
                () -> fluxes.lend(FluxField.LEPTON_FLUX, 0, 0, new double[1]));
        fluxes.groups(EnergyGroups.evenly(0, 300, 2));
        assertMessage(
                "energy group is 2; must be in [0, 1]", () -> fluxes.block().column(FLUX, 0, 2));
        assertMessage(
                "nu_e_energy_flux has 3 component(s); axis must be in [0, 2], is 3",
                () -> fluxes.block().column(FLUX, 3, 0));
        assertMessage(
                "NU_E_GROUP_ENERGY_FLUX is not wanted by the host; ask wants(NU_E_GROUP_ENERGY_FLUX) first",
                () -> fluxes.block().column(FLUX, 1, 0));
    }

    private static void assertMessage(String expected, Executable misuse) {
        assertEquals(
                expected, assertThrows(IllegalArgumentException.class, misuse).getMessage());
    }
}
