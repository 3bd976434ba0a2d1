package org.chiralkick.star.transport;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;
import org.chiralkick.star.matter.MatterState;

/**
 * Integrals over the spectrum of one species in equilibrium, with x = E/T and eta its degeneracy:
 *
 * <pre>
 *   D_k = Int x^k lambda(x T) f (1 - f) dx [cm],   I_k = Int x^k f (1 - f) dx,   f = 1/(1 + exp(x - eta)),   k = 2, 3, 4
 * </pre>
 *
 * D_k are the diffusion coefficients of Pons et al. 1999 (ApJ 513, 780). By parts the number and energy
 * densities of a particle kind are T^3 I_3/(6 pi^2) and T^4 I_4/(8 pi^2).
 *
 * @param d2 D_2 [cm]
 * @param d3 D_3 [cm]
 * @param d4 D_4 [cm]
 * @param i2 I_2 [1]
 * @param i3 I_3 [1]
 * @param i4 I_4 [1]
 */
record SpectralMoments(double d2, double d3, double d4, double i2, double i3, double i4) {
    private static final int NODES = 16;
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(NODES, 0, 1);

    /** f (1 - f) is below 1e-7 this far below the Fermi surface, and x^4 f (1 - f) below 1e-5 of its integral this far above. */
    private static final double BELOW = 16;

    private static final double ABOVE = 26;

    private static final SpectralMoments ZERO = new SpectralMoments(0, 0, 0, 0, 0, 0);

    /**
     * Returns the moments of a species in matter, by Gauss-Legendre quadrature on each side of the Fermi surface; right to 1e-5
     * for opacities that vary no faster than powers of the energy.
     */
    static SpectralMoments of(Species species, MatterState matter, Opacity opacity) {
        double surface = Math.max(species.leptonNumber() * matter.neutrinoDegeneracy(), 0);
        SpectralMoments above = panel(species, matter, opacity, surface, surface + ABOVE);
        return surface == 0
                ? above
                : above.plus(panel(species, matter, opacity, Math.max(surface - BELOW, 0), surface));
    }

    private static SpectralMoments panel(Species species, MatterState matter, Opacity opacity, double from, double to) {
        double eta = species.leptonNumber() * matter.neutrinoDegeneracy();
        SpectralMoments sum = ZERO;
        for (int k = 0; k < NODES; k++) {
            double x = from + (to - from) * RULE.getPoint(k);
            double exponential = Math.exp(-Math.abs(x - eta));
            double open = exponential / ((1 + exponential) * (1 + exponential));
            double weight = (to - from) * RULE.getWeight(k) * open * x * x;
            double path = opacity.meanFreePathCm(species, x * matter.temperature(), matter);
            sum = sum.plus(new SpectralMoments(
                    weight * path, weight * x * path, weight * x * x * path, weight, weight * x, weight * x * x));
        }
        return sum;
    }

    private SpectralMoments plus(SpectralMoments more) {
        return new SpectralMoments(d2 + more.d2, d3 + more.d3, d4 + more.d4, i2 + more.i2, i3 + more.i3, i4 + more.i4);
    }

    /** Returns the Rosseland mean free path D_4/I_4 of the energy flux at constant eta [cm]. */
    double meanFreePathCm() {
        return d4 / i4;
    }
}
