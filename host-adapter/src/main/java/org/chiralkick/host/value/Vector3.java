package org.chiralkick.host.value;

/**
 * A Cartesian vector; its unit is named where it is returned.
 *
 * @param x component along x
 * @param y component along y
 * @param z component along z
 */
public record Vector3(double x, double y, double z) {
    /** The zero vector. */
    public static final Vector3 ZERO = new Vector3(0, 0, 0);

    /** Returns the length of the vector. */
    public double norm() {
        return Math.hypot(Math.hypot(x, y), z);
    }
}
