package org.chiralkick.star.field;

/**
 * A field that is frozen into spherical shells of a star: flux through every comoving surface is conserved.
 *
 * <pre>
 *   B_r = B_r0 (r_0/r)^2,    B_theta, B_phi = B_0 (rho r)/(rho_0 r_0),    times exp(-t/tau) where it decays
 * </pre>
 *
 * for a shell that began at radius r_0 with density rho_0. In homologous contraction both grow as r^-2; div B stays 0.
 */
public final class FrozenField {
    private final MagneticField initial;
    private final double decayS;

    /**
     * @param initial field in the star at t = 0
     * @param decayS e-folding time of the decay [s], {@code > 0}; infinite for none
     */
    public FrozenField(MagneticField initial, double decayS) {
        if (!(decayS > 0)) {
            throw new IllegalArgumentException(
                    "decay time of the field is " + decayS + " s; must be > 0 (infinite for no decay)");
        }
        this.initial = initial;
        this.decayS = decayS;
    }

    /**
     * Returns B of a shell [G].
     *
     * @param timeS time [s]
     * @param initialRadiusCm r_0 [cm], {@code > 0}
     * @param radiusCm r [cm], {@code > 0}
     * @param compression rho/rho_0 [1], {@code > 0}
     * @param cosTheta cosine of the angle from the magnetic axis [1]
     */
    public PolarVector gaussAt(
            double timeS, double initialRadiusCm, double radiusCm, double compression, double cosTheta) {
        PolarVector b = initialGaussAt(initialRadiusCm, cosTheta);
        double left = left(timeS);
        double radial = radialFactor(left, initialRadiusCm, radiusCm);
        double tangential = tangentialFactor(left, initialRadiusCm, radiusCm, compression);
        return new PolarVector(radial * b.radial(), tangential * b.polar(), tangential * b.azimuthal());
    }

    /** Returns B of a shell that begins at a radius {@code > 0} [cm], at t = 0 [G]. */
    public PolarVector initialGaussAt(double initialRadiusCm, double cosTheta) {
        return initial.gaussAt(initialRadiusCm, cosTheta);
    }

    /** Returns what the decay has left at a time [s] of the field [1]. */
    public double left(double timeS) {
        return Math.exp(-timeS / decayS);
    }

    /**
     * Returns B_r over B_r0 [1].
     *
     * @param left what the decay has left
     */
    public static double radialFactor(double left, double initialRadiusCm, double radiusCm) {
        double shrink = initialRadiusCm / radiusCm;
        return left * shrink * shrink;
    }

    /**
     * Returns B_theta over B_theta0, and B_phi over B_phi0 [1].
     *
     * @param left what the decay has left
     */
    public static double tangentialFactor(double left, double initialRadiusCm, double radiusCm, double compression) {
        return left * compression / (initialRadiusCm / radiusCm);
    }
}
