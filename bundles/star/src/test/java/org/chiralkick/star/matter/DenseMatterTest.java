package org.chiralkick.star.matter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseMatterTest {
    private static final NuclearForces FORCES = NuclearForces.lattimerSwesty();
    private static final NuclearForces LIGHT = new NuclearForces(0.16, -16, 240, 31.7, 70, 0.75);

    @ParameterizedTest
    @CsvSource({
        "4e14, 15, 0.28",
        "4e14, 3, 0.1",
        "1.5e14, 30, 0.25",
        "5e13, 35, 0.2",
        "3e12, 8, 0.08",
        "1e11, 4.5, 0.15",
        "1e10, 3, 0.3"
    })
    void theFirstLawHolds(double density, double temperature, double ye) {
        for (NuclearForces forces : new NuclearForces[] {FORCES, LIGHT}) {
            DenseMatter matter = new DenseMatter(forces);
            double n = LeptonPotentials.numberDensity(density, 1);
            double h = 1e-4;
            check(
                    matter.at(n * (1 - h), temperature, ye),
                    matter.at(n, temperature, ye),
                    matter.at(n * (1 + h), temperature, ye));
            check(
                    matter.at(n, temperature * (1 - h), ye),
                    matter.at(n, temperature, ye),
                    matter.at(n, temperature * (1 + h), ye));
            check(
                    matter.at(n, temperature, ye * (1 - h)),
                    matter.at(n, temperature, ye),
                    matter.at(n, temperature, ye * (1 + h)));
        }
    }

    /** de = T ds - P d(1/n) + mu_nu dY_L: beta equilibrium makes mu_nu the price of every lepton. */
    private static void check(MatterState before, MatterState at, MatterState after) {
        double energy = after.energyPerBaryon() - before.energyPerBaryon();
        double heat = at.temperature() * (after.entropyPerBaryon() - before.entropyPerBaryon());
        double work = at.pressure() * (1 / after.baryonDensity() - 1 / before.baryonDensity());
        double leptons = at.neutrinoPotential() * (after.leptonFraction() - before.leptonFraction());
        double scale = Math.abs(heat) + Math.abs(work) + Math.abs(leptons);
        assertEquals(energy, heat - work + leptons, 2e-5 * scale);
    }

    @Test
    void symmetricMatterSaturatesAsTheParametersSay() {
        for (NuclearForces forces : new NuclearForces[] {FORCES, LIGHT}) {
            double n0 = forces.saturationDensity();
            double h = 1e-2;
            double below = coldNucleons(forces, n0 * (1 - h), 0.5);
            double at = coldNucleons(forces, n0, 0.5);
            double above = coldNucleons(forces, n0 * (1 + h), 0.5);
            assertEquals(forces.bindingEnergyMev(), at, 0.02, "binding energy");
            assertEquals(0, (above - below) / (2 * h), 0.1, "slope");
            assertEquals(forces.incompressibilityMev(), 9 * (above - 2 * at + below) / (h * h), 3, "incompressibility");
            double d = 0.02;
            double symmetry =
                    (coldNucleons(forces, n0, 0.5 - d) - 2 * at + coldNucleons(forces, n0, 0.5 + d)) / (8 * d * d);
            assertEquals(forces.symmetryEnergyMev(), symmetry, 0.3, "symmetry energy");
        }
    }

    /** Energy per baryon of the nucleons at T = 0.2 MeV, where thermal energy is below 0.01 MeV. */
    private static double coldNucleons(NuclearForces forces, double n, double ye) {
        double t = 0.2;
        MatterState state = new DenseMatter(forces).at(n, t, ye);
        double leptons = 2 * WeylGas.energyDensity(state.electronPotential(), t)
                + WeylGas.energyDensity(state.neutrinoPotential(), t)
                + 2 * WeylGas.energyDensity(0, t)
                + Math.PI * Math.PI / 15 * t * t * t * t;
        return state.energyPerBaryon() - leptons / n - (1 - ye) * 1.293;
    }

    @Test
    void aDiluteGasHasTheClassicalPotentialDifference() {
        double t = 5;
        MatterState state = new DenseMatter(FORCES).at(LeptonPotentials.numberDensity(1e9, 1), t, 0.2);
        assertEquals(t * Math.log(0.8 / 0.2) + 1.293, state.nucleonPotentialDifference(), 5e-3);
        assertEquals(1, state.neutronResponse(), 1e-3);
        assertEquals(1, state.effectiveMassRatio(), 0);
    }

    @Test
    void densityIsThatOfAtomicMassUnits() {
        MatterState state = new DenseMatter(FORCES).at(LeptonPotentials.numberDensity(3e14, 1), 10, 0.3);
        assertEquals(3e14, state.densityGPerCm3(), 3e14 * 1e-14);
        assertTrue(state.pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4 > 5e33, "dyn/cm^2 at 3e14 g/cm^3");
    }

    @Test
    void leptonsAreDividedInBetaEquilibrium() {
        DenseMatter matter = new DenseMatter(FORCES);
        double n = LeptonPotentials.numberDensity(2e14, 1);
        MatterState state = BetaEquilibrium.withLeptons(matter, n, 12, 0.35);
        assertEquals(0.35, state.leptonFraction(), 1e-10);
        MatterState again = matter.at(n, 12, state.electronFraction());
        assertEquals(again, state);
    }

    @Test
    void impossibleLeptonFractionsAreRefused() {
        DenseMatter matter = new DenseMatter(FORCES);
        double n = LeptonPotentials.numberDensity(2e14, 1);
        var refused =
                assertThrows(IllegalArgumentException.class, () -> BetaEquilibrium.withLeptons(matter, n, 12, 3.5));
        assertTrue(refused.toString().contains("lepton fraction is 3.5; must be in ("), refused.toString());
    }

    @Test
    void forcesWithoutAMinimumAreRefused() {
        var refused =
                assertThrows(IllegalArgumentException.class, () -> new NuclearForces(0.16, 16, 240, 32, 60, 0.75));
        assertEquals("binding energy is 16.0 MeV; must be < 0", refused.getMessage());
        var soft = assertThrows(IllegalArgumentException.class, () -> new NuclearForces(0.16, -16, 240, 9, 60, 0.75));
        assertTrue(soft.toString().contains("symmetry energy is 9.0 MeV; must be > 16"), soft.toString());
    }
}
