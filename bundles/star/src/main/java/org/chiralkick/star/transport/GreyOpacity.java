package org.chiralkick.star.transport;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chiralkick.star.matter.MatterState;

/**
 * Opacities of one species, averaged over its energy density in equilibrium (Planck means),
 *
 * <pre>
 *   chi = Int x^3 chi(x T) f dx / Int x^3 f dx,   f = 1/(1 + exp(x - eta)),
 * </pre>
 *
 * which a spectrum exchanges energy with that departs from equilibrium by the same part at all energies.
 *
 * @param absorptionPerCm chi_a, stimulated absorption included [1/cm]
 * @param scatteringPerCm chi_s, of the transport cross section [1/cm]
 */
record GreyOpacity(double absorptionPerCm, double scatteringPerCm) {
    private static final int NODES = 16;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES, 0, 1);

    /** x^5 f is below 1e-5 of its integral this far above the Fermi surface. */
    private static final double ABOVE = 26;

    /** Returns the means of a species in matter, right to 1e-4 for opacities that vary no faster than powers of the energy. */
    static GreyOpacity of(Species species, MatterState matter, Opacity opacity) {
        double eta = species.leptonNumber() * matter.neutrinoDegeneracy();
        double surface = Math.max(eta, 0);
        double[] sums = new double[3];
        if (surface > 0) {
            add(species, matter, opacity, eta, 0, surface, sums);
        }
        add(species, matter, opacity, eta, surface, surface + ABOVE, sums);
        return new GreyOpacity(sums[1] / sums[0], sums[2] / sums[0]);
    }

    private static void add(
            Species species, MatterState matter, Opacity opacity, double eta, double from, double to, double[] sums) {
        for (int k = 0; k < NODES; k++) {
            double x = from + (to - from) * RULE.getPoint(k);
            // Without the factor exp(eta), which may be tiny and drops out.
            double occupied = Math.exp(Math.min(eta, 0)) + Math.exp(x - Math.max(eta, 0));
            double weight = (to - from) * RULE.getWeight(k) * x * x * x / occupied;
            double energy = x * matter.temperature();
            double absorption = opacity.absorptionPerCm(species, energy, matter);
            sums[0] += weight;
            sums[1] += weight * absorption;
            sums[2] += weight * opacity.scatteringPerCm(species, energy, matter);
        }
    }
}
