package org.chiralkick.star.field;

/** A magnetic field that is symmetric about an axis through the centre of the star. Immutable and thread-safe. */
@FunctionalInterface
public interface MagneticField {
    /**
     * Returns B [G, Gaussian].
     *
     * @param radiusCm distance from the centre [cm], {@code >= 0}
     * @param cosTheta cosine of the angle from the magnetic axis [1], in [-1, 1]
     */
    PolarVector gaussAt(double radiusCm, double cosTheta);

    /** Returns this field times a number. */
    default MagneticField times(double factor) {
        return (radiusCm, cosTheta) -> {
            PolarVector b = gaussAt(radiusCm, cosTheta);
            return new PolarVector(factor * b.radial(), factor * b.polar(), factor * b.azimuthal());
        };
    }

    /** Returns this field with every length stretched by a factor {@code > 0}; the strength stays. */
    default MagneticField stretched(double factor) {
        if (!(factor > 0)) {
            throw new IllegalArgumentException("stretch of a field is " + factor + "; must be > 0");
        }
        return (radiusCm, cosTheta) -> gaussAt(radiusCm / factor, cosTheta);
    }

    /** Returns the field that is the same everywhere, along the axis [G]. */
    static MagneticField uniform(double gauss) {
        return (radiusCm, cosTheta) ->
                new PolarVector(gauss * cosTheta, -gauss * Math.sqrt((1 - cosTheta) * (1 + cosTheta)), 0);
    }

    /**
     * Returns a dipole outside a sphere that is uniformly magnetised inside: B_r is continuous and the field has no divergence
     * anywhere.
     *
     * @param poleGauss field at the pole of the sphere, and everywhere inside [G]
     * @param sphereRadiusCm radius of the sphere [cm], {@code > 0}
     */
    static MagneticField dipole(double poleGauss, double sphereRadiusCm) {
        if (!(sphereRadiusCm > 0)) {
            throw new IllegalArgumentException(
                    "radius of the dipole's sphere is " + sphereRadiusCm + " cm; must be > 0");
        }
        MagneticField inside = uniform(poleGauss);
        return (radiusCm, cosTheta) -> {
            if (radiusCm < sphereRadiusCm) {
                return inside.gaussAt(radiusCm, cosTheta);
            }
            double ratio = sphereRadiusCm / radiusCm;
            double strength = poleGauss * ratio * ratio * ratio;
            double sine = Math.sqrt((1 - cosTheta) * (1 + cosTheta));
            return new PolarVector(strength * cosTheta, strength / 2 * sine, 0);
        };
    }
}
