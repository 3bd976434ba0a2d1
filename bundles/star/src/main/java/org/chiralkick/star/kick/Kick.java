package org.chiralkick.star.kick;

import java.util.List;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;

/**
 * The velocity that a star got from its recoil.
 *
 * @param x velocity along x [km/s]
 * @param y velocity along y [km/s]
 * @param z velocity along z, the spin axis [km/s]
 */
public record Kick(double x, double y, double z) {
    /** There is no velocity: the star would have to give more than it has. Components and speed are NaN. */
    public static final Kick NONE = new Kick(Double.NaN, Double.NaN, Double.NaN);

    private static final double CM_PER_KM = 1e5;

    /**
     * Returns momentum over mass.
     *
     * @param recoil what the star received
     * @param massG mass of the star [g], {@code > 0}
     */
    public static Kick of(Recoil recoil, double massG) {
        Vector3 momentum = recoil.momentum();
        double perMomentum = 1 / (massG * CM_PER_KM);
        return new Kick(momentum.x() * perMomentum, momentum.y() * perMomentum, momentum.z() * perMomentum);
    }

    /** Returns whether there is a velocity. */
    public boolean isKnown() {
        return !Double.isNaN(speed());
    }

    /** Returns the speed [km/s]. */
    public double speed() {
        return Math.hypot(Math.hypot(x, y), z);
    }

    /** Returns the angle to the spin axis +z [deg], in [0, 180]; NaN where it does not move, or there is no velocity. */
    public double angleToSpinDeg() {
        return speed() == 0 ? Double.NaN : Math.toDegrees(Math.atan2(Math.hypot(x, y), z));
    }

    /** Returns the three components [km/s]. */
    public List<Double> components() {
        return List.of(x, y, z);
    }
}
