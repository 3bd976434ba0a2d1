package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.Stars;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.structure.StellarProfile;
import org.junit.jupiter.api.Test;

/** How far the neutrinos of a young star are from equilibrium. */
class NeutrinoGasesTest {
    private static final NeutrinoOpacity OPACITY = new NeutrinoOpacity();

    private final Star star = young();
    private final FluxLaw law = new FluxLimitedDiffusion(OPACITY).of(star);
    private final NeutrinoGases gases = new NeutrinoGases(star, law, OPACITY);

    @Test
    void matterEmitsWhatLeavesTheStar() {
        double neutrinos = 0;
        double antineutrinos = 0;
        for (int i = 0; i < star.zones(); i++) {
            neutrinos += emittedMevPerS(gases.neutrinos(i), i);
            antineutrinos += emittedMevPerS(gases.antineutrinos(i), i);
        }
        int surface = star.zones();
        double expected = law.energyFlow(Species.ELECTRON_NEUTRINO, surface, 0, 0);
        assertEquals(expected, neutrinos, 1e-9 * expected);
        expected = law.energyFlow(Species.ELECTRON_ANTINEUTRINO, surface, 0, 0);
        assertEquals(expected, antineutrinos, 1e-9 * expected);
    }

    /** c chi_a (U_eq - U) V. */
    private double emittedMevPerS(NeutrinoGas gas, int zone) {
        return -gas.departureErgPerCm3()
                * PhysicalConstants.C_CM_PER_S
                * gas.absorptionPerCm()
                * star.volumeCm3(zone)
                / PhysicalConstants.ERG_PER_MEV;
    }

    @Test
    void deepInsideTheyAreInEquilibriumAndOutsideTheyAreNot() {
        MatterState centre = star.matter(0);
        double equilibrium = NeutrinoGas.equilibrium(centre.neutrinoPotential(), centre.temperature());
        assertTrue(Math.abs(gases.neutrinos(0).departureErgPerCm3()) < 1e-7 * equilibrium);
        MatterState last = star.matter(star.zones() - 1);
        equilibrium = NeutrinoGas.equilibrium(last.neutrinoPotential(), last.temperature());
        assertTrue(Math.abs(gases.neutrinos(star.zones() - 1).departureErgPerCm3()) > 1e-3 * equilibrium);
    }

    @Test
    void noMoreIsTakenAwayThanThereIs() {
        assertEquals(0, new NeutrinoGas(-1e35, 1, 1).energyDensity(0, 5), 0);
        double equilibrium = NeutrinoGas.equilibrium(3, 5);
        assertEquals(equilibrium + 1e27, new NeutrinoGas(1e27, 1, 1).energyDensity(3, 5), 1e-12 * equilibrium);
    }

    @Test
    void meanOpacitiesOfAPowerLawAreMomentsOfTheSpectrum() {
        Opacity cubic = new Opacity() {
            @Override
            public double meanFreePathCm(Species species, double energyMev, MatterState matter) {
                return 1 / (2 + 3 * energyMev * energyMev);
            }

            @Override
            public double absorptionPerCm(Species species, double energyMev, MatterState matter) {
                return 3 * energyMev * energyMev;
            }
        };
        MatterState matter = star.matter(star.zones() / 2);
        GreyOpacity heavy = GreyOpacity.of(Species.HEAVY_LEPTON, matter, cubic);
        // Without degeneracy <x^2> = (31 pi^6/252)/(7 pi^4/120).
        double square = 31 * Math.pow(Math.PI, 6) / 252 / (7 * Math.pow(Math.PI, 4) / 120);
        double expected = 3 * matter.temperature() * matter.temperature() * square;
        assertEquals(expected, heavy.absorptionPerCm(), 1e-4 * expected);
        assertEquals(2, heavy.scatteringPerCm(), 1e-9);
    }

    private static Star young() {
        DenseMatter matter = new DenseMatter(NuclearForces.lattimerSwesty());
        StellarProfile profile = Stars.young().denserThan(1e11);
        return profile.on(MassGrid.of(60, profile.massG(), 1e-5), matter);
    }
}
