package org.chiralkick.chiral.anomaly;

/**
 * Anomalous conductivities of a field content at given chemical potentials and temperature, from the anomaly coefficients
 * C_abc and beta_a alone.
 *
 * @param content the species
 * @param potentials chemical potentials of the charges
 * @param temperature temperature [MeV], {@code >= 0}
 */
public record AnomalousConductivities(FieldContent content, ChemicalPotentials potentials, double temperature) {
    /** Returns sigma^B_ab = C_abc mu_c [MeV], the current of charge a per field of charge b (eB for ELECTRIC). */
    public double magnetic(Charge a, Charge b) {
        double sum = 0;
        for (Charge c : Charge.values()) {
            sum += content.chiralAnomaly(a, b, c) * potentials.of(c);
        }
        return sum;
    }

    /** Returns sigma^V_a = C_abc mu_b mu_c/2 - beta_a T^2 [MeV^2], the current of charge a per curl v. */
    public double vortical(Charge a) {
        double sum = 0;
        for (Charge b : Charge.values()) {
            sum += magnetic(a, b) * potentials.of(b);
        }
        return sum / 2 - content.gravitationalAnomaly(a) * temperature * temperature;
    }

    /**
     * Returns sigma^B_eps,b = C_bcd mu_c mu_d/2 - beta_b T^2 [MeV^2], the energy current per field of charge b. By Onsager's
     * reciprocity it is the vortical conductivity of charge b.
     */
    public double magneticEnergy(Charge b) {
        return vortical(b);
    }

    /** Returns sigma^V_eps = C_abc mu_a mu_b mu_c/3 - 2 beta_a mu_a T^2 [MeV^3], the energy current per curl v. */
    public double vorticalEnergy() {
        double gauge = 0;
        double gravitational = 0;
        for (Charge a : Charge.values()) {
            for (Charge b : Charge.values()) {
                gauge += magnetic(a, b) * potentials.of(a) * potentials.of(b);
            }
            gravitational += content.gravitationalAnomaly(a) * potentials.of(a);
        }
        return gauge / 3 - 2 * gravitational * temperature * temperature;
    }
}
