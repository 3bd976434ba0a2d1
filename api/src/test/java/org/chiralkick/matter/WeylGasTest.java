package org.chiralkick.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;

class WeylGasTest {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    @Test
    void densitiesOfEverySpeciesOfEveryGoldenStateAgree() {
        int compared = 0;
        for (JsonObject state : Golden.read("states").getJsonArray("states").getValuesAs(JsonObject.class)) {
            JsonObject in = state.getJsonObject("in");
            JsonObject number = state.getJsonObject("physical").getJsonObject("n_species_fm-3");
            JsonObject energy = state.getJsonObject("physical").getJsonObject("eps_species_MeV4");
            double temperature = Golden.number(in, "T_MeV");
            for (String species : new String[] {"eL", "eR", "nu"}) {
                double mu = Golden.number(in, "mu_" + species + "_MeV");
                String where = state.getString("id") + " " + species;
                double n = Golden.number(number, species);
                double fm3 = WeylGas.numberDensity(mu, temperature) * PhysicalConstants.PER_FM3_PER_MEV3;
                assertEquals(n, fm3, 1e-15 * Math.abs(n), where);
                double eps = Golden.number(energy, species);
                assertEquals(eps, WeylGas.energyDensity(mu, temperature), 1e-15 * eps, where);
                compared++;
            }
        }
        assertTrue(compared >= 240, "species compared: " + compared);
    }

    @Test
    void thermodynamicsIsConsistent() {
        // eps = 3 P, n = dP/dmu, chi = dn/dmu, by central differences of exact polynomials
        for (double temperature : new double[] {0, 1, 10, 40}) {
            for (double mu : new double[] {-200, -3, 0.5, 20, 300}) {
                double h = 1e-3 * (Math.abs(mu) + temperature);
                double slope = (WeylGas.energyDensity(mu + h, temperature) - WeylGas.energyDensity(mu - h, temperature))
                        / (6 * h);
                double n = WeylGas.numberDensity(mu, temperature);
                assertEquals(n, slope, 1e-5 * Math.abs(n));
                double stiffness =
                        (WeylGas.numberDensity(mu + h, temperature) - WeylGas.numberDensity(mu - h, temperature))
                                / (2 * h);
                double chi = WeylGas.susceptibility(mu, temperature);
                assertEquals(chi, stiffness, 1e-5 * chi);
            }
        }
    }

    @Test
    void particlesAndAntiparticlesShareTheEnergy() {
        // Int E^3 f(E - mu) dE/2 pi^2 with 30 digits.
        assertEquals(432344.700009675334, WeylGas.particleEnergyDensity(70, 10), 1e-15 * 432345);
        assertEquals(2.77163085969508977, WeylGas.particleEnergyDensity(-70, 10), 2e-15 * 2.77);
        assertEquals(1179.08873911680871, WeylGas.particleEnergyDensity(0, 8), 1e-15 * 1179);
        assertEquals(597.373627451990094, WeylGas.particleEnergyDensity(3, 6), 1e-15 * 597);
        assertEquals(230.794342254744087, WeylGas.particleEnergyDensity(-3, 6), 1e-15 * 231);
        assertEquals(WeylGas.energyDensity(40, 0), WeylGas.particleEnergyDensity(40, 0));
        assertEquals(0.0, WeylGas.particleEnergyDensity(-40, 0));
        assertEquals(0.0, WeylGas.particleEnergyDensity(0, 0));
    }

    @Test
    void theLimitsAreThoseOfTheTextbook() {
        assertEquals(Math.pow(300, 3) / (6 * PI_SQUARED), WeylGas.numberDensity(300, 0), 1e-9);
        assertEquals(0.0, WeylGas.numberDensity(0, 10));
        // one species of particles and antiparticles: 7/8 of pi^2/15 T^4
        assertEquals(7.0 / 8 * PI_SQUARED / 15 * 1e4, WeylGas.energyDensity(0, 10), 1e-11);
        assertEquals(WeylGas.energyDensity(-30, 10), WeylGas.energyDensity(30, 10));
        assertEquals(100.0 / 6, WeylGas.susceptibility(0, 10), 1e-14);
    }

    @Test
    void theMeanEnergyOfTheCoreIsNotItsChemicalPotential() {
        assertEquals(227.45, WeylGas.energyDensity(300, 10) / WeylGas.numberDensity(300, 10), 0.005);
    }
}
