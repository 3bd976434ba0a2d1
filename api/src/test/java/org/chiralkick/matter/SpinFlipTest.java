package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinFlipTest {
    /** Digits of the third column: the formula in 40-digit arithmetic. */
    @ParameterizedTest(name = "mu_e = {0} MeV, T = {1} MeV: {2} per second")
    @CsvSource({
        "300, 10, 41655574448141.6087",
        "100, 30, 151662662821789.77",
        "1, 10, 716432317644079.559",
        "0, 10, 716867078676183.375"
    })
    void theQuotedRatesAreReproduced(double mu, double temperature, double rate) {
        assertEquals(rate, SpinFlip.ratePerS(mu, temperature), 1e-13 * rate);
    }

    @Test
    void theQuotedRoundFiguresHold() {
        assertEquals(4e13, SpinFlip.ratePerS(300, 10), 0.5e13);
        assertEquals(1.5e14, SpinFlip.ratePerS(100, 30), 0.05e14);
    }

    /** A floor at the electron mass alone made the rate of hot electrons a hundred times too large. */
    @Test
    void withoutDegeneracyTheTemperatureStandsForThePotential() {
        for (double temperature : new double[] {1, 10, 30}) {
            double atRest = SpinFlip.ratePerS(0, temperature);
            assertEquals(1, SpinFlip.ratePerS(0.01 * temperature, temperature) / atRest, 1e-4);
            assertEquals(0.5 * atRest, SpinFlip.ratePerS(0, 2 * temperature), 1e-14 * atRest); // X is the same
        }
    }

    @Test
    void nothingFlipsInTheCold() {
        assertEquals(0.0, SpinFlip.ratePerS(300, 0));
    }

    @Test
    void slowElectronsCountAsMildlyRelativisticOnesAndPositronsLikeElectrons() {
        double atTheMass = SpinFlip.ratePerS(PhysicalConstants.ELECTRON_MASS_MEV, 1e-12);
        assertTrue(atTheMass > 0 && Double.isFinite(atTheMass));
        assertEquals(atTheMass, SpinFlip.ratePerS(0, 1e-12));
        assertEquals(SpinFlip.ratePerS(50, 2), SpinFlip.ratePerS(-50, 2));
    }

    @Test
    void theLogarithmKeepsItsDigitsForStrongScreening() {
        assertEquals(0.5e-20, SpinFlip.coulombLogarithm(1e-10), 1e-30); // X^2/2 - 2X^3/3
        assertEquals(4.99334082534165831e-7, SpinFlip.coulombLogarithm(1e-3), 1e-21);
        for (double x = 1e-12; x < 1e6; x *= 1.7) {
            double reference = x < 1e-3
                    ? x * x * (0.5 - x * (2.0 / 3 - x * (3.0 / 4 - x * (4.0 / 5 - x * (5.0 / 6 - x * 6 / 7)))))
                    : Math.log1p(x) - x / (1 + x);
            assertEquals(
                    reference,
                    SpinFlip.coulombLogarithm(x),
                    (x < 1e-3 ? 1e-15 : 3e-16 * (1 + 2 / x)) * reference,
                    "X = " + x);
        }
    }

    @Test
    void noNumberGivesNoNumber() {
        assertTrue(Double.isNaN(SpinFlip.ratePerS(Double.NaN, 10)));
        assertTrue(Double.isNaN(SpinFlip.ratePerS(300, Double.NaN)));
    }
}
