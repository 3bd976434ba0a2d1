package org.chiralkick.star.matter;

import org.chiralkick.matter.PhysicalConstants;

/**
 * Matter in beta equilibrium with trapped neutrinos, mu_nu = mu_e - (mu_n - mu_p); powers of MeV.
 *
 * @param baryonDensity baryon number density [MeV^3]
 * @param temperature T [MeV]
 * @param electronFraction net electrons per baryon [1]
 * @param neutrinoFraction net electron neutrinos per baryon [1]
 * @param electronPotential mu_e [MeV]
 * @param neutrinoPotential mu_nu [MeV]
 * @param neutronDegeneracy kinetic chemical potential of the neutrons over T [1]
 * @param protonDegeneracy kinetic chemical potential of the protons over T [1]
 * @param neutronResponse d ln n_n/d eta_n: the part of the neutrons near their Fermi surface [1], in (0, 1]
 * @param protonResponse the same of the protons [1]
 * @param effectiveMassRatio M*&#47;M of the nucleons [1]
 * @param pressure P of nucleons, electrons, photons and neutrinos [MeV^4]
 * @param energyPerBaryon internal energy of all of them [MeV]; without rest masses but for m_n - m_p of each neutron
 * @param entropyPerBaryon entropy of all of them [1]
 */
public record MatterState(
        double baryonDensity,
        double temperature,
        double electronFraction,
        double neutrinoFraction,
        double electronPotential,
        double neutrinoPotential,
        double neutronDegeneracy,
        double protonDegeneracy,
        double neutronResponse,
        double protonResponse,
        double effectiveMassRatio,
        double pressure,
        double energyPerBaryon,
        double entropyPerBaryon) {

    /** Returns the net leptons per baryon Y_L = Y_e + Y_nu [1]. */
    public double leptonFraction() {
        return electronFraction + neutrinoFraction;
    }

    /** Returns eta = mu_nu/T [1]. */
    public double neutrinoDegeneracy() {
        return neutrinoPotential / temperature;
    }

    /** Returns mu_n - mu_p, rest masses included [MeV]. */
    public double nucleonPotentialDifference() {
        return electronPotential - neutrinoPotential;
    }

    /** Returns the rest-mass density n m_u [g cm^-3]. */
    public double densityGPerCm3() {
        return baryonDensity * PhysicalConstants.PER_CM3_PER_MEV3 * PhysicalConstants.ATOMIC_MASS_G;
    }
}
