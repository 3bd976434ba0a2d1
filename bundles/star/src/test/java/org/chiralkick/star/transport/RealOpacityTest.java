package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.star.SharedData;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The mean free path that the adapter derives for hosts without one beside that of this star, in simulated stars. */
class RealOpacityTest {
    private static final double EQUILIBRIUM_DENSITY = 1e12;

    @ParameterizedTest
    @ValueSource(strings = {"AB-G15_003ms", "AB-G15_050ms", "AB-G15_100ms", "AB-G15_250ms", "AB-N13_100ms"})
    void theEstimateOfTheAdapterIsWithinAFifthOfTheOpacityOfTheStar(String name) {
        var columns = SharedData.columns(SharedData.file("profiles/liebendoerfer2005_" + name + ".csv"));
        double[] density = SharedData.column(columns, "rho_gcc");
        DenseMatter matter = new DenseMatter(NuclearForces.lattimerSwesty());
        NeutrinoOpacity opacity = new NeutrinoOpacity();
        int compared = 0;
        for (int i = 0; i < density.length; i++) {
            if (density[i] < EQUILIBRIUM_DENSITY) {
                continue;
            }
            double t = SharedData.column(columns, "T_MeV")[i];
            double ye = SharedData.column(columns, "Ye")[i];
            double muE = SharedData.column(columns, "mu_e_MeV")[i];
            double muNu = SharedData.column(columns, "mu_nue_MeV")[i];
            double energy = NeutrinoMeanFreePath.typicalEnergyMeV(muNu, t);
            double estimate = NeutrinoMeanFreePath.electronNeutrinoCm(energy, density[i], ye, t, muE, muNu, 1);

            MatterState state = matter.at(LeptonPotentials.numberDensity(density[i], 1), t, ye);
            double scattered = 1 / opacity.meanFreePathCm(Species.HEAVY_LEPTON, energy, state);
            double stimulated = 1 / opacity.meanFreePathCm(Species.ELECTRON_NEUTRINO, energy, state) - scattered;
            double open = 1 / (1 + Math.exp((state.neutrinoPotential() - energy) / t));
            double expected = 1 / (scattered + stimulated * open);
            assertEquals(expected, estimate, 0.2 * expected, name + " at " + density[i] + " g/cm^3");
            compared++;
        }
        assertTrue(compared >= 20, "compared " + compared);
    }
}
