package org.chiralkick.star.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.star.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The equation of state beside simulations with the full one of Lattimer and Swesty, where neutrinos are in equilibrium. */
class RealMatterTest {
    private static final double EQUILIBRIUM_DENSITY = 2e12;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AB-G15_003ms",
                "AB-G15_010ms",
                "AB-G15_050ms",
                "AB-G15_100ms",
                "AB-G15_150ms",
                "AB-G15_250ms",
                "AB-N13_100ms"
            })
    void potentialDifferenceNeutrinosAndEntropyAreThoseOfTheSimulation(String name) {
        var columns = SharedData.columns(SharedData.file("profiles/liebendoerfer2005_" + name + ".csv"));
        double[] density = SharedData.column(columns, "rho_gcc");
        DenseMatter matter = new DenseMatter(NuclearForces.lattimerSwesty());
        int compared = 0;
        for (int i = 0; i < density.length; i++) {
            if (density[i] < EQUILIBRIUM_DENSITY) {
                continue;
            }
            double temperature = SharedData.column(columns, "T_MeV")[i];
            MatterState state = matter.at(
                    LeptonPotentials.numberDensity(density[i], 1), temperature, SharedData.column(columns, "Ye")[i]);
            double difference = SharedData.column(columns, "mu_e_MeV")[i] - SharedData.column(columns, "mu_nue_MeV")[i];
            String where = name + " at " + density[i] + " g/cm^3";
            assertEquals(difference, state.nucleonPotentialDifference(), 0.04 * difference, where);
            assertEquals(SharedData.column(columns, "Ynu_e_net")[i], state.neutrinoFraction(), 2.5e-3, where);
            double entropy = SharedData.column(columns, "entropy_kB")[i];
            double ours = state.entropyPerBaryon() - neutrinoEntropy(state);
            assertEquals(entropy, ours, 0.04 * entropy, where);
            compared++;
        }
        assertTrue(compared >= 20, name + " has only " + compared + " zones in equilibrium");
    }

    /** The simulation's entropy is that of matter and photons; returns that of all neutrinos per baryon. */
    private static double neutrinoEntropy(MatterState state) {
        double t = state.temperature();
        double energy = WeylGas.energyDensity(state.neutrinoPotential(), t) + 2 * WeylGas.energyDensity(0, t);
        double perBaryon = energy / state.baryonDensity();
        return (4 * perBaryon / 3 - state.neutrinoFraction() * state.neutrinoPotential()) / t;
    }
}
