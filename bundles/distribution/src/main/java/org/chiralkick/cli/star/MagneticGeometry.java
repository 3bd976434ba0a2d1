package org.chiralkick.cli.star;

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
    double axial(double cosine) {
        return this == UNIFORM ? 1 : (3 * cosine * cosine - 1) / 2;
    }

    /**
     * Returns the component of B/B_p perpendicular to the axis, outward.
     *
     * @param cosine cos theta of the surface point about the axis, in [-1, 1]
     * @param sine sin theta, {@code >= 0}
     */
    double perpendicular(double cosine, double sine) {
        return this == UNIFORM ? 0 : 1.5 * cosine * sine;
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
