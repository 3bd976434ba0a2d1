package org.chiralkick.pns.transport;

import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.pns.matter.MatterState;

/**
 * Absorption on and scattering off nucleons of any degeneracy, from the limits in {@link NeutrinoMeanFreePath}.
 *
 * <p><b>Absorption</b> of nu_e on n, of anti-nu_e on p. The free rate is that of targets at rest, with an electron of energy
 * E +- Delta that must find an empty state; the degenerate rate has all four particles within T of their Fermi surfaces. They are
 * joined as in {@link NeutrinoMeanFreePath}, free/(1 + free/degenerate), and divided by 1 - f_nu for stimulated absorption, as
 * neutrinos in equilibrium re-emit:
 *
 * <pre>
 *   Delta = m_n - m_p + U_n - U_p + T [s(eta_n) - s(eta_p)],   s(eta) = ln(1 + exp(eta))
 * </pre>
 *
 * In a dilute gas Delta is the mass difference with the mean fields (Bruenn 1985, ApJS 58, 771; Martinez-Pinedo et al. 2012,
 * Phys. Rev. Lett. 109, 251104); in a degenerate one mu_n - mu_p, so that blocking by electrons and by neutrinos cancel as
 * detailed balance wants.
 *
 * <p><b>Scattering</b> of all on n and p, transport cross section times the part d ln n/d eta of the nucleons that can take part.
 * Scattering on electrons, pair processes and nucleon correlations (which lower the opacity of the core by some tens of per cent:
 * Reddy, Prakash, Lattimer and Pons 1999, Phys. Rev. C 59, 2888) are left out.
 */
public final class NeutrinoOpacity implements Opacity {
    private static final double MASS = NeutrinoMeanFreePath.NUCLEON_MASS_MEV;
    private static final double MASS_DIFFERENCE = NeutrinoMeanFreePath.NEUTRON_PROTON_MASS_DIFFERENCE_MEV;

    @Override
    public double meanFreePathCm(Species species, double energyMev, MatterState matter) {
        double perCm3 = matter.baryonDensity() * PhysicalConstants.PER_CM3_PER_MEV3;
        double neutrons = perCm3 * (1 - matter.electronFraction());
        double protons = perCm3 * matter.electronFraction();
        double scattered = neutrons * matter.neutronResponse() * NeutrinoMeanFreePath.neutronScatteringCm2(energyMev)
                + protons * matter.protonResponse() * NeutrinoMeanFreePath.protonScatteringCm2(energyMev);
        return switch (species) {
            case ELECTRON_NEUTRINO -> 1 / (scattered + neutrinoAbsorption(energyMev, neutrons, matter));
            case ELECTRON_ANTINEUTRINO -> 1 / (scattered + antineutrinoAbsorption(energyMev, protons, matter));
            case HEAVY_LEPTON -> 1 / scattered;
        };
    }

    /** Returns the absorption coefficient of a nu_e, stimulated absorption included [1/cm]. */
    private static double neutrinoAbsorption(double energy, double neutrons, MatterState matter) {
        double shift = energyTransfer(matter) - MASS_DIFFERENCE;
        double cross = NeutrinoMeanFreePath.neutrinoCaptureCm2(Math.max(energy + shift, -MASS_DIFFERENCE));
        double electron = energy + MASS_DIFFERENCE + shift;
        double free = neutrons * cross * open(electron - matter.electronPotential(), matter.temperature());
        double openNeutrino = open(energy - matter.neutrinoPotential(), matter.temperature());
        return joined(free, degenerate(energy, matter.neutrinoPotential(), matter)) / openNeutrino;
    }

    /** Returns the absorption coefficient of an anti-nu_e, stimulated absorption included [1/cm]. */
    private static double antineutrinoAbsorption(double energy, double protons, MatterState matter) {
        double shift = energyTransfer(matter) - MASS_DIFFERENCE;
        double cross = NeutrinoMeanFreePath.antineutrinoCaptureCm2(energy - shift);
        double positron = Math.max(energy - MASS_DIFFERENCE - shift, 0);
        double free = protons * cross * open(positron + matter.electronPotential(), matter.temperature());
        double openAntineutrino = open(energy + matter.neutrinoPotential(), matter.temperature());
        return joined(free, degenerate(energy, -matter.neutrinoPotential(), matter)) / openAntineutrino;
    }

    private static double degenerate(double energy, double potential, MatterState matter) {
        double mass = matter.effectiveMassRatio() * MASS;
        double electronEnergy = Math.hypot(matter.electronPotential(), Math.PI * matter.temperature());
        return 1
                / NeutrinoMeanFreePath.degenerateChargedCurrentCm(
                        energy, potential, electronEnergy, matter.temperature(), mass, mass);
    }

    private static double joined(double free, double degenerate) {
        return free == 0 ? 0 : free * degenerate / (free + degenerate);
    }

    /** Returns Delta, the energy that a neutron hands over when it becomes a proton [MeV]. */
    private static double energyTransfer(MatterState matter) {
        double t = matter.temperature();
        double meanFields =
                matter.nucleonPotentialDifference() - t * (matter.neutronDegeneracy() - matter.protonDegeneracy());
        return meanFields + t * (softPlus(matter.neutronDegeneracy()) - softPlus(matter.protonDegeneracy()));
    }

    private static double softPlus(double eta) {
        return Math.max(eta, 0) + Math.log1p(Math.exp(-Math.abs(eta)));
    }

    /** Returns 1 - f = 1/(1 + exp(-x/T)). */
    private static double open(double x, double temperature) {
        return 1 / (1 + Math.exp(-x / temperature));
    }
}
