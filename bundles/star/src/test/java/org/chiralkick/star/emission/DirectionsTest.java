package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.MagneticField;
import org.chiralkick.star.field.PolarVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sums over the elements against the analytic values of golden/geometry.json, in units of the disk pi R^2 B. */
class DirectionsTest {
    private static final double RADIUS = 1e6;
    private static final double DISK = Math.PI * RADIUS * RADIUS;
    private static final double TILT = 0.7;

    /** A sphere with the field of a star that stays as it is, as large as the sphere. */
    private record Sphere(Directions directions, MagneticField field) {
        static Sphere of(FieldShape.Analytic geometry, double gauss, double tilt) {
            return of(geometry, gauss, tilt, 16, 8);
        }

        static Sphere of(FieldShape.Analytic geometry, double gauss, double tilt, int polar, int azimuthal) {
            return new Sphere(
                    new Directions(polar, azimuthal, tilt),
                    geometry.onSphere(RADIUS).unit().times(gauss));
        }

        int size() {
            return directions.size();
        }

        double[] field(int i) {
            PolarVector b = field.gaussAt(RADIUS, directions.cosTheta(i));
            return new double[] {
                directions.cartesian(i, b, 0), directions.cartesian(i, b, 1), directions.cartesian(i, b, 2)
            };
        }

        double area(int i) {
            return 4 * DISK * directions.weight(i);
        }

        double outflow(int i) {
            double[] b = field(i);
            double sum = 0;
            for (int axis = 0; axis < 3; axis++) {
                sum += b[axis] * area(i) * directions.radial(i, axis);
            }
            return sum;
        }
    }

    private static double[] beamedOutflow(Sphere sphere) {
        double[] sum = new double[3];
        for (int i = 0; i < sphere.size(); i++) {
            double[] b = sphere.field(i);
            double norm = Math.hypot(Math.hypot(b[0], b[1]), b[2]);
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += Math.max(0, sphere.outflow(i)) * b[axis] / norm;
            }
        }
        return sum;
    }

    private static double[] radialOutflow(Sphere sphere) {
        double[] sum = new double[3];
        for (int i = 0; i < sphere.size(); i++) {
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] +=
                        Math.max(0, sphere.outflow(i)) * sphere.directions().radial(i, axis);
            }
        }
        return sum;
    }

    private static void assertAlongAxis(double expected, double[] vector, double tilt, double tolerance) {
        assertEquals(expected * Math.sin(tilt), vector[0], tolerance);
        assertEquals(0, vector[1], tolerance);
        assertEquals(expected * Math.cos(tilt), vector[2], tolerance);
    }

    @ParameterizedTest
    @EnumSource(FieldShape.Analytic.class)
    void oneHemisphereEmitsWhatTheDiskDoes(FieldShape.Analytic geometry) {
        Sphere sphere = Sphere.of(geometry, 1, TILT);
        double outflow = 0;
        double net = 0;
        for (int i = 0; i < sphere.size(); i++) {
            outflow += Math.max(0, sphere.outflow(i));
            net += sphere.outflow(i);
        }
        assertEquals(DISK, outflow, 1e-14 * DISK);
        assertEquals(0, net, 1e-14 * DISK);
    }

    @Test
    void aUniformFieldBeamsTheDiskValueAlongTheTiltedAxis() {
        assertAlongAxis(DISK, beamedOutflow(Sphere.of(FieldShape.Analytic.UNIFORM, 1, TILT)), TILT, 1e-14 * DISK);
    }

    @Test
    void aDipoleBeamsTwoNinthsOfTheDiskValue() {
        assertAlongAxis(
                2.0 / 9 * DISK, beamedOutflow(Sphere.of(FieldShape.Analytic.DIPOLE, 1, TILT)), TILT, 1e-13 * DISK);
    }

    @ParameterizedTest
    @EnumSource(FieldShape.Analytic.class)
    void radialEmissionGivesTwoThirds(FieldShape.Analytic geometry) {
        assertAlongAxis(2.0 / 3 * DISK, radialOutflow(Sphere.of(geometry, 1, TILT)), TILT, 1e-14 * DISK);
    }

    @Test
    void elementsAddUpToTheSphere() {
        Sphere sphere = Sphere.of(FieldShape.Analytic.DIPOLE, 3e12, TILT);
        double area = 0;
        for (int i = 0; i < sphere.size(); i++) {
            area += sphere.area(i);
        }
        assertEquals(4 * DISK, area, 1e-14 * 4 * DISK);
    }

    @ParameterizedTest
    @CsvSource({"8, 1e-8", "12, 1e-11", "16, 1e-14"})
    void theDipoleBeamConvergesExponentiallyInThePolarNodes(int polar, double error) {
        double[] beam = beamedOutflow(Sphere.of(FieldShape.Analytic.DIPOLE, 1, 0, polar, 8));
        assertEquals(2.0 / 9, beam[2] / DISK, error);
    }

    @Test
    void directionsIntegrateTheSphere() {
        Directions directions = new Directions(6, 4, 0.5);
        double sum = 0;
        double[] mean = new double[3];
        double square = 0;
        for (int k = 0; k < directions.size(); k++) {
            sum += directions.weight(k);
            for (int axis = 0; axis < 3; axis++) {
                mean[axis] += directions.weight(k) * directions.radial(k, axis);
            }
            square += directions.weight(k) * directions.cosTheta(k) * directions.cosTheta(k);
        }
        assertEquals(1, sum, 1e-14);
        assertEquals(0, Math.hypot(Math.hypot(mean[0], mean[1]), mean[2]), 1e-14);
        assertEquals(1.0 / 3, square, 1e-14);
    }

    @Test
    void aTiltedAxisPointsTowardsX() {
        Directions directions = new Directions(8, 8, Math.toRadians(90));
        double[] sum = new double[3];
        for (int k = 0; k < directions.size(); k++) {
            // The vector along the magnetic axis is (cos theta, -sin theta, 0) in polar components.
            double c = directions.cosTheta(k);
            PolarVector axis = new PolarVector(c, -Math.sqrt(1 - c * c), 0);
            for (int a = 0; a < 3; a++) {
                sum[a] += directions.weight(k) * directions.cartesian(k, axis, a);
            }
        }
        assertEquals(1, sum[0], 1e-13);
        assertEquals(0, sum[1], 1e-13);
        assertEquals(0, sum[2], 1e-13);
    }
}
