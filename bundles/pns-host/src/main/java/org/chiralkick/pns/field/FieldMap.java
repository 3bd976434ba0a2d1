package org.chiralkick.pns.field;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * An axisymmetric field on a grid of r and theta, linear in both between grid points.
 *
 * <p>The file is HDF5 with {@code r_km} (or {@code r_cm}), {@code theta} [rad], and {@code B_r}, {@code B_theta}, {@code B_phi}
 * [G] as arrays [theta][r] or [r][theta], in float or double; an attribute {@code unit} is checked where it is there.
 * Relativistic maps (Bucciantini and Del Zanna 2011, A&amp;A 528, A101) give the isotropic radius; where the conformal factor
 * {@code psi} is in the file, it becomes the areal radius r psi^2 with psi averaged over theta. Outside the grid the field of
 * the outermost point falls as r^-3; inside the innermost and beyond the outer theta it is that of the nearest point.
 */
public final class FieldMap implements MagneticField {
    private final double[] radius;
    private final double[] theta;
    private final double[][][] components;

    private FieldMap(double[] radius, double[] theta, double[][][] components) {
        this.radius = radius;
        this.theta = theta;
        this.components = components;
    }

    /**
     * Returns the field in a file.
     *
     * @throws IOException if the file is not such a map; the message names the file, the dataset and what is expected
     */
    public static FieldMap read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("field map " + file + " is not there");
        }
        try (HdfFile hdf = new HdfFile(file)) {
            boolean kilometres = hdf.getChild("r_km") != null;
            double[] radius = axis(hdf, file, kilometres ? "r_km" : "r_cm", kilometres ? "km" : "cm");
            double[] theta = axis(hdf, file, "theta", "rad");
            double[][][] components = new double[3][][];
            String[] names = {"B_r", "B_theta", "B_phi"};
            for (int c = 0; c < names.length; c++) {
                components[c] = table(hdf, file, names[c], "G", theta.length, radius.length);
            }
            for (int i = 0; i < radius.length; i++) {
                radius[i] *= kilometres ? 1e5 : 1;
            }
            if (hdf.getChild("psi") != null) {
                toAreal(radius, table(hdf, file, "psi", "", theta.length, radius.length));
            }
            return new FieldMap(radius, theta, components);
        } catch (HdfException e) {
            throw new IOException("field map " + file + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static void toAreal(double[] radius, double[][] psi) {
        for (int i = 0; i < radius.length; i++) {
            double sum = 0;
            for (double[] row : psi) {
                sum += row[i];
            }
            double mean = sum / psi.length;
            radius[i] *= mean * mean;
        }
    }

    private static double[] axis(HdfFile hdf, Path file, String name, String unit) throws IOException {
        double[] values = numbers(dataset(hdf, file, name, unit).getDataFlat());
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0) || (i > 0 && !(values[i] > values[i - 1]))) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "field map %s: %s[%d] is %s; must be >= 0 and increase",
                        file,
                        name,
                        i,
                        values[i]));
            }
        }
        if (values.length < 2) {
            throw new IOException("field map " + file + ": " + name + " has " + values.length + " points; needs 2");
        }
        return values;
    }

    /** Returns a dataset as [theta][r]. */
    private static double[][] table(HdfFile hdf, Path file, String name, String unit, int thetas, int radii)
            throws IOException {
        Dataset data = dataset(hdf, file, name, unit);
        int[] extents = data.getDimensions();
        boolean thetaFirst = Arrays.equals(extents, new int[] {thetas, radii});
        if (!thetaFirst && !Arrays.equals(extents, new int[] {radii, thetas})) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "field map %s: %s has extents %s; must be [theta][r] = [%d, %d] or [r][theta]",
                    file,
                    name,
                    Arrays.toString(extents),
                    thetas,
                    radii));
        }
        double[] flat = numbers(data.getDataFlat());
        double[][] values = new double[thetas][radii];
        for (int k = 0; k < thetas; k++) {
            for (int i = 0; i < radii; i++) {
                double value = thetaFirst ? flat[k * radii + i] : flat[i * thetas + k];
                if (!Double.isFinite(value)) {
                    throw new IOException(String.format(
                            Locale.ROOT,
                            "field map %s: %s at theta %d, r %d is %s; must be finite",
                            file,
                            name,
                            k,
                            i,
                            value));
                }
                values[k][i] = value;
            }
        }
        return values;
    }

    private static Dataset dataset(HdfFile hdf, Path file, String name, String unit) throws IOException {
        Node node = hdf.getChild(name);
        if (!(node instanceof Dataset data)) {
            throw new IOException("field map " + file + " has no dataset " + name + "; it has "
                    + String.join(", ", hdf.getChildren().keySet()));
        }
        if (!unit.isEmpty() && data.getAttribute("unit") != null) {
            String given = String.valueOf(data.getAttribute("unit").getData());
            if (!given.equals(unit) && !given.startsWith(unit + " ")) {
                throw new IOException(
                        "field map " + file + ": unit of " + name + " is '" + given + "'; must be " + unit);
            }
        }
        return data;
    }

    private static double[] numbers(Object flat) throws IOException {
        if (flat instanceof double[] doubles) {
            return doubles.clone();
        }
        if (flat instanceof float[] floats) {
            double[] doubles = new double[floats.length];
            for (int i = 0; i < floats.length; i++) {
                doubles[i] = floats[i];
            }
            return doubles;
        }
        throw new IOException("a dataset holds " + flat.getClass().getSimpleName() + "; must hold float or double");
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
