package org.chiralkick.chiral;

import static org.chiralkick.source.FluxField.AXIAL_SOURCE;
import static org.chiralkick.source.FluxField.CHIRAL_CURRENT;
import static org.chiralkick.source.FluxField.CHIRAL_INVERSE_LENGTH;
import static org.chiralkick.source.FluxField.LARGEST_STABLE_RATE;
import static org.chiralkick.source.FluxField.SPIN_FLIP_RATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** alpha/(2 pi^2 hbar), hbar in erg s. */
    private static final double SOURCE_PER_GAUSS_SQUARED = PhysicalConstants.FINE_STRUCTURE
            / (2 * Math.PI * Math.PI * PhysicalConstants.HBAR_MEV_S * PhysicalConstants.ERG_PER_MEV);

    private static SmallHost zone(double axial, double... field) {
        return SmallHost.ofZone(10, 300, 200, field)
                .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial)
                .want(CHIRAL_CURRENT, CHIRAL_INVERSE_LENGTH, AXIAL_SOURCE, LARGEST_STABLE_RATE, SPIN_FLIP_RATE);
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
    void spinFlipsAreAnOutputOfTheirOwn() {
        SmallHost host = zone(5, 0, 0, 1e12).evaluate(GIVEN);
        assertEquals(SpinFlip.ratePerS(300, 10), host.get(SPIN_FLIP_RATE, 0, 0));
        assertEquals(0, host.get(AXIAL_SOURCE, 0, 0), "S without an electric field");
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
    void theCurlOfTheFieldStandsForTheElectricField() {
        double eta = 70;
        double[] field = {2e15, -1e15, 3e15};
        double[] curl = {4e23, 5e23, -6e23};
        double inverseLength = zone(-3, field).evaluate(GIVEN).get(CHIRAL_INVERSE_LENGTH, 0, 0);
        double[] electric = new double[3];
        double product = 0;
        for (int axis = 0; axis < 3; axis++) {
            electric[axis] = eta / PhysicalConstants.C_CM_PER_S * (curl[axis] - inverseLength * field[axis]);
            product += electric[axis] * field[axis];
        }
        double expected = zone(-3, field)
                .set(ZoneField.ELECTRIC_FIELD, 0, electric)
                .evaluate(GIVEN)
                .get(AXIAL_SOURCE, 0, 0);
        assertEquals(-SOURCE_PER_GAUSS_SQUARED * product, expected, 1e-9 * Math.abs(expected));
        SmallHost ohm =
                zone(-3, field).set(ZoneField.MAGNETIC_FIELD_CURL, 0, curl).set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, eta);
        assertEquals(expected, ohm.evaluate(GIVEN).get(AXIAL_SOURCE, 0, 0), 1e-14 * Math.abs(expected));
        SmallHost both = zone(-3, field)
                .set(ZoneField.MAGNETIC_FIELD_CURL, 0, 1, 2, 3)
                .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, eta)
                .set(ZoneField.ELECTRIC_FIELD, 0, electric);
        assertEquals(expected, both.evaluate(GIVEN).get(AXIAL_SOURCE, 0, 0), "the host's own E goes first");
        SmallHost curlAlone = zone(-3, field).set(ZoneField.MAGNETIC_FIELD_CURL, 0, curl);
        assertEquals(0, curlAlone.evaluate(GIVEN).get(AXIAL_SOURCE, 0, 0), "eta is unknown");
    }

    /** T 10, mu_e 100, mu_5 -1 MeV, eta 100 cm^2/s, B 1e16 G. */
    @Test
    void theBackReactionOfAStrongFieldIsThatOfTheSpecification() {
        SmallHost host = SmallHost.ofZone(10, 100, 50, 0, 6e15, 8e15)
                .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, -1)
                .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 100)
                .want(LARGEST_STABLE_RATE, CHIRAL_INVERSE_LENGTH)
                .evaluate(GIVEN);
        double growth = 100 * Math.pow(host.get(CHIRAL_INVERSE_LENGTH, 0, 0), 2) / 4;
        double backReaction = host.get(LARGEST_STABLE_RATE, 0, 0) - (growth - SpinFlip.ratePerS(100, 10));
        assertEquals(2.0e20, backReaction, 0.05e20);
        assertEquals(146, backReaction / growth, 0.5);
    }

    @Test
    void theBackReactionIsTheDerivativeOfTheSourceAtFixedElectronDensity() {
        double temperature = 12;
        for (double axial : new double[] {-0.01, 3, 60, -95, 150}) {
            double left = WeylGas.numberDensity(100 + axial, temperature);
            double right = WeylGas.numberDensity(100 - axial, temperature);
            double step = 1e-6 * (Math.abs(left) + Math.abs(right));
            double derivative = (uniformSource(left + step, right - step, temperature)
                            - uniformSource(left - step, right + step, temperature))
                    / (4 * step * PhysicalConstants.PER_CM3_PER_MEV3);
            assertTrue(derivative < 0, "the anomaly lowers |n_5|");
            double rate = uniform(100, axial, temperature).get(LARGEST_STABLE_RATE, 0, 0);
            double whole = Math.abs(
                    uniformSource(left, right, temperature) / ((left - right) * PhysicalConstants.PER_CM3_PER_MEV3));
            assertEquals(Math.max(-derivative, whole), rate, 1e-6 * rate, "mu_5 = " + axial);
        }
    }

    @Test
    void aStepOfTheRateTakesTheAxialDensityAtMostToZeroHoweverLargeMu5Is() {
        for (double electron : new double[] {0, 10, 100}) {
            for (double axial : new double[] {-1, 50, 100, -250, 400, 3000}) {
                for (double temperature : new double[] {0, 5, 10}) {
                    double density = (WeylGas.numberDensity(electron + axial, temperature)
                                    - WeylGas.numberDensity(electron - axial, temperature))
                            * PhysicalConstants.PER_CM3_PER_MEV3;
                    SmallHost host = uniform(electron, axial, temperature);
                    double next = density + host.get(AXIAL_SOURCE, 0, 0) / host.get(LARGEST_STABLE_RATE, 0, 0);
                    double ratio = next / density;
                    assertTrue(
                            ratio > -1e-9 && ratio < 1,
                            ratio + " at mu_e " + electron + ", mu_5 " + axial + ", T " + temperature);
                }
            }
        }
    }

    @Test
    void whereTheHostsMu5IsTakenAndItGivesNoneNothingLimitsTheStep() {
        SmallHost host = SmallHost.ofZone(10, 100, 50, 0, 6e15, 8e15)
                .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 100)
                .want(LARGEST_STABLE_RATE)
                .evaluate(GIVEN);
        assertEquals(0, host.get(LARGEST_STABLE_RATE, 0, 0));
    }

    private static double uniformSource(double left, double right, double temperature) {
        double muLeft = WeylGas.chemicalPotential(left, temperature);
        double muRight = WeylGas.chemicalPotential(right, temperature);
        return uniform((muLeft + muRight) / 2, (muLeft - muRight) / 2, temperature)
                .get(AXIAL_SOURCE, 0, 0);
    }

    /** A uniform field so strong, and a diffusivity so small, that growth is nothing beside the back-reaction. */
    private static SmallHost uniform(double electron, double axial, double temperature) {
        return SmallHost.ofZone(temperature, electron, 0, 0, 0, 1e21)
                .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial)
                .set(ZoneField.MAGNETIC_FIELD_CURL, 0, 0, 0, 0)
                .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 1e-6)
                .want(AXIAL_SOURCE, LARGEST_STABLE_RATE)
                .evaluate(GIVEN);
    }

    @Test
    void withoutAFieldTheRateIsThatOfTheFastestModeLessTheFlips() {
        double flips = SpinFlip.ratePerS(300, 10);
        double inverseLength = zone(5, 0, 0, 0).evaluate(GIVEN).get(CHIRAL_INVERSE_LENGTH, 0, 0);
        for (double eta : new double[] {1e-6, 1e-4, 1e3}) {
            double growth = eta * inverseLength * inverseLength / 4;
            SmallHost host = zone(5, 0, 0, 0).set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, eta);
            double rate = host.evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0);
            assertEquals(Math.max(growth - flips, 0), rate, 1e-15 * growth, "eta = " + eta);
        }
    }

    @Test
    void nothingIsStepwiseWithoutADiffusivityOrAnAxialPotential() {
        assertEquals(0, zone(5, 0, 0, 1e12).evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0));
        SmallHost ideal = zone(5, 0, 0, 1e12).set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 0);
        assertEquals(0, ideal.evaluate(GIVEN).get(LARGEST_STABLE_RATE, 0, 0));
        SmallHost washedOut = zone(5, 0, 0, 1e16)
                .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 1e3)
                .set(ZoneField.ELECTRIC_FIELD, 0, 0, 0, 1e9)
                .evaluate(Sources.of("consistent"));
        assertEquals(0, washedOut.get(LARGEST_STABLE_RATE, 0, 0));
        assertTrue(washedOut.get(AXIAL_SOURCE, 0, 0) < 0, "the anomaly is there");
        assertEquals(
                SpinFlip.ratePerS(300, 10), washedOut.get(SPIN_FLIP_RATE, 0, 0), 1e-3 * SpinFlip.ratePerS(300, 10));
    }

    /** Massless cold electrons of one chirality alone: dn/dmu of the other is 0, and the rate would be infinite. */
    @Test
    void theRateStaysFiniteWhereAChiralityIsEmpty() {
        for (double axial : new double[] {0, 100, -100}) {
            SmallHost host = SmallHost.ofZone(0, axial == 0 ? 0 : 100, 0, 0, 0, 1e16)
                    .set(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial)
                    .set(ZoneField.MAGNETIC_DIFFUSIVITY, 0, 100)
                    .want(LARGEST_STABLE_RATE)
                    .evaluate(GIVEN);
            double rate = host.get(LARGEST_STABLE_RATE, 0, 0);
            assertTrue(rate > 0 && rate < 1e26, "rate " + rate);
        }
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
