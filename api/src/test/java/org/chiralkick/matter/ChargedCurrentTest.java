package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChargedCurrentTest {
    @Test
    void degenerateNucleonsHandOverTheDifferenceOfTheirPotentials() {
        assertEquals(60, ChargedCurrent.energyTransferMeV(60, 10, 30, 20), 1e-3);
        assertEquals(60, ChargedCurrent.energyTransferMeV(60, 0, Double.POSITIVE_INFINITY, 1e9), 0);
    }

    @Test
    void diluteNucleonsHandOverTheDifferenceOfMassesAndMeanFields() {
        // mu_n - mu_p = T (eta_n - eta_p) + U + 1.293
        double fields = 0.7;
        double potentials = 5 * (-6.0 + 8.5) + fields + 1.293;
        assertEquals(fields + 1.293, ChargedCurrent.energyTransferMeV(potentials, 5, -6, -8.5), 0.02);
    }

    @Test
    void emissionAndAbsorptionBalanceInDetail() {
        // kappa/(1 - f_nu) of free targets is n sigma (1 - f_e)/(1 - f_nu), without a step at mu_nu if Delta = mu_e -
        // mu_nu
        double temperature = 2;
        for (double x : new double[] {-6, -2, 0, 2, 6}) {
            double energy = 100 + x * temperature;
            double absorbed = ChargedCurrent.neutrinoPerCm(energy, 1, 80, temperature, 180, 100, 1);
            double open = 1 / (1 + Math.exp(-x));
            double free =
                    PhysicalConstants.PER_CM3_PER_MEV3 * NeutrinoMeanFreePath.neutrinoCaptureCm2(energy + 80 - 1.293);
            assertEquals(free, absorbed / open, 1e-3 * free, "x = " + x);
        }
    }

    @Test
    void antineutrinosWithoutTheEnergyToHandOverAreNotAbsorbed() {
        assertEquals(0, ChargedCurrent.antineutrinoPerCm(50, 1e6, 50, 10, 200, 130, 1), 0);
        assertTrue(ChargedCurrent.antineutrinoPerCm(51, 1e6, 50, 10, 200, 130, 1) > 0);
        assertEquals(0, ChargedCurrent.neutrinoPerCm(50, 1e6, -50, 10, 200, 130, 1), 0);
    }

    @Test
    void antineutrinosInADiluteGasSeeFreeProtons() {
        double free = 1e-3 * PhysicalConstants.PER_CM3_PER_MEV3 * NeutrinoMeanFreePath.antineutrinoCaptureCm2(15);
        assertEquals(free, ChargedCurrent.antineutrinoPerCm(15, 1e-3, 1.293, 4, 1, 0, 1), 0.03 * free);
    }
}
