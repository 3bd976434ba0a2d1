package org.chiralkick.star;

import java.util.Locale;
import java.util.Optional;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Watches whether a star rotates faster than it could hold together, Omega^2 R^3 > G M at its emitting surface. The model goes on all the
 * same, because its structure knows of no rotation; the result says so.
 */
final class BreakUp {
    private final double massG;
    private double largestRatio;
    private double periodS;
    private double limitS;

    /** Watches a star of this mass [g]. */
    BreakUp(double massG) {
        this.massG = massG;
    }

    /**
     * Looks at the star.
     *
     * @param radiusCm radius of the emitting surface [cm]
     * @param angularVelocityPerS Omega [1/s]
     */
    void watch(double radiusCm, double angularVelocityPerS) {
        double limit = Math.sqrt(PhysicalConstants.NEWTON_CM3_PER_G_S2 * massG / radiusCm) / radiusCm;
        double ratio = Math.abs(angularVelocityPerS) / limit;
        if (ratio > largestRatio) {
            largestRatio = ratio;
            periodS = 2 * Math.PI / Math.abs(angularVelocityPerS);
            limitS = 2 * Math.PI / limit;
        }
    }

    /** Returns a sentence where it did. */
    Optional<String> remark() {
        return largestRatio <= 1
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "rotation does not tear the star apart, though it turns once in %.3g ms where %.3g ms is the shortest period "
                                + "that its emitting surface could bear",
                        1e3 * periodS,
                        1e3 * limitS));
    }
}
