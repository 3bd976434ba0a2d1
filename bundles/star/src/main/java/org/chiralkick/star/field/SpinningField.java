package org.chiralkick.star.field;

/**
 * The magnetic field of a star and its rotation.
 *
 * @param initial field in the star at t = 0, after it has come to rest
 * @param decayS e-folding time of the field [s], {@code > 0}; infinite for none
 * @param obliquityDeg angle from the spin axis +z to the magnetic axis [deg], in [0, 180]
 * @param spinPeriodS rotation period at t = 0 [s], {@code > 0}; infinite for none
 */
public record SpinningField(MagneticField initial, double decayS, double obliquityDeg, double spinPeriodS) {
    /** Refuses values outside the ranges named. */
    public SpinningField {
        Allowed.require(decayS > 0, "decay time of the field", decayS, "s", "> 0");
        Allowed.require(obliquityDeg >= 0 && obliquityDeg <= 180, "obliquity", obliquityDeg, "deg", "in [0, 180]");
        Allowed.require(spinPeriodS > 0, "spin period", spinPeriodS, "s", "> 0");
    }

    /** Returns a field along the spin axis that does not decay, in a star that does not rotate. */
    public static SpinningField of(MagneticField initial) {
        return new SpinningField(initial, Double.POSITIVE_INFINITY, 0, Double.POSITIVE_INFINITY);
    }
}
