package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Surface elements of a sphere: closed, the number that they emit, blocks against the whole, memory of every layout, what is refused. */
class SurfaceElementsTest {
    private static final double RADIUS = 0.75;
    private static final Vector3 ASIDE = new Vector3(0.013, -0.021, 0.037);

    @ParameterizedTest
    @CsvSource({"16, 0.75, 0.015", "16, 0.5, 0.015", "32, 0.75, 0.003", "64, 0.75, 0.002"})
    void aUniformFluxCarriesOutWhatCrossesTheDisc(int n, double radius, double tolerance) {
        Random random = new Random(n);
        for (Vector3 centre : List.of(Vector3.ZERO, ASIDE)) {
            double[][] elements = ofBox(n, centre, radius);
            for (int direction = 0; direction < 40; direction++) {
                double[] flux = direction < 3
                        ? new double[] {direction == 0 ? 1 : 0, direction == 1 ? 1 : 0, direction == 2 ? 1 : 0}
                        : new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()};
                double size = new Vector3(flux[0], flux[1], flux[2]).norm();
                assertEquals(
                        1,
                        emitted(elements, flux) / (size * Math.PI * radius * radius),
                        tolerance,
                        Arrays.toString(flux));
            }
        }
    }

    @Test
    void theSurfaceIsClosedAndLiesWhereTheSphereIs() {
        int n = 16;
        double[][] elements = ofBox(n, ASIDE, RADIUS);
        double total = sum(elements, Math::abs);
        for (double[] column : elements) {
            assertEquals(0, Arrays.stream(column).sum(), 1e-14 * total);
        }
        int emitting = 0;
        for (int zone = 0; zone < n * n * n; zone++) {
            int layer = zone / (n * n);
            int line = zone / n % n;
            double x = -1 + (zone % n + 0.5) * 2 / n - ASIDE.x();
            double y = -1 + (line + 0.5) * 2 / n - ASIDE.y();
            double z = -1 + (layer + 0.5) * 2 / n - ASIDE.z();
            double r = new Vector3(x, y, z).norm();
            double outward = x * elements[0][zone] + y * elements[1][zone] + z * elements[2][zone];
            boolean emits = elements[0][zone] != 0 || elements[1][zone] != 0 || elements[2][zone] != 0;
            assertTrue(!emits || Math.abs(r - RADIUS) < 1.4 * 2 / n, "zone " + zone + " at " + r);
            assertTrue(!emits || outward > 0, "zone " + zone + " points inward");
            emitting += emits ? 1 : 0;
        }
        assertTrue(emitting > 500, emitting + " zones");
    }

    @Test
    void numbersAreThoseOfTheNativeInterface() throws IOException {
        List<double[]> lines = Files.readAllLines(Path.of("src/main/native/tests/surface.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .filter(word -> !Character.isLetter(word.charAt(0)))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        int[] extents =
                Arrays.stream(lines.get(4)).mapToInt(extent -> (int) extent).toArray();
        int zones = extents[0] * extents[1] * extents[2];
        double[] elements = new double[3 * zones];
        SurfaceElements.ofSphere(vector(lines.get(2)), lines.get(3)[0])
                .fill(
                        vector(lines.get(0)),
                        vector(lines.get(1)),
                        extents,
                        View.of(elements, 0, 3, 15, 60).components(1));
        double[] expected =
                lines.stream().skip(5).flatMapToDouble(Arrays::stream).toArray();
        assertArrayEquals(expected, elements, 1e-15);
    }

    @Test
    void blocksHaveTheElementsOfTheWhole() {
        int n = 20;
        int[] cuts = {0, 7, 8, n};
        double h = 2.0 / n;
        double[][] whole = ofBox(n, ASIDE, RADIUS);
        SurfaceElements surface = SurfaceElements.ofSphere(ASIDE, RADIUS);
        double[][] together = new double[3][n * n * n];
        for (int block = 0; block < 27; block++) {
            int[] at = {block % 3, block / 3 % 3, block / 9};
            int[] extents = new int[3];
            double[] first = new double[3];
            for (int axis = 0; axis < 3; axis++) {
                extents[axis] = cuts[at[axis] + 1] - cuts[at[axis]];
                first[axis] = h / 2 - 1 + cuts[at[axis]] * h;
            }
            int start = cuts[at[0]] + n * (cuts[at[1]] + n * cuts[at[2]]);
            View[] views = new View[3];
            for (int axis = 0; axis < 3; axis++) {
                views[axis] = View.of(together[axis], start, 1, n, (long) n * n);
            }
            surface.fill(vector(first), new Vector3(h, h, h), extents, views);
        }
        for (int axis = 0; axis < 3; axis++) {
            assertArrayEquals(whole[axis], together[axis], 1e-14 * h * h);
        }
    }

    @Test
    void memoryMayHaveAnyLayoutAndUnit() {
        int n = 12;
        double h = 2.0 / n;
        double[][] expected = ofBox(n, ASIDE, RADIUS);
        float[] floats = new float[5 + 4 * n * n * n];
        double[][] inSquareMetres = new double[3][n * n * n];
        SurfaceElements surface = SurfaceElements.ofSphere(ASIDE, RADIUS);
        Vector3 first = new Vector3(h / 2 - 1, h / 2 - 1, h / 2 - 1);
        Vector3 spacing = new Vector3(h, h, h);
        int[] extents = {n, n, n};
        surface.fill(
                first,
                spacing,
                extents,
                View.of(floats, 5, 4, 4L * n, 4L * n * n).components(1));
        View[] views = new View[3];
        for (int axis = 0; axis < 3; axis++) {
            views[axis] =
                    View.of(inSquareMetres[axis], n - 1, -1, n, (long) n * n).times(1e4);
        }
        surface.fill(first, spacing, extents, views);
        for (int axis = 0; axis < 3; axis++) {
            for (int zone = 0; zone < n * n * n; zone++) {
                assertEquals((float) expected[axis][zone], floats[5 + 4 * zone + axis], 0);
                int backwards = zone - zone % n + n - 1 - zone % n;
                assertEquals(expected[axis][zone] / 1e4, inSquareMetres[axis][backwards], 0);
            }
        }
    }

    @Test
    void aSphereElsewhereGivesZeros() {
        double[] elements = new double[24];
        View view = View.of(elements, 0, 3, 6, 12).components(1);
        Vector3 unit = new Vector3(1, 1, 1);
        int[] extents = {2, 2, 2};
        Arrays.fill(elements, 77);
        SurfaceElements.ofSphere(Vector3.ZERO, 0.5).fill(new Vector3(100, 0, 0), unit, extents, view);
        assertArrayEquals(new double[24], elements, "resolved or not: its surface is not here");
        Arrays.fill(elements, 77);
        SurfaceElements.ofSphere(Vector3.ZERO, 1e3).fill(Vector3.ZERO, unit, extents, view);
        assertArrayEquals(new double[24], elements, "wholly inside");
        elements[0] = 77;
        SurfaceElements.ofSphere(Vector3.ZERO, 2).fill(Vector3.ZERO, unit, new int[] {0, 2, 2}, view);
        assertEquals(77, elements[0], "an empty block");
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        Vector3 zero = Vector3.ZERO;
        Vector3 unit = new Vector3(1, 1, 1);
        int[] extents = {2, 2, 2};
        View view = View.of(new double[24], 0, 3, 6, 12).components(1);
        refused(
                "centre of the sphere along z is -2.0E50; must be a coordinate in [-1e50, 1e50]",
                () -> SurfaceElements.ofSphere(new Vector3(0, 0, -2e50), 2));
        refused(
                "radius of the sphere is -2.0; must be a length in [1e-50, 1e50]",
                () -> SurfaceElements.ofSphere(zero, -2));
        refused("radius of the sphere is NaN; must be", () -> SurfaceElements.ofSphere(zero, Double.NaN));
        SurfaceElements surface = SurfaceElements.ofSphere(zero, 2);
        refused(
                "centre of the first zone along y is NaN; must be",
                () -> surface.fill(new Vector3(0, Double.NaN, 0), unit, extents, view));
        refused(
                "spacing along y is 0.0; must be a length",
                () -> surface.fill(zero, new Vector3(1, 0, 1), extents, view));
        refused("has 2 extents; must have 3", () -> surface.fill(zero, unit, new int[] {2, 2}, view));
        refused(
                "extent 1 of the block is -2; must be >= 0",
                () -> surface.fill(zero, unit, new int[] {2, -2, 2}, view));
        refused(
                "radius of the sphere is 1.75, and zones at its surface measure 1.0; must be at least 2 of them",
                () -> SurfaceElements.ofSphere(zero, 1.75).fill(zero, unit, extents, view));
        refused(
                "components need a view each, or one view with components(stride)",
                () -> surface.fill(zero, unit, extents, View.of(new double[24], 0, 3, 6, 12)));
        refused(
                "but the memory has 20",
                () -> surface.fill(
                        zero,
                        unit,
                        extents,
                        View.of(new double[20], 0, 3, 6, 12).components(1)));
        refused(
                "is read-only memory",
                () -> surface.fill(zero, unit, extents, View.constant(0), View.constant(0), View.constant(0)));
        refused(
                "stride 0 along an axis of 2 zones",
                () -> surface.fill(
                        zero,
                        unit,
                        extents,
                        View.of(new double[24], 0, 3, 0, 12).components(1)));
    }

    private static void refused(String text, Runnable call) {
        String message =
                String.valueOf(assertThrows(CouplingException.class, call::run).getMessage());
        assertTrue(message.contains(text), message);
    }

    /** Elements of n^3 zones of a box from -1 to 1, a column per component. */
    private static double[][] ofBox(int n, Vector3 centre, double radius) {
        double h = 2.0 / n;
        double[][] elements = new double[3][n * n * n];
        SurfaceElements.ofSphere(centre, radius)
                .fill(
                        new Vector3(h / 2 - 1, h / 2 - 1, h / 2 - 1),
                        new Vector3(h, h, h),
                        new int[] {n, n, n},
                        View.of(elements[0]),
                        View.of(elements[1]),
                        View.of(elements[2]));
        return elements;
    }

    private static Vector3 vector(double[] parts) {
        return new Vector3(parts[0], parts[1], parts[2]);
    }

    private static double emitted(double[][] elements, double[] flux) {
        double sum = 0;
        for (int zone = 0; zone < elements[0].length; zone++) {
            sum += Math.max(flux[0] * elements[0][zone] + flux[1] * elements[1][zone] + flux[2] * elements[2][zone], 0);
        }
        return sum;
    }

    private static double sum(double[][] columns, DoubleUnaryOperator of) {
        return Arrays.stream(columns).flatMapToDouble(Arrays::stream).map(of).sum();
    }
}
