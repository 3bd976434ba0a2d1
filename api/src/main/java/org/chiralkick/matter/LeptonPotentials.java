package org.chiralkick.matter;

/**
 * Chemical potentials of electrons and neutrinos from what a hydrodynamics code carries: density, temperature and lepton
 * fractions.
 */
public final class LeptonPotentials {
    /** From here on the electron mass is a first-order correction [g cm^-3]. */
    private static final double FIRST_ORDER_DENSITY_G_PER_CM3 = 1e10;

    /** Least (3 mu^2 + pi^2 T^2)/m^2 for which the next order is below 2e-5 of mu. */
    private static final double FIRST_ORDER_STIFFNESS = 300;

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
     * Sets {@code mu[i]} to {@link #neutrino} of the same zone, bit for bit, for {@code first <= i < end}; several times faster than
     * one by one.
     *
     * @param densityGPerCm3 rest-mass densities [g cm^-3], {@code > 0}
     * @param netNeutrinoFraction neutrinos minus antineutrinos per baryon [1]
     * @param temperature temperatures [MeV], {@code >= 0}
     * @param scratch any column of that length that is none of the others
     * @param mu receives the chemical potentials [MeV]
     */
    public static void neutrinos(
            double[] densityGPerCm3,
            double[] netNeutrinoFraction,
            double[] temperature,
            double[] scratch,
            double[] mu,
            int first,
            int end) {
        for (int i = first; i < end; i++) {
            scratch[i] = numberDensity(densityGPerCm3[i], netNeutrinoFraction[i]);
        }
        WeylGas.chemicalPotentials(scratch, temperature, mu, first, end);
    }

    /**
     * Returns the electron chemical potential, rest mass included [MeV], both chiralities sharing n_e equally.
     *
     * <p>Above 1e10 g/cm^3 the massless mu_0 with the first-order effect of the mass, mu = mu_0
     * + (3/2) m^2 mu_0/(3 mu_0^2 + pi^2 T^2), right to 2e-5; below, and where the electrons are so few and cold that their mass
     * is no correction, the full Fermi-Dirac inversion, right to 1e-7 (as {@link MassiveFermiGas} has it, thirty times as fast).
     *
     * @param densityGPerCm3 rest-mass density [g cm^-3], {@code > 0}
     * @param electronFraction net electrons per baryon [1], in [0, 1]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double electron(double densityGPerCm3, double electronFraction, double temperature) {
        double perSpin = numberDensity(densityGPerCm3, electronFraction) / 2;
        return withMass(WeylGas.chemicalPotential(perSpin, temperature), densityGPerCm3, perSpin, temperature);
    }

    /**
     * Sets {@code mu[i]} to {@link #electron} of the same zone, bit for bit, for {@code first <= i < end}; several times faster than
     * one by one.
     *
     * @param densityGPerCm3 rest-mass densities [g cm^-3], {@code > 0}
     * @param electronFraction net electrons per baryon [1], in [0, 1]
     * @param temperature temperatures [MeV], {@code >= 0}
     * @param scratch any column of that length that is none of the others
     * @param mu receives the chemical potentials, rest mass included [MeV]
     */
    public static void electrons(
            double[] densityGPerCm3,
            double[] electronFraction,
            double[] temperature,
            double[] scratch,
            double[] mu,
            int first,
            int end) {
        for (int i = first; i < end; i++) {
            scratch[i] = numberDensity(densityGPerCm3[i], electronFraction[i]) / 2;
        }
        WeylGas.chemicalPotentials(scratch, temperature, mu, first, end);
        for (int i = first; i < end; i++) {
            mu[i] = withMass(mu[i], densityGPerCm3[i], scratch[i], temperature[i]);
        }
    }

    private static double withMass(double massless, double densityGPerCm3, double perSpin, double temperature) {
        double mass = PhysicalConstants.ELECTRON_MASS_MEV;
        double stiffness = 3 * massless * massless + Math.PI * Math.PI * temperature * temperature;
        if (densityGPerCm3 >= FIRST_ORDER_DENSITY_G_PER_CM3 && stiffness >= FIRST_ORDER_STIFFNESS * mass * mass) {
            return massless + 1.5 * mass * mass * massless / stiffness;
        }
        return ThinElectrons.chemicalPotential(massless, perSpin, temperature);
    }
}
