package org.chiralkick.star.field;

import org.jspecify.annotations.Nullable;

/**
 * A field and a rotation that a star is given.
 *
 * @param fieldGauss strength [G]: of a uniform field, at the pole of a dipole, the largest of a map; null for what the shape has
 *     by itself
 * @param obliquityDeg angle from the spin axis +z to the magnetic axis [deg], in [0, 180]
 * @param spinPeriodS rotation period [s], {@code > 0}; infinite for none
 */
public record Magnet(@Nullable Double fieldGauss, double obliquityDeg, double spinPeriodS) {
    /** Refuses values outside the ranges named. */
    public Magnet {
        if (fieldGauss != null) {
            Allowed.require(Double.isFinite(fieldGauss), "field", fieldGauss, "G", "finite");
        }
        Allowed.require(obliquityDeg >= 0 && obliquityDeg <= 180, "obliquity", obliquityDeg, "deg", "in [0, 180]");
        Allowed.require(spinPeriodS > 0, "spin period", spinPeriodS, "s", "> 0");
    }

    /** Returns Omega [1/s], 0 without rotation. */
    public double angularVelocityPerS() {
        return Double.isInfinite(spinPeriodS) ? 0 : 2 * Math.PI / spinPeriodS;
    }
}
