package org.chiralkick.cli.star;

import org.apache.commons.math3.analysis.integration.gauss.GaussIntegrator;
import org.apache.commons.math3.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * When to evaluate within a step so that a turning star is integrated to rounding: the stages of the step, with weights that sum
 * to 1.
 *
 * <p>The step is cut into panels of at most half a turn, each with 8 Gauss-Legendre nodes: cos and sin of the phase, which is
 * all that a rigidly turning force contains, come out to 5e-15 of the force times the step. Without rotation one stage in the
 * middle of the step is exact.
 */
public final class RotationStages {
    private static final int NODES = 8;

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
        int panels = (int) Math.max(1, Math.ceil(Math.abs(angularVelocity) * dt / Math.PI));
        GaussIntegrator nodes = new GaussIntegratorFactory().legendre(NODES, 0, 1);
        double[] times = new double[panels * NODES];
        double[] weights = new double[panels * NODES];
        for (int p = 0; p < panels; p++) {
            for (int k = 0; k < NODES; k++) {
                times[p * NODES + k] = (p + nodes.getPoint(k)) * dt / panels;
                weights[p * NODES + k] = nodes.getWeight(k) / panels;
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
