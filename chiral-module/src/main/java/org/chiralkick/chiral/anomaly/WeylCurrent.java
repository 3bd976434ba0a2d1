package org.chiralkick.chiral.anomaly;

/**
 * Anomalous currents of one free Weyl species, the species form of the same physics:
 *
 * <pre>
 *   J_s   = chi_s [ Q_s mu_s eB/4 pi^2             + (mu_s^2/4 pi^2 + T^2/12) Omega ]
 *   T0i_s = chi_s [ Q_s (mu_s^2/8 pi^2 + T^2/24) eB + (mu_s^3/6 pi^2 + mu_s T^2/6) Omega ]
 * </pre>
 *
 * with Omega = curl v/2. Vilenkin, Phys. Rev. D 20 (1979) 1807 and D 22 (1980) 3080.
 */
public final class WeylCurrent {
    private static final double PI_SQUARED = Math.PI * Math.PI;

    private WeylCurrent() {}

    /** Returns w = pi^2 T^2/3, the thermal part of squares and densities [MeV^2]. */
    public static double thermalSquare(double temperature) {
        return PI_SQUARED / 3 * temperature * temperature;
    }

    /**
     * Returns mu^2 + w [MeV^2]: 4 pi^2 times the number current per Omega, or 8 pi^2 times the energy current per eB and charge, of a
     * right-handed species; also 2 pi^2 dn/dmu.
     */
    public static double square(double mu, double thermalSquare) {
        return Math.fma(mu, mu, thermalSquare);
    }

    /**
     * Returns mu (mu^2 + 3 w) [MeV^3]: 6 pi^2 times the energy current per Omega of a right-handed species, or its net density n; same
     * sign as mu.
     */
    public static double density(double mu, double thermalSquare) {
        return mu * Math.fma(2, thermalSquare, square(mu, thermalSquare));
    }

    /**
     * Returns the number current per eB [MeV].
     *
     * @param species whose current
     * @param mu its chemical potential [MeV]
     */
    public static double magnetic(WeylSpecies species, double mu) {
        return species.chirality() * species.charge() * mu / (4 * PI_SQUARED);
    }

    /**
     * Returns the number current per angular velocity Omega = curl v/2 [MeV^2].
     *
     * @param species whose current
     * @param mu its chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double vortical(WeylSpecies species, double mu, double temperature) {
        return species.chirality() * square(mu, thermalSquare(temperature)) / (4 * PI_SQUARED);
    }

    /**
     * Returns the energy current per eB [MeV^2].
     *
     * @param species whose current
     * @param mu its chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double magneticEnergy(WeylSpecies species, double mu, double temperature) {
        return species.charge() * vortical(species, mu, temperature) / 2;
    }

    /**
     * Returns the energy current per angular velocity Omega = curl v/2 [MeV^3]: chi_s times the net number density.
     *
     * @param species whose current
     * @param mu its chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     */
    public static double vorticalEnergy(WeylSpecies species, double mu, double temperature) {
        return species.chirality() * density(mu, thermalSquare(temperature)) / (6 * PI_SQUARED);
    }
}
