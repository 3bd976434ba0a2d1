package org.chiralkick.star.field;

/**
 * A vector in spherical components about the magnetic axis; its unit is named where it is returned.
 *
 * @param radial component along r
 * @param polar component along theta, southward
 * @param azimuthal component along phi, eastward
 */
public record PolarVector(double radial, double polar, double azimuthal) {
    /** Returns the length of the vector. */
    public double norm() {
        return Math.hypot(Math.hypot(radial, polar), azimuthal);
    }
}
