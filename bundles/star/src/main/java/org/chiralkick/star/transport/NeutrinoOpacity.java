package org.chiralkick.star.transport;

import org.chiralkick.matter.ChargedCurrent;
import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;

/**
 * Absorption on and scattering off nucleons of any degeneracy.
 *
 * <p><b>Absorption</b> of nu_e on n, of anti-nu_e on p: {@link ChargedCurrent}, which joins the limits of {@link
 * NeutrinoMeanFreePath} by Pauli-blocking factors, with the degeneracies and mu_n - mu_p of this equation of state; divided by 1 - f_nu
 * for stimulated absorption, as neutrinos in equilibrium re-emit (Bruenn 1985, ApJS 58, 771).
 *
 * <p><b>Scattering</b> of all on n and p, transport cross section times the part d ln n/d eta of the nucleons that can take part.
 * Scattering on electrons, pair processes and nucleon correlations (which lower the opacity of the core by some tens of per cent:
 * Reddy, Prakash, Lattimer and Pons 1999, Phys. Rev. C 59, 2888) are left out.
 */
public final class NeutrinoOpacity implements Opacity {
    @Override
    public double meanFreePathCm(Species species, double energyMev, MatterState matter) {
        return 1 / (scatteringPerCm(species, energyMev, matter) + absorptionPerCm(species, energyMev, matter));
    }

    @Override
    public double scatteringPerCm(Species species, double energyMev, MatterState matter) {
        double neutrons = matter.baryonDensity() * (1 - matter.electronFraction());
        double protons = matter.baryonDensity() * matter.electronFraction();
        return PhysicalConstants.PER_CM3_PER_MEV3
                * (neutrons * matter.neutronResponse() * NeutrinoMeanFreePath.neutronScatteringCm2(energyMev)
                        + protons * matter.protonResponse() * NeutrinoMeanFreePath.protonScatteringCm2(energyMev));
    }

    @Override
    public double absorptionPerCm(Species species, double energyMev, MatterState matter) {
        double neutrons = matter.baryonDensity() * (1 - matter.electronFraction());
        double protons = matter.baryonDensity() * matter.electronFraction();
        return switch (species) {
            case ELECTRON_NEUTRINO -> neutrinoAbsorption(energyMev, neutrons, matter);
            case ELECTRON_ANTINEUTRINO -> antineutrinoAbsorption(energyMev, protons, matter);
            case HEAVY_LEPTON -> 0;
        };
    }

    /** Returns the absorption coefficient of a nu_e, stimulated absorption included [1/cm]. */
    private static double neutrinoAbsorption(double energy, double neutrons, MatterState matter) {
        return ChargedCurrent.neutrinoPerCm(
                        energy,
                        neutrons,
                        energyTransfer(matter),
                        matter.temperature(),
                        matter.electronPotential(),
                        matter.neutrinoPotential(),
                        matter.effectiveMassRatio())
                / open(energy - matter.neutrinoPotential(), matter.temperature());
    }

    /** Returns the absorption coefficient of an anti-nu_e, stimulated absorption included [1/cm]. */
    private static double antineutrinoAbsorption(double energy, double protons, MatterState matter) {
        return ChargedCurrent.antineutrinoPerCm(
                        energy,
                        protons,
                        energyTransfer(matter),
                        matter.temperature(),
                        matter.electronPotential(),
                        matter.neutrinoPotential(),
                        matter.effectiveMassRatio())
                / open(energy + matter.neutrinoPotential(), matter.temperature());
    }

    private static double energyTransfer(MatterState matter) {
        return ChargedCurrent.energyTransferMeV(
                matter.nucleonPotentialDifference(),
                matter.temperature(),
                matter.neutronDegeneracy(),
                matter.protonDegeneracy());
    }

    /** Returns 1 - f = 1/(1 + exp(-x/T)). */
    private static double open(double x, double temperature) {
        return 1 / (1 + Math.exp(-x / temperature));
    }
}
