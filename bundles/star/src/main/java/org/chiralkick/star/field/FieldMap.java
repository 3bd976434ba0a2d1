package org.chiralkick.star.field;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * An axisymmetric field on a grid of r and theta, linear in both between grid points.
 *
 * <p>The file is HDF5 with {@code r_km} (or {@code r_cm}), {@code theta} [rad] from pole to pole, and {@code B_r}, {@code B_theta},
 * {@code B_phi} [G] as arrays [theta][r] or [r][theta], in float or double; an attribute {@code unit} is checked where it is
 * there. Relativistic maps (Bucciantini and Del Zanna 2011, A&amp;A 528, A101) give the isotropic radius; where the conformal factor
 * {@code psi} is in the file, it becomes the areal radius r psi^2 with psi averaged over theta.
 *
 * <p>Grids often begin half a step from the axis. On it B_theta and B_phi vanish, as in every field that is symmetric about it, and
 * B_r is that of the nearest point. Outside the grid every component of the outermost point falls as r^-3, which a dipole does and a
 * toroidal field in a vacuum would not; inside the innermost radius the field is that of the nearest point.
 */
public final class FieldMap implements MagneticField {
    private final double[] radius;
    private final double[] theta;
    private final double[][][] components;

    /**
     * @param radius radii [cm], increasing
     * @param theta angles from the magnetic axis [rad], increasing, in [0, pi]
     * @param components B_r, B_theta, B_phi [G] as [component][theta][r]
     */
    FieldMap(double[] radius, double[] theta, double[][][] components) {
        boolean north = theta[0] > 0;
        boolean south = theta[theta.length - 1] < Math.PI;
        int before = north ? 1 : 0;
        int rows = theta.length + before + (south ? 1 : 0);
        double[] angles = new double[rows];
        double[][][] fields = new double[3][rows][];
        System.arraycopy(theta, 0, angles, before, theta.length);
        for (int c = 0; c < 3; c++) {
            System.arraycopy(components[c], 0, fields[c], before, theta.length);
            double[] none = new double[radius.length];
            if (north) {
                fields[c][0] = c == 0 ? components[c][0] : none;
            }
            if (south) {
                fields[c][rows - 1] = c == 0 ? components[c][theta.length - 1] : none;
            }
        }
        if (south) {
            angles[rows - 1] = Math.PI;
        }
        this.radius = radius;
        this.theta = angles;
        this.components = fields;
    }

    /**
     * Returns the field in a file.
     *
     * @throws IOException if the file is not such a map; the message names the file, the dataset and what is expected
     */
    public static FieldMap read(Path file) throws IOException {
        return FieldMapFile.read(file);
    }

    /** Returns the outermost radius of the grid [cm]. */
    public double outerRadiusCm() {
        return radius[radius.length - 1];
    }

    /** Returns the largest |B| on the grid [G]. */
    public double largestGauss() {
        double largest = 0;
        for (int k = 0; k < theta.length; k++) {
            for (int i = 0; i < radius.length; i++) {
                largest = Math.max(
                        largest, new PolarVector(components[0][k][i], components[1][k][i], components[2][k][i]).norm());
            }
        }
        return largest;
    }

    @Override
    public PolarVector gaussAt(double radiusCm, double cosTheta) {
        double reach = Math.min(radiusCm, outerRadiusCm());
        double falloff = reach < radiusCm ? Math.pow(reach / radiusCm, 3) : 1;
        double angle = Math.acos(Math.max(-1, Math.min(1, cosTheta)));
        int i = cell(radius, reach);
        int k = cell(theta, angle);
        double s = fraction(radius, i, reach);
        double q = fraction(theta, k, angle);
        double[] b = new double[3];
        for (int c = 0; c < 3; c++) {
            double[] north = components[c][k];
            double[] south = components[c][k + 1];
            b[c] = falloff
                    * ((1 - q) * ((1 - s) * north[i] + s * north[i + 1]) + q * ((1 - s) * south[i] + s * south[i + 1]));
        }
        return new PolarVector(b[0], b[1], b[2]);
    }

    private static int cell(double[] axis, double at) {
        int found = Arrays.binarySearch(axis, at);
        int below = found >= 0 ? found : -found - 2;
        return Math.max(0, Math.min(below, axis.length - 2));
    }

    private static double fraction(double[] axis, int cell, double at) {
        return Math.max(0, Math.min(1, (at - axis[cell]) / (axis[cell + 1] - axis[cell])));
    }
}
