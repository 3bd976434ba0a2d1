package org.chiralkick.contract;

import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** A rotation of all vectors about an axis. */
final class Rotation {
    private final String name;
    /** Row-major 3 x 3 matrix. */
    private final double[] matrix;

    private Rotation(String name, double[] matrix) {
        this.name = name;
        this.matrix = matrix;
    }

    /** Returns axis and angle, for messages. */
    String name() {
        return name;
    }

    /**
     * Returns the rotation about an axis (Rodrigues): v cos a + (n x v) sin a + n (n.v)(1 - cos a).
     *
     * @param angle right-handed angle [rad]
     */
    static Rotation about(double x, double y, double z, double angle) {
        double length = Math.sqrt(x * x + y * y + z * z);
        double[] n = {x / length, y / length, z / length};
        double cos = Math.cos(angle);
        double sin = Math.sin(angle);
        double[] cross = {0, -n[2], n[1], n[2], 0, -n[0], -n[1], n[0], 0};
        double[] matrix = new double[9];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                matrix[3 * row + column] =
                        (row == column ? cos : 0) + sin * cross[3 * row + column] + n[row] * n[column] * (1 - cos);
            }
        }
        return new Rotation(
                "a rotation of all vectors by " + Math.round(Math.toDegrees(angle)) + " degrees about (" + x + ", " + y
                        + ", " + z + ")",
                matrix);
    }

    /** Returns the zones with every vector field rotated. */
    ZoneColumns apply(ZoneColumns zones) {
        ZoneColumns rotated = zones.copy();
        for (ZoneField field : ZoneField.values()) {
            for (int x = 0; field.components() == 3 && x < rotated.width(field); x += 3) {
                rotate(rotated.column(field, x), rotated.column(field, x + 1), rotated.column(field, x + 2));
            }
        }
        return rotated;
    }

    /** Returns the fluxes with every vector field rotated. */
    FluxColumns apply(FluxColumns fluxes) {
        FluxColumns rotated = fluxes.copy();
        for (FluxField field : FluxField.values()) {
            for (int x = 0; field.components() == 3 && x < rotated.width(field); x += 3) {
                rotate(rotated.column(field, x), rotated.column(field, x + 1), rotated.column(field, x + 2));
            }
        }
        return rotated;
    }

    private void rotate(double[] x, double[] y, double[] z) {
        for (int i = 0; i < x.length; i++) {
            double vx = x[i];
            double vy = y[i];
            double vz = z[i];
            x[i] = matrix[0] * vx + matrix[1] * vy + matrix[2] * vz;
            y[i] = matrix[3] * vx + matrix[4] * vy + matrix[5] * vz;
            z[i] = matrix[6] * vx + matrix[7] * vy + matrix[8] * vz;
        }
    }
}
