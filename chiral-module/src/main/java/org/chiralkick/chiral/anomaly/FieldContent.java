package org.chiralkick.chiral.anomaly;

import java.util.List;

/**
 * A list of Weyl species and the anomaly coefficients that follow from it.
 *
 * <pre>
 *   C_abc  = (1/4 pi^2) sum_s chi_s q_a q_b q_c      totally symmetric
 *   beta_a = -(1/24)    sum_s chi_s q_a              mixed gauge-gravitational
 * </pre>
 *
 * @param species the species, each as often as it occurs (three times for three colours)
 */
public record FieldContent(List<WeylSpecies> species) {
    private static final double FOUR_PI_SQUARED = 4 * Math.PI * Math.PI;

    /** e_R, e_L and nu_L: what Kaminski et al. 2016 consider. */
    public static final FieldContent ELECTRON_FAMILY =
            new FieldContent(List.of(WeylSpecies.RIGHT_ELECTRON, WeylSpecies.LEFT_ELECTRON, WeylSpecies.NEUTRINO));

    /** Keeps its own copy of the list. */
    public FieldContent {
        species = List.copyOf(species);
    }

    /** Returns sum_s chi_s q_a q_b q_c, which is 4 pi^2 C_abc; exact for integer charges. */
    public double chiralTrace(Charge a, Charge b, Charge c) {
        return species.stream()
                .mapToDouble(s -> s.chirality() * a.of(s) * b.of(s) * c.of(s))
                .sum();
    }

    /**
     * Returns 4 pi^2 C_abc u_a v_b w_c, the trace of three combinations of charges; symmetric in them.
     *
     * @param u a combination, by how much of each charge it has [1]
     * @param v another
     * @param w another
     */
    public double chiralTrace(ChemicalPotentials u, ChemicalPotentials v, ChemicalPotentials w) {
        double sum = 0;
        for (Charge a : Charge.values()) {
            for (Charge b : Charge.values()) {
                for (Charge c : Charge.values()) {
                    sum += chiralTrace(a, b, c) * u.of(a) * v.of(b) * w.of(c);
                }
            }
        }
        return sum;
    }

    /** Returns sum_s chi_s q_a, which is -24 beta_a; exact for integer charges. */
    public double gravitationalTrace(Charge a) {
        return species.stream().mapToDouble(s -> s.chirality() * a.of(s)).sum();
    }

    /** Returns the coefficient C_abc of the chiral anomaly [1]. */
    public double chiralAnomaly(Charge a, Charge b, Charge c) {
        return chiralTrace(a, b, c) / FOUR_PI_SQUARED;
    }

    /** Returns the coefficient beta_a of the mixed gauge-gravitational anomaly [1]. */
    public double gravitationalAnomaly(Charge a) {
        return gravitationalTrace(a) / -24;
    }
}
