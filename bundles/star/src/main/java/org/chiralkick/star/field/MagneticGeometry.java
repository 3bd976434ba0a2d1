package org.chiralkick.star.field;

import java.util.Arrays;
import java.util.Locale;

/** The shape of the magnetic field on the emission surface, about the magnetic axis. */
public enum MagneticGeometry {
    /** B along the axis everywhere. */
    UNIFORM,
    /** B_r = B_p cos theta, B_theta = (B_p/2) sin theta, with B_p at the pole of the emission surface. */
    DIPOLE;

    /** Returns the name as options and results show it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the component of B/B_p along the axis.
     *
     * @param cosine cos theta of the surface point about the axis, in [-1, 1]
     */
    public double axial(double cosine) {
        return this == UNIFORM ? 1 : (3 * cosine * cosine - 1) / 2;
    }

    /**
     * Returns the component of B/B_p perpendicular to the axis, outward.
     *
     * @param cosine cos theta of the surface point about the axis, in [-1, 1]
     * @param sine sin theta, {@code >= 0}
     */
    public double perpendicular(double cosine, double sine) {
        return this == UNIFORM ? 0 : 1.5 * cosine * sine;
    }

    /**
     * Returns B/B_p at a point of the surface, in Cartesian components.
     *
     * @param direction unit vector from the centre to the point
     * @param obliquityRad angle from +z to the magnetic axis, in the x-z plane [rad]
     */
    public double[] at(double[] direction, double obliquityRad) {
        double cosine = Math.cos(obliquityRad);
        double sine = Math.sin(obliquityRad);
        // In the frame whose z is the magnetic axis.
        double x = direction[0] * cosine - direction[2] * sine;
        double y = direction[1];
        double z = direction[2] * cosine + direction[0] * sine;
        double fromAxis = Math.hypot(x, y);
        double outward = fromAxis == 0 ? 0 : perpendicular(z, fromAxis) / fromAxis;
        double along = axial(z);
        return new double[] {outward * x * cosine + along * sine, outward * y, along * cosine - outward * x * sine};
    }

    /** Returns the geometry of that name, or throws with the names there are. */
    public static MagneticGeometry named(String label) {
        return Arrays.stream(values())
                .filter(geometry -> geometry.label().equals(label))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException("geometry is '" + label + "'; must be uniform or dipole"));
    }
}
