package org.chiralkick.star.transport;

/**
 * The flux limiter of Levermore and Pomraning (1981, ApJ 248, 321): F = -c lambda(R) grad U/kappa with lambda = (coth R -
 * 1/R)/R and R = |grad U|/(kappa U). It is 1/3 for small R (diffusion) and 1/R for large R, so that |F| = c U (free streaming).
 */
final class FluxLimiter {
    private static final double SERIES_BELOW = 1e-2;

    private FluxLimiter() {}

    /**
     * Returns by what a diffusion flux F = -c grad U/(3 kappa) is to be multiplied [1]: 3 lambda(R) with R = 3 |F|/(c U), in
     * (0, 1].
     *
     * @param diffusionOverStreaming |F|/(c U) [1], {@code >= 0}
     */
    static double factor(double diffusionOverStreaming) {
        double r = 3 * diffusionOverStreaming;
        if (r < SERIES_BELOW) {
            return 1 - r * r / 15;
        }
        return 3 * (1 / Math.tanh(r) - 1 / r) / r;
    }
}
