package org.chiralkick.study.sample;

import org.chiralkick.star.field.Magnet;

/**
 * What a star of a population draws.
 *
 * @param fieldGauss field on the emitting surface [G], at the pole for a dipole
 * @param spinPeriodS rotation period [s], {@code > 0}
 * @param obliquityDeg angle from the spin to the magnetic axis [deg], in [0, 180]
 * @param azimuthRad angle of the magnetic axis about the spin at the start [rad], in [0, 2 pi)
 */
public record NewbornStar(double fieldGauss, double spinPeriodS, double obliquityDeg, double azimuthRad) {
    /** Returns the field and the rotation, the magnetic axis in the x-z plane. */
    public Magnet magnet() {
        return new Magnet(fieldGauss, obliquityDeg, spinPeriodS);
    }
}
