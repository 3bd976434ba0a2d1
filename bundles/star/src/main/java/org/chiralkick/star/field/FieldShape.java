package org.chiralkick.star.field;

import java.util.Arrays;
import java.util.Locale;

/**
 * The shape of the field of a star.
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
    /** Strength of a uniform field and of a dipole where none is given [G]. */
    public static final double DEFAULT_GAUSS = 1e12;

    private static final double EVERYWHERE = Double.POSITIVE_INFINITY;

    /** The shapes that need no file. */
    public enum Analytic {
        /** The same everywhere, along the magnetic axis. */
        UNIFORM,
        /** A dipole outside a sphere that is uniformly magnetised inside. */
        DIPOLE;

        /** Returns the name as options and results show it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns the shape, which neither decays nor is stretched, with a dipole's pole at a radius [cm]. */
        public FieldShape onSphere(double radiusCm) {
            return switch (this) {
                case UNIFORM -> uniform(1, Double.POSITIVE_INFINITY);
                case DIPOLE -> dipole(radiusCm, 1, Double.POSITIVE_INFINITY);
            };
        }

        /** Returns the shape of that name, or throws with the names there are. */
        public static Analytic named(String label) {
            return Arrays.stream(values())
                    .filter(shape -> shape.label().equals(label))
                    .findFirst()
                    .orElseThrow(() ->
                            new IllegalArgumentException("geometry is '" + label + "'; must be uniform or dipole"));
        }
    }

    /** Returns a field that is the same everywhere. */
    public static FieldShape uniform(double stretch, double decayS) {
        return new FieldShape(
                Analytic.UNIFORM.label(), MagneticField.uniform(1), DEFAULT_GAUSS, stretch, decayS, EVERYWHERE);
    }

    /** Returns a dipole outside a sphere [cm] that is uniformly magnetised inside. */
    public static FieldShape dipole(double sphereRadiusCm, double stretch, double decayS) {
        return new FieldShape(
                Analytic.DIPOLE.label(),
                MagneticField.dipole(1, sphereRadiusCm),
                DEFAULT_GAUSS,
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

    /** Returns the field and the rotation of a star that is given its field at the start. */
    public SpinningField of(Magnet magnet) {
        return scaled(magnet, gauss(magnet));
    }

    /**
     * Returns the field and the rotation of a star.
     *
     * @param magnet field and rotation that it is given
     * @param at when it has that field
     * @param surface how its surface shrinks
     * @throws IllegalArgumentException if the field is that at the end, and this shape has none at the pole of the surface
     */
    public SpinningField of(Magnet magnet, FieldAt at, Contraction surface) {
        if (at == FieldAt.START) {
            return of(magnet);
        }
        double gauss = gauss(magnet);
        double perGauss = surface.of(scaled(magnet, 1)).endGauss();
        if (perGauss == 0) {
            throw new IllegalArgumentException(
                    "the " + label
                            + " field has no radial part at the magnetic pole of the final surface, so it cannot be given there; give it at the start");
        }
        return scaled(magnet, gauss / perGauss);
    }

    private SpinningField scaled(Magnet magnet, double gauss) {
        return new SpinningField(
                unit.times(gauss).stretched(stretch), decayS, magnet.obliquityDeg(), magnet.spinPeriodS());
    }
}
