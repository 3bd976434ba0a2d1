package org.chiralkick.matter;

/**
 * Chemical potentials of electrons and neutrinos from what a hydrodynamics code carries: density, temperature and lepton
 * fractions.
 */
public final class LeptonPotentials {
    private LeptonPotentials() {}

    /**
     * Returns the number density of a lepton with Y per baryon, n = rho Y/m_u [MeV^3].
     *
     * @param densityGPerCm3 rest-mass density [g cm^-3]
     * @param fraction net leptons per baryon [1]
     */
    public static double numberDensity(double densityGPerCm3, double fraction) {
        return densityGPerCm3 * fraction / (PhysicalConstants.ATOMIC_MASS_G * PhysicalConstants.PER_CM3_PER_MEV3);
    }

    /**
     * Returns the neutrino chemical potential [MeV] of one left-handed species with net fraction Y_nu.
     *
     * @param densityGPerCm3 rest-mass density [g cm^-3], {@code > 0}
     * @param netNeutrinoFraction neutrinos minus antineutrinos per baryon [1]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double neutrino(double densityGPerCm3, double netNeutrinoFraction, double temperature) {
        return WeylGas.chemicalPotential(numberDensity(densityGPerCm3, netNeutrinoFraction), temperature);
    }

    /**
     * Returns the electron chemical potential, rest mass included [MeV], both chiralities sharing n_e equally.
     *
     * @param densityGPerCm3 rest-mass density [g cm^-3], {@code > 0}
     * @param electronFraction net electrons per baryon [1], in [0, 1]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double electron(double densityGPerCm3, double electronFraction, double temperature) {
        return WeylGas.chemicalPotential(numberDensity(densityGPerCm3, electronFraction) / 2, temperature);
    }
}
