package org.chiralkick.star.field;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableDataset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.chiralkick.star.SharedData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldMapTest {
    private static final double[] KILOMETRES = {1, 2, 4, 8, 12};
    private static final double[] THETA = {0.1, 0.8, 1.5, 2.3, 3.0};

    @TempDir
    private Path folder = Path.of("");

    @Test
    void valuesOnGridPointsComeBackInGaussAndCentimetres() throws IOException {
        FieldMap map = FieldMap.read(write("G", KILOMETRES, true));
        for (int k = 0; k < THETA.length; k++) {
            for (int i = 0; i < KILOMETRES.length; i++) {
                PolarVector b = map.gaussAt(KILOMETRES[i] * 1e5, Math.cos(THETA[k]));
                assertEquals(radial(i, k), b.radial(), 1e-6 * Math.abs(radial(i, k)) + 1e-6);
                assertEquals(2 * radial(i, k), b.polar(), 1e-6 * Math.abs(radial(i, k)) + 1e-6);
                assertEquals(-radial(i, k), b.azimuthal(), 1e-6 * Math.abs(radial(i, k)) + 1e-6);
            }
        }
        assertEquals(12e5, map.outerRadiusCm(), 0);
        assertEquals(Math.sqrt(6) * radial(4, 4), map.largestGauss(), 1e-6 * map.largestGauss());
    }

    @Test
    void bothOrdersOfTheAxesAreUnderstood() throws IOException {
        FieldMap one = FieldMap.read(write("G", new double[] {1, 2, 4, 8}, true));
        FieldMap other = FieldMap.read(write("G", new double[] {1, 2, 4, 8}, false));
        assertEquals(one.gaussAt(3.3e5, 0.4), other.gaussAt(3.3e5, 0.4));
    }

    @Test
    void theFieldIsLinearBetweenAndFallsAsADipoleOutside() throws IOException {
        FieldMap map = FieldMap.read(write("G", KILOMETRES, true));
        double middle = (radial(1, 2) + radial(2, 2)) / 2;
        assertEquals(middle, map.gaussAt(3e5, Math.cos(THETA[2])).radial(), 1e-6 * middle);
        assertEquals(radial(4, 2) / 8, map.gaussAt(24e5, Math.cos(THETA[2])).radial(), 1e-6 * radial(4, 2));
    }

    @Test
    void onTheAxisTheFieldPointsAlongIt() throws IOException {
        FieldMap map = FieldMap.read(write("G", KILOMETRES, true));
        for (double pole : new double[] {1, -1}) {
            int nearest = pole > 0 ? 0 : 4;
            PolarVector b = map.gaussAt(4e5, pole);
            assertEquals(radial(2, nearest), b.radial(), 1e-6 * b.radial());
            assertEquals(0, b.polar(), 1e-6 * b.radial());
            assertEquals(0, b.azimuthal(), 1e-6 * b.radial());
        }
        // Half way from the axis to the first point at 0.1 rad
        assertEquals(radial(2, 0), map.gaussAt(4e5, Math.cos(0.05)).polar(), 1e-6 * radial(2, 0));
    }

    @Test
    void aDipoleOnAGridComesBackEverywhere() {
        MagneticField dipole = MagneticField.dipole(1e12, 1e5);
        double[] radius = IntStream.rangeClosed(0, 400)
                .mapToDouble(i -> 1e6 * Math.pow(3, i / 400.0))
                .toArray();
        double[] theta = IntStream.range(0, 90)
                .mapToDouble(i -> Math.PI * (i + 0.5) / 90)
                .toArray();
        double[][][] b = new double[3][theta.length][radius.length];
        for (int k = 0; k < theta.length; k++) {
            for (int i = 0; i < radius.length; i++) {
                PolarVector at = dipole.gaussAt(radius[i], Math.cos(theta[k]));
                b[0][k][i] = at.radial();
                b[1][k][i] = at.polar();
            }
        }
        FieldMap map = new FieldMap(radius, theta, b);
        for (double r = 1e6; r < 6e6; r *= 1.13) {
            double scale = dipole.gaussAt(r, 1).norm();
            for (double angle = 0; angle <= Math.PI; angle += 0.003) {
                PolarVector expected = dipole.gaussAt(r, Math.cos(angle));
                PolarVector found = map.gaussAt(r, Math.cos(angle));
                String where = "r = " + r + ", theta = " + angle;
                assertEquals(expected.radial(), found.radial(), 3e-4 * scale, where);
                assertEquals(expected.polar(), found.polar(), 3e-4 * scale, where);
            }
        }
    }

    @Test
    void oneHemisphereAndDegreesAreRefused() {
        var half =
                assertThrows(IOException.class, () -> FieldMap.read(write(KILOMETRES, new double[] {0.2, 0.7, 1.2})));
        assertTrue(
                half.toString().contains("theta runs from 0.200000 to 1.20000; must run from pole to pole"),
                half.toString());
        var degrees =
                assertThrows(IOException.class, () -> FieldMap.read(write(KILOMETRES, new double[] {10, 90, 170})));
        assertTrue(degrees.toString().contains("0 to pi rad"), degrees.toString());
    }

    @Test
    void datasetsThatHoldNoNumbersAreNamed() {
        Path file = folder.resolve("words.h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("r_km", new String[] {"one", "two"});
        }
        var words = assertThrows(IOException.class, () -> FieldMap.read(file));
        assertTrue(words.toString().contains("words.h5: r_km holds String; must hold float"), words.toString());
    }

    @Test
    void wrongUnitsAndMissingDatasetsAreNamed() {
        var unit = assertThrows(IOException.class, () -> FieldMap.read(write("T", KILOMETRES, true)));
        assertTrue(unit.toString().contains("unit of B_r is 'T'; must be G"), unit.toString());
        var absent = assertThrows(IOException.class, () -> FieldMap.read(folder.resolve("none.h5")));
        assertTrue(absent.toString().contains("none.h5 is not there"), absent.toString());
        var decreasing =
                assertThrows(IOException.class, () -> FieldMap.read(write("G", new double[] {1, 3, 2, 4, 5}, true)));
        assertTrue(
                decreasing.toString().contains("r_km[2] is 2.0; must be finite, >= 0 and increase"),
                decreasing.toString());
    }

    @Test
    void aTwistedTorusOfXnsIsReadInItsUnits() throws IOException {
        Path file = SharedData.file("fields/xns_twisted_torus_M1.55.h5");
        FieldMap map = FieldMap.read(file);
        try (HdfFile hdf = new HdfFile(file)) {
            double[] theta = (double[]) hdf.getDatasetByPath("theta").getData();
            float[][] radial = (float[][]) hdf.getDatasetByPath("B_r").getData();
            float[][] psi = (float[][]) hdf.getDatasetByPath("psi").getData();
            double[] km = (double[]) hdf.getDatasetByPath("r_km").getData();
            int i = 60;
            double mean = 0;
            for (float[] row : psi) {
                mean += row[i] / (double) psi.length;
            }
            double areal = km[i] * 1e5 * mean * mean;
            for (int k = 0; k < theta.length; k += 9) {
                double expected = radial[k][i];
                assertEquals(expected, map.gaussAt(areal, Math.cos(theta[k])).radial(), 1e-4 * map.largestGauss());
            }
        }
        assertTrue(map.largestGauss() > 1e14 && map.largestGauss() < 1e19, "G: " + map.largestGauss());
        assertTrue(map.outerRadiusCm() > 1e6 && map.outerRadiusCm() < 1e7, "cm: " + map.outerRadiusCm());
    }

    @Test
    void theNetFluxOfTheRealMapIsSmall() throws IOException {
        FieldMap map = FieldMap.read(SharedData.file("fields/xns_twisted_torus_M1.55.h5"));
        double net = 0;
        double gross = 0;
        int n = 4000;
        for (int i = 0; i < n; i++) {
            double radial = map.gaussAt(8e5, -1 + 2 * (i + 0.5) / n).radial();
            net += radial;
            gross += Math.abs(radial);
        }
        assertTrue(Math.abs(net) < 1e-2 * gross, "net over gross flux: " + net / gross);
    }

    private static double radial(int i, int k) {
        return 1e12 * (1 + i) * (1 + 0.5 * k);
    }

    private Path write(double[] kilometres, double[] theta) {
        Path file = folder.resolve("theta" + theta[0] + ".h5");
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("r_km", kilometres);
            hdf.putDataset("theta", theta);
        }
        return file;
    }

    private Path write(String unit, double[] kilometres, boolean thetaFirst) {
        Path file = folder.resolve("map" + unit + thetaFirst + kilometres.length + ".h5");
        int rows = thetaFirst ? THETA.length : kilometres.length;
        int columns = thetaFirst ? kilometres.length : THETA.length;
        double[][] b = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                b[row][column] = thetaFirst ? radial(column, row) : radial(row, column);
            }
        }
        try (WritableHdfFile hdf = HdfFile.write(file)) {
            hdf.putDataset("r_km", kilometres);
            hdf.putDataset("theta", THETA);
            put(hdf, "B_r", b, 1, unit);
            put(hdf, "B_theta", b, 2, unit);
            put(hdf, "B_phi", b, -1, unit);
        }
        return file;
    }

    private static void put(WritableHdfFile hdf, String name, double[][] b, double factor, String unit) {
        double[][] scaled = new double[b.length][b[0].length];
        for (int i = 0; i < b.length; i++) {
            for (int k = 0; k < b[i].length; k++) {
                scaled[i][k] = factor * b[i][k];
            }
        }
        WritableDataset dataset = hdf.putDataset(name, scaled);
        dataset.putAttribute("unit", unit);
    }
}
