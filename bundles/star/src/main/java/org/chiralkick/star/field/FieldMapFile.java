package org.chiralkick.star.field;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Reads a field on a grid from HDF5, checks it, and brings it to cm, rad and gauss; {@link FieldMap} says what is in the file. */
final class FieldMapFile {
    private FieldMapFile() {}

    /**
     * Returns the field in a file.
     *
     * @throws IOException if the file is not such a map; the message names the file, the dataset and what is expected
     */
    static FieldMap read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("field map " + file + " is not there");
        }
        try (HdfFile hdf = new HdfFile(file)) {
            boolean kilometres = hdf.getChild("r_km") != null;
            double[] radius = axis(hdf, file, kilometres ? "r_km" : "r_cm", kilometres ? "km" : "cm");
            double[] theta = axis(hdf, file, "theta", "rad");
            requireBothPoles(theta, file);
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

    /** Refuses a single hemisphere and angles in degrees: nothing would say how the field goes on. */
    private static void requireBothPoles(double[] theta, Path file) throws IOException {
        int last = theta.length - 1;
        boolean north = theta[0] <= theta[1] - theta[0];
        boolean south = theta[last] <= Math.PI * (1 + 1e-9) && Math.PI - theta[last] <= theta[last] - theta[last - 1];
        if (!north || !south) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "field map %s: theta runs from %.6g to %.6g; must run from pole to pole, 0 to pi rad, to within a grid step",
                    file,
                    theta[0],
                    theta[last]));
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
        double[] values = numbers(dataset(hdf, file, name, unit), file);
        for (int i = 0; i < values.length; i++) {
            if (!(values[i] >= 0 && values[i] < Double.POSITIVE_INFINITY) || (i > 0 && !(values[i] > values[i - 1]))) {
                throw new IOException(String.format(
                        Locale.ROOT,
                        "field map %s: %s[%d] is %s; must be finite, >= 0 and increase",
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
        double[] flat = numbers(data, file);
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

    private static double[] numbers(Dataset data, Path file) throws IOException {
        Object flat = data.getDataFlat();
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
        throw new IOException("field map " + file + ": " + data.getName() + " holds "
                + data.getJavaType().getSimpleName() + "; must hold float or double");
    }
}
