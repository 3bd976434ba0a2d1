package org.chiralkick.star.emission;

import java.util.Locale;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * When to evaluate within a step so that a turning star is integrated to rounding: the stages of the step, with weights that sum
 * to 1.
 *
 * <p>The step is cut into equal panels of at most two turns. A panel of phase h gets n = 5 + 0.85 h Gauss-Legendre nodes, rounded
 * up: 6 where the star hardly turns, 16 for two turns. The error h^(2n+1) (n!)^4/((2n+1) (2n)!^3) of cos and sin of the phase,
 * which is all that a rigidly turning force contains, is then below 1e-14. Without rotation one stage in the middle is exact.
 */
public final class RotationStages {
    private static final double LARGEST_PANEL = 4 * Math.PI;
    private static final int MOST_PANELS = 1_000_000;

    private final double[] times;
    private final double[] weights;

    private RotationStages(double[] times, double[] weights) {
        this.times = times;
        this.weights = weights;
    }

    /**
     * Returns the stages of a step.
     *
     * @param angularVelocity Omega [1/s]
     * @param dt length of the step [s], {@code > 0}
     */
    public static RotationStages of(double angularVelocity, double dt) {
        if (angularVelocity == 0) {
            return new RotationStages(new double[] {dt / 2}, new double[] {1});
        }
        double phase = Math.abs(angularVelocity) * dt;
        double count = Math.max(1, Math.ceil(phase / LARGEST_PANEL));
        if (!(count <= MOST_PANELS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a step of %.3g s holds %.3g turns of the star; must be at most %d (take more steps)",
                    dt,
                    phase / (2 * Math.PI),
                    2 * MOST_PANELS));
        }
        int panels = (int) count;
        int nodes = (int) Math.ceil(5 + 0.85 * phase / panels);
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(nodes, 0, 1);
        double[] times = new double[panels * nodes];
        double[] weights = new double[panels * nodes];
        for (int p = 0; p < panels; p++) {
            for (int k = 0; k < nodes; k++) {
                times[p * nodes + k] = (p + rule.getPoint(k)) * dt / panels;
                weights[p * nodes + k] = rule.getWeight(k) / panels;
            }
        }
        return new RotationStages(times, weights);
    }

    /** Returns the number of stages. */
    public int size() {
        return times.length;
    }

    /** Returns the time of a stage after the beginning of the step [s]. */
    public double time(int stage) {
        return times[stage];
    }

    /** Returns the weight of a stage in the step [1]. */
    public double weight(int stage) {
        return weights[stage];
    }
}
