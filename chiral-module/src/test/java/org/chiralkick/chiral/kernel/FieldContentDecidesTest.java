package org.chiralkick.chiral.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chiralkick.chiral.anomaly.AnomalousConductivities;
import org.chiralkick.chiral.anomaly.Charge;
import org.chiralkick.chiral.anomaly.CurrentFactors;
import org.chiralkick.chiral.anomaly.FieldContent;
import org.chiralkick.chiral.anomaly.LeptonFamily;
import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.chiral.anomaly.WeylSpecies;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kernel's fluxes are those of the field content that it is made for, in the plain loops and in the loop over all columns. */
class FieldContentDecidesTest {
    private static final double[] NOTHING = {0, 0, 0};
    private static final FluxField[] FLUXES = {
        FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX
    };
    private static final FluxField[] DYNAMO = {FluxField.CHIRAL_CURRENT, FluxField.CHIRAL_INVERSE_LENGTH};

    private final List<GoldenState> states = Golden.states();

    private static FieldContent electrons(double charge, double leptonNumber) {
        return new FieldContent(List.of(
                new WeylSpecies("x_R", 1, charge, leptonNumber, -1),
                new WeylSpecies("x_L", -1, charge, leptonNumber, 1),
                WeylSpecies.NEUTRINO));
    }

    private static ChiralKernel kernel(FieldContent content, String chirality, String share, long coldZones) {
        Closures closures = Closures.of(
                Map.of(
                        "chirality", chirality,
                        "share", share,
                        "momentum", "energy-current",
                        "potentials", "separate",
                        "field", "eb",
                        "spectrum", "electron"),
                0);
        return new ChiralKernel(closures, coldZones, CurrentFactors.of(content));
    }

    /** Returns the golden states as zones, with the field and the vorticity or without. */
    private SmallHost zones(boolean field, boolean vorticity) {
        SmallHost host = SmallHost.of(states);
        for (int i = 0; i < states.size(); i++) {
            host.set(ZoneField.MAGNETIC_FIELD, i, field ? states.get(i).field() : NOTHING);
            host.set(ZoneField.VORTICITY, i, vorticity ? states.get(i).vorticity() : NOTHING);
        }
        return host.want(FLUXES).want(DYNAMO);
    }

    private SmallHost evaluate(
            FieldContent content, String chirality, long coldZones, boolean field, boolean vorticity) {
        SmallHost host = zones(field, vorticity);
        kernel(content, chirality, "composition", coldZones).evaluate(host.zones(), host.fluxes());
        return host;
    }

