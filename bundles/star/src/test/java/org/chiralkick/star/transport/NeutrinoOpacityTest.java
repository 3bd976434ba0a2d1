package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.junit.jupiter.api.Test;

class NeutrinoOpacityTest {
    private static final NeutrinoOpacity OPACITY = new NeutrinoOpacity();
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());

    @Test
    void inAHotDiluteGasTargetsAreFree() {
        MatterState gas = MATTER.at(LeptonPotentials.numberDensity(1e8, 1), 5, 0.3);
        double energy = 20;
        double perCm3 = 1e8 / PhysicalConstants.ATOMIC_MASS_G;
        double scattering = perCm3
                * (0.7 * NeutrinoMeanFreePath.neutronScatteringCm2(energy)
                        + 0.3 * NeutrinoMeanFreePath.protonScatteringCm2(energy));
        assertEquals(1 / scattering, path(Species.HEAVY_LEPTON, energy, gas), 1e-3 / scattering);
        double captured = perCm3 * 0.7 * NeutrinoMeanFreePath.neutrinoCaptureCm2(energy);
        double blocked = 1 / (1 + Math.exp((gas.electronPotential() - energy - 1.293) / 5));
        double stimulated = 1 + Math.exp(-(energy - gas.neutrinoPotential()) / 5);
        double expected = 1 / (scattering + captured * blocked * stimulated);
        assertEquals(expected, path(Species.ELECTRON_NEUTRINO, energy, gas), 5e-3 * expected);
    }

    @Test
    void inColdDenseMatterAbsorptionIsTheDegenerateOne() {
        MatterState core = MATTER.at(LeptonPotentials.numberDensity(5e14, 1), 2, 0.25);
        double energy = core.neutrinoPotential();
        double degenerate = NeutrinoMeanFreePath.degenerateChargedCurrentCm(
                energy, energy, Math.hypot(core.electronPotential(), 2 * Math.PI), 2, 939, 939);
        // At the Fermi surface half the states are open, so stimulated absorption doubles the rate.
        double scattering = 1 / path(Species.HEAVY_LEPTON, energy, core);
        double absorption = 1 / path(Species.ELECTRON_NEUTRINO, energy, core) - scattering;
        assertEquals(2 / degenerate, absorption, 0.03 / degenerate);
    }

    @Test
    void theDegeneratePathIsTheOneQuotedForTheCore() {
        // guide/physics.md (6.2): 0.25 m at mu_nu = mu_e = 300, T = 10 for M* = 939 MeV, without stimulated absorption
        assertEquals(25, NeutrinoMeanFreePath.degenerateChargedCurrentCm(300, 300, 300, 10, 939, 939), 1, "cm");
    }

    @Test
    void pathsArePositiveAndFiniteEverywhereInAStar() {
        for (double density = 1e9; density < 1e15; density *= 3) {
            for (double t : new double[] {1, 3, 10, 40}) {
                for (double ye : new double[] {0.01, 0.1, 0.3, 0.5}) {
                    MatterState state = MATTER.at(LeptonPotentials.numberDensity(density, 1), t, ye);
                    for (Species species : Species.values()) {
                        for (double x : new double[] {0.01, 0.5, 3, 10, 40}) {
                            double path = path(species, x * t, state);
                            assertTrue(path > 0 && Double.isFinite(path), species + " in " + state + ": " + path);
                        }
                    }
                }
            }
        }
    }

    @Test
    void electronNeutrinosFeelMoreThanHeavyOnes() {
        MatterState state = MATTER.at(LeptonPotentials.numberDensity(1e12, 1), 6, 0.1);
        assertTrue(path(Species.ELECTRON_NEUTRINO, 20, state) < path(Species.ELECTRON_ANTINEUTRINO, 20, state));
        assertTrue(path(Species.ELECTRON_ANTINEUTRINO, 20, state) < path(Species.HEAVY_LEPTON, 20, state));
    }

    private static double path(Species species, double energy, MatterState matter) {
        return OPACITY.meanFreePathCm(species, energy, matter);
    }
}
