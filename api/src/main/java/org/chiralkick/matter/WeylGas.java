package org.chiralkick.matter;

/**
 * Thermodynamics of one massless chiral species (one spin state and its antiparticle) at temperature T and chemical potential
 * mu, exact for all mu/T:
 *
 * <pre>
 *   n   = (mu^3 + pi^2 T^2 mu) / 6 pi^2
 *   eps = mu^4/8 pi^2 + mu^2 T^2/4 + 7 pi^2 T^4/120
 *   chi = dn/dmu = (3 mu^2 + pi^2 T^2) / 6 pi^2
 * </pre>
 *
 * All in powers of MeV.
 */
public final class WeylGas {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    private WeylGas() {}

    /**
     * Returns the net number density n [MeV^3]; odd in mu.
     *
     * @param mu chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double numberDensity(double mu, double temperature) {
        return mu * (mu * mu + PI_SQUARED * temperature * temperature) / (6 * PI_SQUARED);
    }

    /**
     * Returns the energy density eps of particles and antiparticles [MeV^4].
     *
     * @param mu chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double energyDensity(double mu, double temperature) {
        double muSquared = mu * mu;
        double temperatureSquared = temperature * temperature;
        return muSquared * muSquared / (8 * PI_SQUARED)
                + muSquared * temperatureSquared / 4
                + 7 * PI_SQUARED * temperatureSquared * temperatureSquared / 120;
    }

    /**
     * Returns the energy density of the particles alone, {@code Int E^3 f(E - mu) dE/2 pi^2} [MeV^4]; for antiparticles give -mu.
     *
     * @param mu chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double particleEnergyDensity(double mu, double temperature) {
        double scarce = FermiIntegrals.scarceEnergy(Math.abs(mu), temperature) / (2 * PI_SQUARED);
        // The others are all but the scarce ones, which are at most half of both.
        return mu < 0 ? scarce : energyDensity(mu, temperature) - scarce;
    }

    /**
     * Returns the number susceptibility chi = dn/dmu [MeV^2].
     *
     * @param mu chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double susceptibility(double mu, double temperature) {
        return (3 * mu * mu + PI_SQUARED * temperature * temperature) / (6 * PI_SQUARED);
    }

    /**
     * Returns the chemical potential mu [MeV] at which the net number density is n; odd in n, 0 for n = 0.
     *
     * <p>The real root of mu^3 + pi^2 T^2 mu = 6 pi^2 n, rounded to within 0.501 ulp for every n and T whose mu is a normal number;
     * never iterates, never allocates. NaN gives NaN; an infinite argument gives what is not finite.
     *
     * @param numberDensity net number density [MeV^3]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double chemicalPotential(double numberDensity, double temperature) {
        return WeylInversion.chemicalPotential(numberDensity, temperature);
    }

    /**
     * Sets {@code mu[i]} to {@link #chemicalPotential(double, double)} of {@code numberDensity[i]} and {@code temperature[i]}, bit
     * for bit, for {@code first <= i < end}: several times faster than one by one.
     *
     * @param numberDensity net number densities [MeV^3]
     * @param temperature temperatures [MeV], {@code >= 0}
     * @param mu receives the chemical potentials [MeV]; must be neither of the other columns
     * @param first index of the first zone
     * @param end index after the last zone
     */
    public static void chemicalPotentials(
            double[] numberDensity, double[] temperature, double[] mu, int first, int end) {
        WeylInversion.chemicalPotentials(numberDensity, temperature, mu, first, end);
    }
}