    private void assertTimes(double factor, SmallHost before, SmallHost after, FluxField... fluxes) {
        for (FluxField flux : fluxes) {
            double largest = 0;
            for (int i = 0; i < states.size(); i++) {
                for (int axis = 0; axis < flux.components(); axis++) {
                    double expected = factor * before.get(flux, i, axis);
                    assertEquals(expected, after.get(flux, i, axis), 0.0, flux + " of " + states.get(i));
                    largest = Math.max(largest, Math.abs(expected));
                }
            }
            assertTrue(largest > 0, flux + " is not 0 everywhere");
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void twiceTheElectricChargeDoublesWhatTheFieldDrivesAndNothingElse(long coldZones) {
        for (String chirality : List.of("given", "washed-out")) {
            SmallHost single = evaluate(electrons(-1, 1), chirality, coldZones, true, false);
            SmallHost twice = evaluate(electrons(-2, 1), chirality, coldZones, true, false);
            assertTimes(
                    2, single, twice, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);
            if (chirality.equals("given")) {
                assertTimes(2, single, twice, FluxField.LEPTON_FLUX);
                assertTimes(4, single, twice, DYNAMO);
            }
            assertTimes(
                    1,
                    evaluate(electrons(-1, 1), chirality, coldZones, false, true),
                    evaluate(electrons(-2, 1), chirality, coldZones, false, true),
                    FLUXES);
        }
    }

    @Test
    void theOppositeElectricChargeTurnsWhatTheFieldDrives() {
        SmallHost electrons = evaluate(electrons(-1, 1), "given", 0, true, false);
        SmallHost positrons = evaluate(electrons(1, 1), "given", 0, true, false);
        assertTimes(-1, electrons, positrons, FLUXES);
        assertTimes(1, electrons, positrons, DYNAMO);
    }

    @Test
    void theAnomalyOfTheElectricFieldFollowsTheSquareOfTheCharge() {
        double single = axialSource(-1);
        assertTrue(single < 0);
        assertEquals(9 * single, axialSource(-3), 1e-14 * Math.abs(single));
    }

    private static double axialSource(double charge) {
        SmallHost host = SmallHost.ofZone(10, 300, 200, 0, 0, 1e15)
                .set(ZoneField.ELECTRIC_FIELD, 0, 0, 0, 1e9)
                .want(FluxField.AXIAL_SOURCE);
        kernel(electrons(charge, 1), "washed-out", "composition", 0).evaluate(host.zones(), host.fluxes());
        return host.get(FluxField.AXIAL_SOURCE, 0, 0);
    }

    @Test
    void theLeptonNumberOfElectronsCountsInTheLeptonFluxAlone() {
        SmallHost single = evaluate(electrons(-1, 1), "given", 0, true, false);
        SmallHost four = evaluate(electrons(-1, 4), "given", 0, true, false);
        assertTimes(4, single, four, FluxField.LEPTON_FLUX);
        assertTimes(1, single, four, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);
    }

    /** Charges that no lepton has, against the coefficient form and the sum of free species. */
    @Test
    void anyChargesGiveTheConductivitiesOfTheirCoefficients() {
        FieldContent content = new FieldContent(List.of(
                new WeylSpecies("x_R", 1, -3, 2, -0.5),
                new WeylSpecies("x_L", -1, -3, 2, 0.5),
                new WeylSpecies("y", -1, 0, 4, 3)));
        LeptonFamily family = LeptonFamily.of(content);
        SmallHost host = zones(true, true);
        kernel(content, "given", "all-left-handed", 0).evaluate(host.zones(), host.fluxes());
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double t = state.temperature();
            AnomalousConductivities sigma = new AnomalousConductivities(
                    content, family.potentials(state.left(), state.right(), state.neutrino()), t);
            double number = PhysicalConstants.NUMBER_FLUX_PER_MEV3;
            double energy = PhysicalConstants.ENERGY_FLUX_PER_MEV4;
            // The charges are up to 4, and three of them in a coefficient of a sum of three species.
            double tolerance = 4e-15 * 64;
            for (int axis = 0; axis < 3; axis++) {
                double eb = PhysicalConstants.EB_MEV2_PER_GAUSS * state.field()[axis];
                double curl = PhysicalConstants.HBAR_MEV_S * state.vorticity()[axis];
                double omega = curl / 2;
                double lepton =
                        sigma.magnetic(Charge.LEPTON, Charge.ELECTRIC) * eb + sigma.vortical(Charge.LEPTON) * curl;
                double axial = sigma.magnetic(Charge.AXIAL, Charge.ELECTRIC) * eb + sigma.vortical(Charge.AXIAL) * curl;
                double left = WeylCurrent.magnetic(family.left(), state.left()) * eb
                        + WeylCurrent.vortical(family.left(), state.left(), t) * omega
                        + WeylCurrent.vortical(family.neutrino(), state.neutrino(), t) * omega;
                double carried = WeylCurrent.magneticEnergy(family.left(), state.left(), t) * eb
                        + WeylCurrent.vorticalEnergy(family.left(), state.left(), t) * omega
                        + WeylCurrent.vorticalEnergy(family.neutrino(), state.neutrino(), t) * omega;
                double scale = tolerance * number * state.currentScale();
                String where = state.id() + " axis " + axis;
                assertEquals(number * lepton, host.get(FluxField.LEPTON_FLUX, i, axis), scale, where);
                assertEquals(number * axial, host.get(FluxField.AXIAL_FLUX, i, axis), scale, where);
                assertEquals(number * left, host.get(FluxField.NEUTRINO_FLUX, i, axis), scale, where);
                assertEquals(
                        energy * carried,
                        host.get(FluxField.NEUTRINO_ENERGY_FLUX, i, axis),
                        tolerance * energy * state.energyScale(),
                        where);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, Long.MAX_VALUE})
    void zonesWithoutVorticityHaveThePartOfTheField(long coldZones) {
        SmallHost host = new SmallHost(64).want(FLUXES);
        for (int i = 0; i < 64; i++) {
            host.set(ZoneField.TEMPERATURE, i, 10)
                    .set(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, i, 120)
                    .set(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, i, 70)
                    .set(ZoneField.MAGNETIC_FIELD, i, 1e12, 2e12, 3e12);
        }
        kernel(electrons(-2, 1), "washed-out", "composition", coldZones).evaluate(host.zones(), host.fluxes());
        double axial = 2
                * (2 * 120 / (4 * Math.PI * Math.PI))
                * (PhysicalConstants.EB_MEV2_PER_GAUSS * 3e12)
                * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
        for (int i = 0; i < 64; i++) {
            assertEquals(axial, host.get(FluxField.AXIAL_FLUX, i, 2), 1e-15 * axial);
        }
    }
}
