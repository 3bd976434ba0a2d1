package org.chiralkick.star.field;

import org.chiralkick.star.FrozenStar;

/**
 * The shape of the field of a star that evolves.
 *
 * @param label {@code uniform}, {@code dipole} or the name of a map
 * @param unit the field in 1 G: of a uniform field, at the pole of a dipole, the largest of a map
 * @param ownGauss its strength unless another is given [G]
 * @param stretch factor by which its lengths are stretched, {@code > 0}
 * @param decayS e-folding time of the field [s]; infinite for none
 * @param reachCm radius to which it is known, before it is stretched [cm]; infinite but for a map
 */
public record FieldShape(
        String label, MagneticField unit, double ownGauss, double stretch, double decayS, double reachCm) {
    private static final double EVERYWHERE = Double.POSITIVE_INFINITY;

    /** Returns a field that is the same everywhere. */
    public static FieldShape uniform(double stretch, double decayS) {
        return new FieldShape(
                "uniform", MagneticField.uniform(1), FrozenStar.DEFAULT_FIELD_GAUSS, stretch, decayS, EVERYWHERE);
    }

    /** Returns a dipole outside a sphere [cm] that is uniformly magnetised inside. */
    public static FieldShape dipole(double sphereRadiusCm, double stretch, double decayS) {
        return new FieldShape(
                "dipole",
                MagneticField.dipole(1, sphereRadiusCm),
                FrozenStar.DEFAULT_FIELD_GAUSS,
                stretch,
                decayS,
                EVERYWHERE);
    }

    /** Returns the field of a map, whose strength is its own unless another is given. */
    public static FieldShape map(String name, FieldMap map, double stretch, double decayS) {
        return new FieldShape(
                name, map.times(1 / map.largestGauss()), map.largestGauss(), stretch, decayS, map.outerRadiusCm());
    }

    /** Returns the strength that a star is given [G]. */
    public double gauss(Magnet magnet) {
        Double given = magnet.fieldGauss();
        return given == null ? ownGauss : given;
    }

    /** Returns the field and the rotation of a star. */
    public SpinningField of(Magnet magnet) {
        return new SpinningField(
                unit.times(gauss(magnet)).stretched(stretch), decayS, magnet.obliquityDeg(), magnet.spinPeriodS());
    }
}
