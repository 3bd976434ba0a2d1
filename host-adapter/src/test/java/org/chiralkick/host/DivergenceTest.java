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
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Divergence of fluxes: what leaves one zone enters the next, blocks against the whole, the numbers of C, what is refused. */
class DivergenceTest {
    private static final Vector3 FIRST = new Vector3(-1.1, -0.9, -1);
    private static final Vector3 SPACING = new Vector3(0.2, 0.21, 0.19);
    private static final SurfaceElements SPHERE = SurfaceElements.ofSphere(new Vector3(0.02, 0.03, -0.1), 0.7);
    private static final int[] N = {12, 10, 11};

    @Test
    void theNumbersAreThoseOfTheFile() throws IOException {
        List<double[]> lines = Files.readAllLines(Path.of("src/main/native/tests/divergence.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> Arrays.stream(line.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        int[] n = Arrays.stream(lines.get(4)).mapToInt(extent -> (int) extent).toArray();
        SurfaceElements surface = SurfaceElements.ofSphere(vector(lines.get(2)), lines.get(3)[0]);
        Divergence cartesian =
                Divergence.cartesian(vector(lines.get(0)), vector(lines.get(1))).endingAt(surface);
        int zones = n[0] * n[1] * n[2];
        assertNumbers(lines.subList(5, 5 + zones), filled(cartesian, n, ofTheFile(n)));
        List<double[]> rest = lines.subList(5 + zones, lines.size());
        Divergence spherical =
                Divergence.spherical(rest.get(0), rest.get(1), rest.get(2)).endingAt(rest.get(3)[0]);
        int[] m = {rest.get(0).length - 1, rest.get(1).length - 1, rest.get(2).length - 1};
        assertNumbers(rest.subList(4, rest.size()), filled(spherical, m, ofTheFile(m)));
    }

    @Test
    void whatLeavesAZoneEntersTheNext() {
        double[][] flux = random(N, 3);
        double[] open = filled(Divergence.cartesian(FIRST, SPACING), N, flux);
        double size = Arrays.stream(open).map(Math::abs).sum();
        double through = 0;
        int[] wide = wide(N);
        for (int axis = 0; axis < 3; axis++) {
            double h = new double[] {SPACING.x(), SPACING.y(), SPACING.z()}[axis];
            int stride = new int[] {1, wide[0], wide[0] * wide[1]}[axis];
            for (int zone = 0; zone < flux[0].length; zone++) {
                int[] at = {zone % wide[0], zone / wide[0] % wide[1], zone / wide[0] / wide[1]};
                boolean inside = true;
                for (int other = 0; other < 3; other++) {
                    inside &= other == axis || (at[other] > 0 && at[other] <= N[other]);
                }
                if (inside && at[axis] == N[axis]) {
                    through += 0.5 * (flux[axis][zone] + flux[axis][zone + stride]) / h;
                } else if (inside && at[axis] == 0) {
                    through -= 0.5 * (flux[axis][zone] + flux[axis][zone + stride]) / h;
                }
            }
        }
        assertEquals(through, Arrays.stream(open).sum(), 1e-14 * size);
        double[] ended = filled(Divergence.cartesian(FIRST, SPACING).endingAt(SPHERE), N, flux);
        assertEquals(0, Arrays.stream(ended).sum(), 1e-14 * size);
        assertTrue(Arrays.stream(ended).filter(number -> number != 0).count() > 100);
        assertEquals(0, ended[0]);
    }

    @Test
    void aUniformFluxEndsWhereTheSurfaceElementsAre() {
        double[][] flux = new double[3][random(N, 1)[0].length];
        Arrays.fill(flux[0], 1);
        Arrays.fill(flux[1], -2);
        Arrays.fill(flux[2], 0.5);
        for (double number : filled(Divergence.cartesian(FIRST, SPACING), N, flux)) {
            assertEquals(0, number, 1e-13);
        }
        double[] ended = filled(Divergence.cartesian(FIRST, SPACING).endingAt(SPHERE), N, flux);
        double[][] elements = new double[3][ended.length];
        SPHERE.fill(FIRST, SPACING, N, Zones.views(elements));
        double volume = SPACING.x() * SPACING.y() * SPACING.z();
        for (int i = 0; i < ended.length; i++) {
            double out = elements[0][i] - 2 * elements[1][i] + 0.5 * elements[2][i];
            assertEquals(-out, volume * ended[i], 1e-16);
        }
    }

    @Test
    void theDivergenceOfALinearFluxIsItsSlope() {
        int[] wide = wide(N);
        double[][] flux = random(N, 1);
        double[] slope = {3, -0.5, 7};
        for (int zone = 0; zone < flux[0].length; zone++) {
            int[] at = {zone % wide[0], zone / wide[0] % wide[1], zone / wide[0] / wide[1]};
            flux[0][zone] = slope[0] * at[0] * SPACING.x() + at[1];
            flux[1][zone] = slope[1] * at[1] * SPACING.y() - at[2];
            flux[2][zone] = slope[2] * at[2] * SPACING.z() + 3 * at[0];
        }
        for (double number : filled(Divergence.cartesian(FIRST, SPACING), N, flux)) {
            assertEquals(9.5, number, 1e-12);
        }
    }

    @Test
    void theDivergenceOnASphericalGridConverges() {
        double coarse = worstOfSpherical(8);
        double fine = worstOfSpherical(16);
        assertTrue(coarse < 0.04 && fine < coarse / 3, coarse + " " + fine);
    }

    // F = (x, 2 y, z^2), whose divergence is 3 + 2 z, in zones between 1 and 2 away from centre and axis.
    private static double worstOfSpherical(int n) {
        double[] r = edges(n, 1, 2);
        double[] theta = edges(n, 0.8, 1.8);
        double[] phi = edges(n, 0.2, 1.4);
        int[] extents = {n, n, n};
        double[][] flux = random(extents, 1);
        double[] expected = new double[n * n * n];
        for (int zone = 0; zone < flux[0].length; zone++) {
            int w = n + 2;
            int[] at = {zone % w - 1, zone / w % w - 1, zone / w / w - 1};
            double radius = 1 + (at[0] + 0.5) / n;
            double angle = 0.8 + (at[1] + 0.5) / n;
            double around = 0.2 + 1.2 * (at[2] + 0.5) / n;
            flux[0][zone] = radius * Math.sin(angle) * Math.cos(around);
            flux[1][zone] = 2 * radius * Math.sin(angle) * Math.sin(around);
            flux[2][zone] = Math.pow(radius * Math.cos(angle), 2);
            if (Math.min(at[0], Math.min(at[1], at[2])) >= 0 && Math.max(at[0], Math.max(at[1], at[2])) < n) {
                expected[(at[2] * n + at[1]) * n + at[0]] = 3 + 2 * radius * Math.cos(angle);
            }
        }
        double[] made = filled(Divergence.spherical(r, theta, phi), extents, flux);
        double worst = 0;
        for (int i = 0; i < made.length; i++) {
            worst = Math.max(worst, Math.abs(made[i] - expected[i]));
        }
        return worst;
    }

    @Test
    void blocksAndOtherMemoryGiveTheSame() {
        double[][] flux = random(N, 3);
        Divergence whole = Divergence.cartesian(FIRST, SPACING).endingAt(SPHERE);
        double[] expected = filled(whole, N, flux);
        int zones = expected.length;
        float[] narrow = new float[2 * zones];
        double[] tuples = new double[3 * flux[0].length];
        for (int i = 0; i < tuples.length; i++) {
            tuples[i] = flux[i % 3][i / 3] / 4;
        }
        int[] wide = wide(N);
        whole.fill(
                N,
                View.of(narrow, 2L * zones - 1, -2, -2L * N[0], -2L * N[0] * N[1])
                        .times(0.5),
                View.of(tuples, 0, 3, 3L * wide[0], 3L * wide[0] * wide[1])
                        .components(1)
                        .times(4));
        for (int i = 0; i < zones; i++) {
            assertEquals((float) (2 * expected[i]), narrow[2 * zones - 1 - 2 * i]);
        }
        double[] parts = new double[zones];
        int cut = 4 * N[0] * N[1];
        int[] low = {N[0], N[1], 4};
        int[] high = {N[0], N[1], N[2] - 4};
        whole.fill(low, View.of(parts), Zones.views(flux));
        Vector3 start = new Vector3(FIRST.x(), FIRST.y(), FIRST.z() + 4 * SPACING.z());
        Divergence.cartesian(start, SPACING)
                .endingAt(SPHERE)
                .fill(high, View.of(parts, cut), Zones.views(flux, 4 * wide[0] * wide[1]));
        assertArrayEquals(expected, parts, 1e-14);
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        double[] edges = {0, 1, 2};
        double[] angles = {0, 1, 3};
        Divergence box = Divergence.cartesian(FIRST, SPACING);
        Divergence ball = Divergence.spherical(edges, angles, angles);
        double[] memory = new double[8];
        View[] flux = {View.constant(1), View.constant(2), View.constant(3)};
        refused("spacing along y is 0.0; must be", () -> Divergence.cartesian(FIRST, new Vector3(1, 0, 1)));
        refused(
                "centre of the first zone along x is NaN",
                () -> Divergence.cartesian(new Vector3(Double.NaN, 0, 1), SPACING));
        refused("edges of phi are none", () -> Divergence.spherical(edges, angles, new double[0]));
        refused(
                "edge 2 of theta is 4.0; must be in [0.0, 3.14",
                () -> Divergence.spherical(edges, new double[] {0, 1, 4}, edges));
        refused(
                "edge 1 of r is 0.0 and the one before 0.0; edges must rise",
                () -> Divergence.spherical(new double[2], angles, angles));
        refused("radius of the surface is 1.5, between the edges 1.0 and 2.0 of r", () -> ball.endingAt(1.5));
        refused("fluxes on a spherical grid end at a radius", () -> ball.endingAt(SPHERE));
        refused("fluxes on a Cartesian grid end at a sphere", () -> box.endingAt(1));
        refused("a block of a grid has 2 extents", () -> box.fill(new int[] {2, 4}, View.of(memory), flux));
        refused("extent 1 of the block is -1", () -> box.fill(new int[] {2, -1, 2}, View.of(memory), flux));
        refused("extent 2 of the block is 4 for 3 edges", () -> ball.fill(new int[] {2, 2, 4}, View.of(memory), flux));
        refused("divergence needs elements 0 to 11", () -> box.fill(new int[] {2, 2, 3}, View.of(memory), flux));
        refused(
                "flux_x needs elements 0 to 63",
                () -> box.fill(new int[] {2, 2, 2}, View.of(memory), Zones.views(new double[3][8])));
        refused("flux has 3 component(s)", () -> box.fill(new int[] {2, 2, 2}, View.of(memory), flux[0], flux[1]));
        SurfaceElements small = SurfaceElements.ofSphere(FIRST, 0.3);
        refused(
                "radius of the sphere is 0.3, and zones at its surface measure 0.21",
                () -> box.endingAt(small).fill(new int[] {2, 2, 2}, View.of(memory), flux));
        box.fill(new int[] {0, 2, 2}, View.of(memory), flux);
        assertArrayEquals(new double[8], memory);
    }

    private static void refused(String text, Executable call) {
        String message =
                String.valueOf(assertThrows(CouplingException.class, call).getMessage());
        assertTrue(message.contains(text), message);
    }

    private static void assertNumbers(List<double[]> lines, double[] made) {
        assertEquals(lines.size(), made.length);
        for (int i = 0; i < made.length; i++) {
            double expected = lines.get(i)[0];
            assertEquals(expected, made[i], 1e-13 * (1 + Math.abs(expected)), "zone " + i);
        }
    }

    private static double[][] ofTheFile(int[] n) {
        double[][] flux = random(n, 1);
        int[] w = wide(n);
        for (int c = 0; c < 3; c++) {
            for (int i = 0; i < flux[c].length; i++) {
                int sum = 7 * (i % w[0]) + 13 * (i / w[0] % w[1]) + 29 * (i / w[0] / w[1]) + 17 * c;
                flux[c][i] = sum % 32 / 8.0 - 2;
            }
        }
        return flux;
    }

    private static double[] filled(Divergence divergence, int[] n, double[][] flux) {
        double[] made = new double[n[0] * n[1] * n[2]];
        divergence.fill(n, View.of(made), Zones.views(flux));
        return made;
    }

    private static double[][] random(int[] n, long seed) {
        int[] wide = wide(n);
        Random random = new Random(seed);
        double[][] made = new double[3][];
        for (int c = 0; c < 3; c++) {
            made[c] = random.doubles((long) wide[0] * wide[1] * wide[2], -1, 1).toArray();
        }
        return made;
    }

    private static int[] wide(int[] n) {
        return new int[] {n[0] + 2, n[1] + 2, n[2] + 2};
    }

    private static double[] edges(int n, double low, double high) {
        double[] edges = new double[n + 1];
        for (int i = 0; i <= n; i++) {
            edges[i] = low + (high - low) * i / n;
        }
        return edges;
    }

    private static Vector3 vector(double[] numbers) {
        return new Vector3(numbers[0], numbers[1], numbers[2]);
    }
}
