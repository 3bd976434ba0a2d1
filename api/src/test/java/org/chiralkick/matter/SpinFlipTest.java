package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpinFlipTest {
    /** Digits of the third column: the formula in 40-digit arithmetic. */
    @ParameterizedTest(name = "mu_e = {0} MeV, T = {1} MeV: {2} per second")
    @CsvSource({"300, 10, 41961175574643.8841", "100, 30, 222567865973207.163"})
    void theQuotedRatesAreReproduced(double mu, double temperature, double rate) {
        assertEquals(rate, SpinFlip.ratePerS(mu, temperature), 1e-13 * rate);
    }

    @Test
    void theQuotedRoundFiguresHold() {
        assertEquals(4e13, SpinFlip.ratePerS(300, 10), 0.5e13);
        assertEquals(2.2e14, SpinFlip.ratePerS(100, 30), 0.05e14);
    }

    @Test
    void nothingFlipsInTheCold() {
        assertEquals(0.0, SpinFlip.ratePerS(300, 0));
    }

    @Test
    void slowElectronsCountAsMildlyRelativisticOnesAndPositronsLikeElectrons() {
        double atTheMass = SpinFlip.ratePerS(PhysicalConstants.ELECTRON_MASS_MEV, 1);
        assertTrue(atTheMass > 0 && Double.isFinite(atTheMass));
        assertEquals(atTheMass, SpinFlip.ratePerS(0, 1));
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
