package org.chiralkick.star.structure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.SharedData;
import org.chiralkick.star.Stars;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final double SUN_G = 1.98841e33;
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());

    @Test
    void zonesHoldTheWholeMassAndBecomeThinOutside() {
        MassGrid grid = MassGrid.of(120, 2.8e33, 1e-5);
        assertEquals(0, grid.enclosedG(0), 0);
        assertEquals(2.8e33, grid.enclosedG(120), 0);
        double baryons = 0;
        for (int i = 0; i < 120; i++) {
            assertTrue(grid.baryons(i) > 0, "zone " + i);
            baryons += grid.baryons(i);
        }
        assertEquals(2.8e33, baryons * PhysicalConstants.ATOMIC_MASS_G, 2.8e33 * 1e-13);
        double outermost = grid.baryons(119) * PhysicalConstants.ATOMIC_MASS_G / 2.8e33;
        assertTrue(outermost > 1e-6 && outermost < 1e-5, "outermost zone holds " + outermost);
        assertTrue(grid.enclosedG(1) < 0.02 * 2.8e33, "innermost zone");
    }

    @Test
    void aUniformSphereHasItsPotentialEnergyAndMomentOfInertia() {
        MassGrid grid = MassGrid.of(400, 2.8e33, 1e-3);
        Star star =
                Star.of(grid, Collections.nCopies(400, MATTER.at(LeptonPotentials.numberDensity(3e14, 1), 10, 0.3)));
        double r = star.surfaceRadiusCm();
        assertEquals(3 * 2.8e33 / (4 * Math.PI * r * r * r), 3e14, 3e14 * 1e-12);
        double energy = -0.6 * 6.67430e-8 * 2.8e33 * 2.8e33 / r;
        assertEquals(energy, Gravity.newton(grid, 0).energyErg(star), 2e-4 * Math.abs(energy));
        assertEquals(0.4 * 2.8e33 * r * r, star.momentOfInertia(), 1e-9 * 2.8e33 * r * r);
        double pressure = 1e30;
        double pushed = Gravity.newton(grid, pressure).energyErg(star)
                - Gravity.newton(grid, 0).energyErg(star);
        assertEquals(pressure * 4 * Math.PI / 3 * r * r * r, pushed, 1e-3 * pushed);
    }

    @Test
    void theRelativisticFactorIsThatOfTolmanOppenheimerAndVolkoff() {
        MassGrid grid = MassGrid.of(40, 2.8e33, 1e-2);
        Star star = Star.of(grid, Collections.nCopies(40, MATTER.at(LeptonPotentials.numberDensity(3e14, 1), 10, 0.3)));
        double c2 = PhysicalConstants.C_CM_PER_S * PhysicalConstants.C_CM_PER_S;
        double p = star.matter(39).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        double r = star.surfaceRadiusCm();
        double expected = (1 + p / (3e14 * c2))
                * (1 + 4 * Math.PI * r * r * r * p / (2.8e33 * c2))
                / (1 - 2 * 6.67430e-8 * 2.8e33 / (r * c2));
        Gravity newton = Gravity.newton(grid, 0);
        assertEquals(expected, newton.asCompactAs(star).strength(40) / newton.strength(40), 1e-9);
    }

    @Test
    void theLapseInsideAndOutsideAUniformStarIsThatOfSchwarzschild() {
        double c2 = PhysicalConstants.C_CM_PER_S * PhysicalConstants.C_CM_PER_S;
        MassGrid grid = MassGrid.of(400, 2.8e33, 1e-3);
        MatterState matter = MATTER.at(LeptonPotentials.numberDensity(3e14, 1), 10, 0.3);
        Star uniform = Star.of(grid, Collections.nCopies(400, matter));
        double surface = uniform.surfaceRadiusCm();
        double compactness = 2 * 6.67430e-8 * 2.8e33 / (surface * c2);
        double outer = Math.sqrt(1 - compactness);
        List<MatterState> balanced = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            double x = uniform.centreCm(i) / surface;
            double inner = Math.sqrt(1 - compactness * x * x);
            // P = rho c^2 (sqrt(1 - C x^2) - sqrt(1 - C))/(3 sqrt(1 - C) - sqrt(1 - C x^2))
            double dynes = 3e14 * c2 * (inner - outer) / (3 * outer - inner);
            balanced.add(withPressure(matter, dynes / PhysicalConstants.MOMENTUM_FLUX_PER_MEV4));
        }
        Lapse lapse = Lapse.of(Star.of(grid, balanced));
        for (double x : new double[] {0, 0.2, 0.5, 0.8, 0.99}) {
            double expected = 1.5 * outer - Math.sqrt(1 - compactness * x * x) / 2;
            assertEquals(expected, lapse.at(x * surface), 1e-3, "at " + x + " of the radius");
        }
        assertEquals(outer, lapse.at(surface), 1e-12);
        assertEquals(Math.sqrt(1 - compactness / 3), lapse.at(3 * surface), 1e-12);
        assertEquals(1, Lapse.NONE.at(surface), 0);
        assertEquals(1, Lapse.NONE.at(0), 0);
    }

    @Test
    void aStarInsideItsHorizonIsNamed() {
        MassGrid grid = MassGrid.of(40, 2.8e33, 1e-2);
        Star star = Star.of(grid, Collections.nCopies(40, MATTER.at(LeptonPotentials.numberDensity(3e16, 1), 10, 0.3)));
        var refused = assertThrows(IllegalStateException.class, () -> Lapse.of(star));
        assertTrue(refused.toString().contains("their horizon"), refused.toString());
    }

    private static MatterState withPressure(MatterState m, double pressure) {
        return new MatterState(
                m.baryonDensity(),
                m.temperature(),
                m.electronFraction(),
                m.neutrinoFraction(),
                m.electronPotential(),
                m.neutrinoPotential(),
                m.neutronDegeneracy(),
                m.protonDegeneracy(),
                m.neutronResponse(),
                m.protonResponse(),
                m.effectiveMassRatio(),
                pressure,
                m.energyPerBaryon(),
                m.entropyPerBaryon());
    }

    @Test
    void aProfileOnZonesKeepsItsMassAndItsState() {
        StellarProfile profile = Stars.young().denserThan(1e12);
        Star star = profile.on(MassGrid.of(200, profile.massG(), 1e-5), MATTER);
        assertEquals(profile.massG(), star.grid().enclosedG(200), 0);
        double leptons = 0;
        double inside = 0;
        for (StellarProfile.Shell shell : profile.shells()) {
            double fraction = shell.electronFraction() + shell.neutrinoFraction();
            leptons += fraction * (shell.enclosedMassG() - inside) / PhysicalConstants.ATOMIC_MASS_G;
            inside = shell.enclosedMassG();
        }
        assertEquals(leptons, star.leptons(), 5e-3 * leptons);
        assertEquals(1e12, star.matter(199).densityGPerCm3(), 3e10);
    }

    @Test
    void aSurfaceDenserThanTheStarIsRefused() {
        StellarProfile young = Stars.young();
        var refused = assertThrows(IllegalArgumentException.class, () -> young.denserThan(1e16));
        assertTrue(
                refused.toString().contains("surface density is 1.000e+16 g/cm^3; must be below"), refused.toString());
    }

    @Test
    void profilesOutOfOrderAreRefused() {
        var shell = new StellarProfile.Shell(1e33, 1e14, 10, 0.3, 0.05);
        var refused = assertThrows(IllegalArgumentException.class, () -> new StellarProfile(List.of(shell, shell)));
        assertEquals(
                "enclosed mass of shell 1 is 1.0E33 g; must be larger than in the shell before", refused.getMessage());
        var cold =
                assertThrows(IllegalArgumentException.class, () -> new StellarProfile.Shell(1e33, 1e14, -0.3, 0.3, 0));
        assertEquals("temperature is -0.3 MeV; must be > 0", cold.getMessage());
    }

    @Test
    void enclosedMassesAreThoseThatTheSimulationGives() {
        var columns = SharedData.columns(SharedData.file("profiles/liebendoerfer2005_AB-G15_250ms.csv"));
        double[] mass = StellarProfile.enclosedMassG(
                SharedData.column(columns, "r_cm"), SharedData.column(columns, "rho_gcc"), true);
        double[] given = SharedData.column(columns, "m_enc_msun");
        for (int i = 5; i < 60; i++) {
            assertEquals(given[i], mass[i] / SUN_G, 0.01 * given[i], "row " + i);
        }
    }
}
