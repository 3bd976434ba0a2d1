package org.chiralkick.star;

import java.util.Locale;
import org.chiralkick.star.emission.RotationStages;
import org.chiralkick.star.field.MagneticGeometry;

/**
 * What the spherical host does besides the surface.
 *
 * @param geometry shape of the field
 * @param fieldGauss field on the surface, at the pole for a dipole [G]
 * @param obliquityDeg angle from the spin axis +z to the magnetic axis [deg], in [0, 180]
 * @param spinPeriodS rotation period [s], {@code > 0}; infinite for none
 * @param durationS how long the surface emits [s], {@code > 0}
 * @param steps steps of equal length, {@code >= 1}
 * @param massG mass of the star [g], {@code > 0}
 */
public record StarSetup(
        MagneticGeometry geometry,
        double fieldGauss,
        double obliquityDeg,
        double spinPeriodS,
        double durationS,
        int steps,
        double massG) {
    /** Refuses values outside the ranges named. */
    public StarSetup {
        require(Double.isFinite(fieldGauss), "field", fieldGauss, "G", "finite");
        require(obliquityDeg >= 0 && obliquityDeg <= 180, "obliquity", obliquityDeg, "deg", "in [0, 180]");
        require(spinPeriodS > 0, "spin period", spinPeriodS, "s", "> 0");
        require(durationS > 0 && Double.isFinite(durationS), "duration", durationS, "s", "finite and > 0");
        require(massG > 0 && Double.isFinite(massG), "mass", massG, "g", "finite and > 0");
        if (steps < 1) {
            throw new IllegalArgumentException("number of steps is " + steps + "; must be >= 1");
        }
    }

    /** Returns Omega [1/s], 0 without rotation. */
    public double angularVelocity() {
        return Double.isInfinite(spinPeriodS) ? 0 : 2 * Math.PI / spinPeriodS;
    }

    /** Returns the length of a step [s]. */
    public double dt() {
        return durationS / steps;
    }

    /** Returns how often the surface is evaluated in a run. */
    public long evaluations() {
        return (long) steps * RotationStages.of(angularVelocity(), dt()).size();
    }

    /** Refuses a value in words for a physicist. */
    public static void require(boolean good, String what, double value, String unit, String range) {
        if (!good) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "%s is %s %s; must be %s", what, value, unit, range));
        }
    }
}
