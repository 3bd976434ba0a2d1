package org.chiralkick.star.field;

/**
 * How the surface of a star shrinks with the field that is frozen into it.
 *
 * @param startCm its radius at the start [cm], {@code > 0}
 * @param endCm its radius at the end [cm], {@code > 0}
 * @param durationS time from start to end [s], {@code >= 0}
 */
public record Contraction(double startCm, double endCm, double durationS) {
    private static final int BANDS = 64;

    /** Gauss-Legendre, two points in a band: exact where B_r is a third power of the cosine or less. */
    private static final double[] NODES = {0.5 - Math.sqrt(3) / 6, 0.5 + Math.sqrt(3) / 6};

    /** Refuses values outside the ranges named. */
    public Contraction {
        Allowed.require(startCm > 0, "radius at the start", startCm, "cm", "> 0");
        Allowed.require(endCm > 0, "radius at the end", endCm, "cm", "> 0");
        Allowed.require(durationS >= 0, "duration", durationS, "s", ">= 0");
    }

    /** Returns the surface of a star that stays as it is [cm]. */
    public static Contraction none(double radiusCm, double durationS) {
        return new Contraction(radiusCm, radiusCm, durationS);
    }

    /** Returns what a field is at the pole of this surface. */
    public PolarField of(SpinningField field) {
        FrozenField frozen = new FrozenField(field.initial(), field.decayS());
        double pole = frozen.initialGaussAt(startCm, 1).radial();
        double flux = flux(frozen);
        double left = frozen.left(durationS);
        return new PolarField(pole, pole * FrozenField.radialFactor(left, startCm, endCm), flux, flux * left);
    }

    /** The northern half of the surface, in bands of equal area. */
    private double flux(FrozenField field) {
        double sum = 0;
        for (int band = 0; band < BANDS; band++) {
            for (double node : NODES) {
                sum += field.initialGaussAt(startCm, (band + node) / BANDS).radial();
            }
        }
        return 2 * Math.PI * startCm * startCm * sum / (BANDS * NODES.length);
    }
}
