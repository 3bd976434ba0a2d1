package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NEUTRINO_FLUX;
import static org.chiralkick.source.FluxField.NU_E_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NU_E_GROUP_NUMBER_FLUX;
import static org.chiralkick.source.FluxField.NU_X_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NU_X_GROUP_NUMBER_FLUX;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fluxes per energy group and species, guide/physics.md (10.5) to (10.7). */
class GroupFluxesTest {
    private static final FluxField[] GIVEN = {
        NU_E_GROUP_NUMBER_FLUX,
        ANTI_NU_E_GROUP_NUMBER_FLUX,
        NU_X_GROUP_NUMBER_FLUX,
        NU_E_GROUP_ENERGY_FLUX,
        ANTI_NU_E_GROUP_ENERGY_FLUX,
        NU_X_GROUP_ENERGY_FLUX
    };

    private static final List<GoldenState> STATES = Golden.states();
    private static final double INFINITE = Double.POSITIVE_INFINITY;
    private static final EnergyGroups WHOLE = EnergyGroups.between(0, INFINITE);
    private static final List<EnergyGroups> PARTITIONS = List.of(
            WHOLE,
            EnergyGroups.between(0, 1e-3, 0.1, 3, 10, 10.001, 30, 99, 100, 101, 250, 300, 900, INFINITE),
            EnergyGroups.between(0, 1e4, INFINITE));

