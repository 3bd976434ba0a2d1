package org.chiralkick.star.field;

import org.chiralkick.star.StarSetup;
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
            StarSetup.require(Double.isFinite(fieldGauss), "field", fieldGauss, "G", "finite");
        }
        StarSetup.require(obliquityDeg >= 0 && obliquityDeg <= 180, "obliquity", obliquityDeg, "deg", "in [0, 180]");
        StarSetup.require(spinPeriodS > 0, "spin period", spinPeriodS, "s", "> 0");
    }
}
