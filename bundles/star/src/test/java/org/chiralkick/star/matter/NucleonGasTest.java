package org.chiralkick.star.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NucleonGasTest {
    private static final IterativeLegendreGaussIntegrator GAUSS =
            new IterativeLegendreGaussIntegrator(40, 1e-12, 1e-300);

    @ParameterizedTest
    @ValueSource(doubles = {-30, -14, -13.5, -5, -1, 0, 0.3, 2, 5, 12, 40, 110, 150, 400})
    void degeneracyAndKineticEnergyInvertTheFermiDiracIntegrals(double eta) {
        double half = fermiDirac(0.5, eta);
        double u = Math.log(half);
        assertEquals(eta, NucleonGas.degeneracy(u), 2e-8 * Math.max(Math.abs(eta), 1));
        assertEquals(fermiDirac(1.5, eta) / half, NucleonGas.meanKinetic(u), 2e-8 * Math.max(eta, 1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-20, -5, 0, 5, 60, 300})
    void theResponseIsTheLogarithmicDerivativeOfTheDensity(double eta) {
        double h = 1e-4;
        double derivative = (Math.log(fermiDirac(0.5, eta + h)) - Math.log(fermiDirac(0.5, eta - h))) / (2 * h);
        assertEquals(derivative, NucleonGas.response(Math.log(fermiDirac(0.5, eta))), 1e-3 * derivative);
    }

    @Test
    void aDiluteGasIsClassical() {
        double u = -40;
        assertEquals(1.5, NucleonGas.meanKinetic(u), 1e-12);
        assertEquals(1, NucleonGas.response(u), 1e-12);
    }

    @Test
    void theDensityFollowsFromMassAndTemperature() {
        // n = 2 (M T/2 pi)^(3/2) exp(eta) for a dilute gas of two spin states
        double mass = 939;
        double temperature = 20;
        double density = 2 * Math.pow(mass * temperature / (2 * Math.PI), 1.5) * Math.exp(-12);
        assertEquals(-12, NucleonGas.degeneracy(NucleonGas.logIntegral(density, temperature, mass)), 1e-5);
    }

    /** F_k(eta) with x = t^2, on panels that end at the Fermi surface. */
    private static double fermiDirac(double k, double eta) {
        double surface = Math.sqrt(Math.max(eta, 0));
        double near = Math.sqrt(Math.max(eta - 40, 0));
        double far = Math.sqrt(Math.max(eta, 0) + 60);
        double sum = panel(k, eta, surface, far);
        if (surface > 0) {
            sum += panel(k, eta, near, surface);
        }
        if (near > 0) {
            sum += Math.pow(near, 2 * k + 2) / (k + 1);
        }
        return sum;
    }

    private static double panel(double k, double eta, double from, double to) {
        return GAUSS.integrate(100_000, t -> 2 * Math.pow(t, 2 * k + 1) / (1 + Math.exp(t * t - eta)), from, to);
    }
}