    @Test
    void everyGroupIsThatOfTheReference() throws IOException {
        double worst = 0;
        List<String> lines = reference();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            double[] numbers = new double[cells.length];
            for (int i = 2; i < cells.length; i++) {
                numbers[i] = Double.parseDouble(cells[i]);
            }
            SmallHost host = zone(
                            EnergyGroups.between(numbers[5], numbers[6]),
                            numbers[2],
                            numbers[3],
                            numbers[4],
                            new double[] {1e14, 0, 0},
                            new double[] {0, 0, 1e3})
                    .want(GIVEN)
                    .evaluate(Sources.of("consistent", "share=" + cells[0], "spectrum=" + cells[1]));
            FluxField[] order = {
                NU_E_GROUP_NUMBER_FLUX, ANTI_NU_E_GROUP_NUMBER_FLUX, NU_E_GROUP_ENERGY_FLUX, ANTI_NU_E_GROUP_ENERGY_FLUX
            };
            for (int k = 0; k < 8; k++) {
                double expected = numbers[7 + k];
                double actual = host.get(order[k / 2], 0, k % 2 == 0 ? 0 : 2, 0);
                double error = Math.abs(actual - expected);
                assertTrue(error <= 5e-14 * Math.abs(expected), order[k / 2] + " is " + actual + " of " + line);
                worst = Math.max(worst, expected == 0 ? 0 : error / Math.abs(expected));
            }
            assertEquals(0, host.get(NU_E_GROUP_NUMBER_FLUX, 0, 1, 0));
        }
        System.out.println("largest error of a group: " + worst);
        assertTrue(worst > 0, "a comparison that never differs compares nothing");
        assertEquals(193, lines.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"all-left-handed", "composition", "susceptibility", "equilibrium"})
    void groupsOfAllSpeciesSumToTheFluxesWithoutGroups(String share) {
        ChiralSource source = Sources.of("consistent", "chirality=given", "share=" + share);
        for (EnergyGroups groups : PARTITIONS) {
            SmallHost host = golden(groups)
                    .want(GIVEN)
                    .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                    .evaluate(source);
            for (int zone = 0; zone < STATES.size(); zone++) {
                requireSum(host, zone, groups, NU_E_GROUP_NUMBER_FLUX, ANTI_NU_E_GROUP_NUMBER_FLUX, -1, NEUTRINO_FLUX);
                requireSum(
                        host,
                        zone,
                        groups,
                        NU_E_GROUP_ENERGY_FLUX,
                        ANTI_NU_E_GROUP_ENERGY_FLUX,
                        1,
                        NEUTRINO_ENERGY_FLUX);
            }
        }
    }

    private static void requireSum(
            SmallHost host,
            int zone,
            EnergyGroups groups,
            FluxField matter,
            FluxField anti,
            int sign,
            FluxField total) {
        double scale = 0;
        double[] sum = new double[3];
        for (int group = 0; group < groups.count(); group++) {
            for (int axis = 0; axis < 3; axis++) {
                double one = host.get(matter, zone, axis, group);
                double other = host.get(anti, zone, axis, group);
                sum[axis] += one + sign * other;
                scale = Math.max(scale, Math.max(Math.abs(one), Math.abs(other)));
            }
        }
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(
                    host.get(total, zone, axis),
                    sum[axis],
                    1e-12 * scale,
                    () -> total + " of state " + STATES.get(zone).id() + " in " + groups);
        }
    }

    @Test
    void sumsAreRightRelativeToTheTotalWhereNothingCancels() {
        for (double[] state : new double[][] {{10, 120, 70}, {0, 120, 70}, {8, 20, 10}, {30, 250, 150}}) {
            SmallHost host = zone(
                            PARTITIONS.get(1),
                            state[0],
                            state[1],
                            state[2],
                            new double[] {1e14, 2e14, -1e14},
                            new double[] {0, 0, 0})
                    .want(GIVEN)
                    .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                    .evaluate(Sources.of("consistent"));
            for (int axis = 0; axis < 3; axis++) {
                double number = 0;
                double energy = 0;
                for (int group = 0; group < PARTITIONS.get(1).count(); group++) {
                    number += host.get(NU_E_GROUP_NUMBER_FLUX, 0, axis, group)
                            - host.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, axis, group);
                    energy += host.get(NU_E_GROUP_ENERGY_FLUX, 0, axis, group)
                            + host.get(ANTI_NU_E_GROUP_ENERGY_FLUX, 0, axis, group);
                }
                double whole = host.get(NEUTRINO_FLUX, 0, axis);
                double wholeEnergy = host.get(NEUTRINO_ENERGY_FLUX, 0, axis);
                assertEquals(whole, number, 1e-12 * Math.abs(whole));
                assertEquals(wholeEnergy, energy, 1e-12 * Math.abs(wholeEnergy));
            }
        }
    }

    @Test
    void aSinglePotentialKeepsItsDigitsPerGroupAsWithoutGroups() {
        SmallHost host = zone(WHOLE, 0.1, 120, 0.3, new double[] {1e14, 0, 0}, new double[3]);
        host.set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, -1e8); // mu_e + mu_5 would keep 8 digits of mu_nu
        host.want(GIVEN)
                .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(Sources.of("consistent", "chirality=given", "potentials=single", "share=all-left-handed"));
        double number = host.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, 0) - host.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, 0, 0);
        double energy = host.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 0) + host.get(ANTI_NU_E_GROUP_ENERGY_FLUX, 0, 0, 0);
        assertTrue(number > 0, "number flux " + number);
        assertEquals(host.get(NEUTRINO_FLUX, 0, 0), number, 1e-12 * number);
        assertEquals(host.get(NEUTRINO_ENERGY_FLUX, 0, 0), energy, 1e-12 * energy);
    }

    @Test
    void coldMatterHasNoAntineutrinosAndColdAntimatterNoNeutrinos() {
        EnergyGroups groups = EnergyGroups.between(0, 50, 200, INFINITE);
        SmallHost matter =
                turning(groups, 0, 120, 80).want(GIVEN).evaluate(Sources.of("consistent", "share=susceptibility"));
        SmallHost anti =
                turning(groups, 0, -120, -80).want(GIVEN).evaluate(Sources.of("consistent", "share=susceptibility"));
        for (int group = 0; group < 3; group++) {
            for (int axis = 0; axis < 3; axis++) {
                assertEquals(0, matter.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, axis, group));
                assertEquals(0, anti.get(NU_E_GROUP_ENERGY_FLUX, 0, axis, group));
                double sign = axis == 0 ? 1 : -1; // B is along x, curl v along z
                assertEquals(
                        matter.get(NU_E_GROUP_NUMBER_FLUX, 0, axis, group),
                        sign * anti.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, axis, group) + 0.0);
                assertEquals(
                        matter.get(NU_E_GROUP_ENERGY_FLUX, 0, axis, group),
                        sign * anti.get(ANTI_NU_E_GROUP_ENERGY_FLUX, 0, axis, group) + 0.0);
            }
            assertEquals(0, matter.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, 2));
        }
        assertTrue(matter.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, 1) > 0);
        assertTrue(matter.get(NU_E_GROUP_NUMBER_FLUX, 0, 2, 1) < 0);
    }

    @Test
    void asManyNeutrinosAsAntineutrinosFlowWhereThePotentialsVanish() {
        SmallHost host = turning(EnergyGroups.evenly(0, 100, 4), 10, 0, 0)
                .want(GIVEN)
                .evaluate(Sources.of("consistent", "share=all-left-handed"));
        for (int group = 0; group < 4; group++) {
            double magnetic = host.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, group);
            assertTrue(magnetic > 0);
            assertEquals(magnetic, host.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, 0, group));
            double vortical = host.get(NU_E_GROUP_ENERGY_FLUX, 0, 2, group);
            assertTrue(vortical < 0);
            assertEquals(vortical, -host.get(ANTI_NU_E_GROUP_ENERGY_FLUX, 0, 2, group));
        }
    }

    @Test
    void theNeutrinosSpectrumKeepsTheEnergyAndNotTheNumber() {
        ChiralSource source = Sources.of("consistent", "share=all-left-handed", "spectrum=neutrino");
        SmallHost host = zone(WHOLE, 10, 120, 70, new double[] {1e14, 0, 0}, new double[3])
                .want(GIVEN)
                .want(NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX)
                .evaluate(source);
        double energy = host.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 0) + host.get(ANTI_NU_E_GROUP_ENERGY_FLUX, 0, 0, 0);
        double number = host.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, 0) - host.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, 0, 0);
        assertEquals(host.get(NEUTRINO_ENERGY_FLUX, 0, 0), energy, 1e-13 * energy);
        double thermal = Math.PI * Math.PI * 100 / 3;
        double ratio = 70 * (120 * 120 + thermal) / (120 * (70 * 70 + thermal));
        assertEquals(ratio * host.get(NEUTRINO_FLUX, 0, 0), number, 1e-13 * number);
        assertEquals(
                List.of(
                        "neutrino share 'all-left-handed' is a closure, not an anomaly result",
                        "spectrum 'neutrino' keeps the energy of the shared current: group numbers do not sum to F_N"),
                source.describe().assumptions().stream().sorted().toList());
    }

    @Test
    void aSpectrumWithoutShapeIsFlaggedAndGivesNothing() {
        ChiralSource source = Sources.of("consistent", "share=all-left-handed", "spectrum=neutrino");
        SmallHost host = zone(WHOLE, 0, 120, 0, new double[] {1e14, 0, 0}, new double[3])
                .want(GIVEN)
                .evaluate(source);
        assertEquals(0, host.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 0));
        assertTrue(host.flags(0).contains(ValidityFlag.SPECTRUM_UNDEFINED));
        host = zone(WHOLE, 1e-3, 120, 0, new double[] {1e14, 0, 0}, new double[3])
                .want(GIVEN)
                .evaluate(source);
        assertTrue(host.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 0) > 0);
        assertFalse(host.flags(0).contains(ValidityFlag.SPECTRUM_UNDEFINED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"chemical-potential", "mean-energy", "thermal"})
    void energiesOfGroupsNeedTheEnergyCurrentAndNumbersDoNot(String momentum) {
        ChiralSource source = Sources.of("consistent", "momentum=" + momentum);
        SourceDescriptor descriptor = source.describe();
        String reason = "group energies need momentum `energy-current`";
        assertEquals(
                Map.of(
                        NU_E_GROUP_ENERGY_FLUX,
                        reason,
                        ANTI_NU_E_GROUP_ENERGY_FLUX,
                        reason,
                        NU_X_GROUP_ENERGY_FLUX,
                        reason),
                descriptor.withheld());
        SmallHost host = golden(PARTITIONS.get(1)).want(GIVEN).evaluate(source);
        SmallHost usual = golden(PARTITIONS.get(1)).want(GIVEN).evaluate(Sources.of("consistent"));
        for (int zone = 0; zone < STATES.size(); zone++) {
            for (int column = 0; column < 3 * PARTITIONS.get(1).count(); column++) {
                assertEquals(
                        usual.get(NU_E_GROUP_NUMBER_FLUX, zone, column),
                        host.get(NU_E_GROUP_NUMBER_FLUX, zone, column));
                assertEquals(0, host.get(NU_E_GROUP_ENERGY_FLUX, zone, column));
            }
        }
    }

    @Test
    void theUsualMomentumWithholdsNothing() {
        assertEquals(Map.of(), Sources.of("consistent").describe().withheld());
        assertTrue(Sources.of("consistent").describe().gives().containsAll(List.of(GIVEN)));
        assertEquals(3, Sources.of("kubs-2016").describe().withheld().size());
        assertEquals(
                Map.of(),
                Sources.of("kubs-2016", "momentum=energy-current").describe().withheld());
    }

    @Test
    void aFluxAboveWhatTheHostsRadiationCanCarryIsFlaggedAndGivenUnchanged() {
        EnergyGroups groups = EnergyGroups.between(0, 60, 120, INFINITE);
        SmallHost free = turning(groups, 10, 120, 70).want(GIVEN).evaluate(Sources.of("consistent"));
        double x = free.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 1);
        double z = free.get(NU_E_GROUP_ENERGY_FLUX, 0, 2, 1);
        double density = 3 * Math.hypot(x, z) / PhysicalConstants.C_CM_PER_S;
        for (double factor : new double[] {1.001, 0.999}) {
            SmallHost host = turning(groups, 10, 120, 70)
                    .set(ZoneField.NU_E_GROUP_ENERGY_DENSITY, 0, 1e40, factor * density, 1e40)
                    .want(GIVEN)
                    .evaluate(Sources.of("consistent"));
            assertEquals(factor < 1, host.flags(0).contains(ValidityFlag.FLUX_ABOVE_AVAILABLE));
            assertEquals(x, host.get(NU_E_GROUP_ENERGY_FLUX, 0, 0, 1));
        }
    }

    @Test
    void groupsLeaveEveryOtherFluxAsItIs() {
        FluxField[] others = {
            FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, NEUTRINO_FLUX, NEUTRINO_ENERGY_FLUX, FluxField.AXIAL_SOURCE
        };
        for (String share : List.of("composition", "susceptibility")) {
            ChiralSource source = Sources.of("consistent", "share=" + share);
            SmallHost with = golden(PARTITIONS.get(1)).want(GIVEN).want(others).evaluate(source);
            SmallHost without = golden(EnergyGroups.NONE).want(others).evaluate(source);
            for (FluxField field : others) {
                for (int zone = 0; zone < STATES.size(); zone++) {
                    for (int axis = 0; axis < field.components(); axis++) {
                        assertEquals(without.get(field, zone, axis), with.get(field, zone, axis));
                    }
                }
            }
        }
    }

    @Test
    void muonAndTauNeutrinosGetNothing() {
        SmallHost host = golden(WHOLE).want(GIVEN).fill(7).evaluate(Sources.of("consistent"));
        for (int zone = 0; zone < STATES.size(); zone++) {
            assertEquals(7, host.get(NU_X_GROUP_NUMBER_FLUX, zone, 0));
            assertEquals(7, host.get(NU_X_GROUP_ENERGY_FLUX, zone, 2));
        }
    }

    @Test
    void anUndefinedShareIsFlaggedWhereOnlyGroupsAreWanted() {
        SmallHost host =
                turning(WHOLE, 10, 120, -70).want(NU_E_GROUP_NUMBER_FLUX).evaluate(Sources.of("consistent"));
        assertTrue(host.flags(0).contains(ValidityFlag.SHARE_UNDEFINED));
    }

    @Test
    void aHostWithoutVorticityGetsTheMagneticPart() {
        SmallHost host = SmallHost.ofZone(10, 120, 70, 1e14, 0, 0)
                .groups(WHOLE)
                .want(GIVEN)
                .want(NEUTRINO_FLUX)
                .evaluate(Sources.of("consistent"));
        double net = host.get(NU_E_GROUP_NUMBER_FLUX, 0, 0, 0) - host.get(ANTI_NU_E_GROUP_NUMBER_FLUX, 0, 0, 0);
        assertEquals(host.get(NEUTRINO_FLUX, 0, 0), net, 1e-13 * net);
    }

    private static SmallHost golden(EnergyGroups groups) {
        return SmallHost.of(STATES).groups(groups);
    }

    private static SmallHost turning(EnergyGroups groups, double temperature, double electron, double neutrino) {
        return zone(groups, temperature, electron, neutrino, new double[] {1e14, 0, 0}, new double[] {0, 0, 1e3});
    }

    private static SmallHost zone(
            EnergyGroups groups, double temperature, double electron, double neutrino, double[] field, double[] curl) {
        return SmallHost.ofZone(temperature, electron, neutrino, field)
                .groups(groups)
                .set(ZoneField.VORTICITY, 0, curl);
    }

    private static List<String> reference() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(GroupFluxesTest.class.getResourceAsStream("/reference/group-fluxes.csv"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
