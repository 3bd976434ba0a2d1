package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.AXIAL_SOURCE;
import static org.chiralkick.source.FluxField.CHIRAL_CURRENT;
import static org.chiralkick.source.FluxField.CHIRAL_INVERSE_LENGTH;
import static org.chiralkick.source.FluxField.LARGEST_STABLE_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.chiralkick.chiral.support.Golden;
import org.chiralkick.chiral.support.GoldenState;
import org.chiralkick.chiral.support.SmallHost;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.SpinFlip;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Outputs for MHD hosts. */
class DynamoTest {
    private static final ChiralSource GIVEN = Sources.of("consistent", "chirality=given");

    private static SmallHost zone(double axial, double... field) {
        return SmallHost.ofZone(10, 300, 200, field)
                .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial)
                .want(CHIRAL_CURRENT, CHIRAL_INVERSE_LENGTH, AXIAL_SOURCE, LARGEST_STABLE_RATE);
    }

    @Test
    void theInverseLengthIsThatOfTheRightHandedExcess() {
        double perMev = zone(-1, 0, 0, 0).evaluate(GIVEN).get(CHIRAL_INVERSE_LENGTH, 0, 0);
        assertEquals(2.354e8, perMev, 5e4);
    }

    @Test
    void theChiralCurrentIsTheElementaryChargeTimesTheChargeNumberCurrent() {
        List<GoldenState> states = Golden.states();
        SmallHost host = SmallHost.of(states).want(CHIRAL_CURRENT).evaluate(GIVEN);
        for (int i = 0; i < states.size(); i++) {
            GoldenState state = states.get(i);
            double sigma = Golden.number(state.physical().getJsonObject("sigB"), "em");
            double[] field = Golden.vector(state.json(), "eB_MeV2");
            for (int axis = 0; axis < 3; axis++) {
                double expected = PhysicalConstants.ELEMENTARY_CHARGE_ESU
                        * PhysicalConstants.NUMBER_FLUX_PER_MEV3
                        * sigma
                        * field[axis];
                // The fine-structure constant is measured: e^2 = alpha hbar c holds to 1e-10.
                assertEquals(expected, host.get(CHIRAL_CURRENT, i, axis), 1e-9 * Math.abs(expected), state.id());
            }
        }
    }

    @Test
    void theChiralCurrentIsWhatTheInductionEquationOfTheSpecificationHas() {
        SmallHost host = zone(-3, 1e12, -2e12, 5e11).evaluate(GIVEN);
        double inverseLength = host.get(CHIRAL_INVERSE_LENGTH, 0, 0);
        for (int axis = 0; axis < 3; axis++) {
            double field = host.input(ZoneField.MAGNETIC_FIELD, 0, axis);
            double expected = PhysicalConstants.C_CM_PER_S / (4 * Math.PI) * inverseLength * field;
            assertEquals(expected, host.get(CHIRAL_CURRENT, 0, axis), 1e-15 * Math.abs(expected));
        }
    }

    @Test
    void spinFlipsEraseTheAxialDensity() {
        double density =
                (WeylGas.numberDensity(305, 10) - WeylGas.numberDensity(295, 10)) * PhysicalConstants.PER_CM3_PER_MEV3;
        double expected = -SpinFlip.ratePerS(300, 10) * density;
        assertEquals(expected, zone(5, 0, 0, 1e12).evaluate(GIVEN).get(AXIAL_SOURCE, 0, 0), -1e-13 * expected);
    }

    @Test
    void anElectricFieldAlongTheMagneticOneMakesRightHandedElectrons() {
        double electric = 1e6;
        double field = 1e12;
        SmallHost host = zone(0, 0, field, 0)
                .set(ZoneField.ELECTRIC_FIELD, 0, 3e5, electric, 7e5)
                .evaluate(GIVEN);
        double unit = PhysicalConstants.EB_MEV2_PER_GAUSS;
        double expected = -(unit * electric)
                * (unit * field)
                / (2 * Math.PI * Math.PI)
                * PhysicalConstants.PER_CM3_PER_MEV3
                / PhysicalConstants.HBAR_MEV_S;
        assertEquals(expected, host.get(AXIAL_SOURCE, 0, 0), -1e-14 * expected);
    }

    @Test
    void theLargestRateIsTheFlipRateOrTheGrowthRate() {
        double flips = SpinFlip.ratePerS(300, 10);
        assertEquals(flips, zone(5, 0, 0, 1e12).evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0));
        double inverseLength = zone(5, 0, 0, 1e12).evaluate(GIVEN).get(CHIRAL_INVERSE_LENGTH, 0, 0);
        double growth = 1e3 * inverseLength * inverseLength / 4;
        SmallHost diffusive = zone(5, 0, 0, 1e12).set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 1e3);
        assertEquals(growth, diffusive.evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0), 1e-15 * growth);
        SmallHost ideal = zone(5, 0, 0, 1e12).set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 0);
        assertEquals(flips, ideal.evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0));
    }

    @Test
    void theLargestRateNeverLowersWhatIsThere() {
        SmallHost host = zone(5, 0, 0, 1e12).fill(1e300).evaluate(GIVEN);
        assertEquals(1e300, host.get(LARGEST_STABLE_RATE, 0, 0));
    }

    @Test
    void washedOutChiralityLeavesNoChiralCurrent() {
        SmallHost host = zone(5, 1e12, 1e12, 1e12).evaluate(Sources.of("consistent"));
        assertEquals(0, Math.abs(host.get(CHIRAL_CURRENT, 0, 0)));
        assertEquals(0, Math.abs(host.get(CHIRAL_INVERSE_LENGTH, 0, 0)));
        assertEquals(0, Math.abs(host.get(AXIAL_SOURCE, 0, 0)));
    }
}
