package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.star.field.MagneticGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums over the elements against the analytic values of golden/geometry.json, in units of the disk pi R^2 B. */
class EmissionSphereTest {
    private static final double RADIUS = 1e6;
    private static final double DISK = Math.PI * RADIUS * RADIUS;
    private static final double TILT = 0.7;

    private static double[] beamedOutflow(EmissionSphere sphere) {
        double[] sum = new double[3];
        for (int i = 0; i < sphere.size(); i++) {
            double norm = norm(sphere, i);
            double outflow = Math.max(0, flow(sphere, i));
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += outflow * sphere.field(axis)[i] / norm;
            }
        }
        return sum;
    }

    private static double[] radialOutflow(EmissionSphere sphere) {
        double[] sum = new double[3];
        for (int i = 0; i < sphere.size(); i++) {
            double outflow = Math.max(0, flow(sphere, i));
            for (int axis = 0; axis < 3; axis++) {
                sum[axis] += outflow * sphere.element(axis)[i] / area(sphere, i);
            }
        }
        return sum;
    }

    private static double flow(EmissionSphere sphere, int i) {
        double sum = 0;
        for (int axis = 0; axis < 3; axis++) {
            sum += sphere.field(axis)[i] * sphere.element(axis)[i];
        }
        return sum;
    }

    private static double area(EmissionSphere sphere, int i) {
        return Math.sqrt(Math.pow(sphere.element(0)[i], 2)
                + Math.pow(sphere.element(1)[i], 2)
                + Math.pow(sphere.element(2)[i], 2));
    }

    private static double norm(EmissionSphere sphere, int i) {
        return Math.sqrt(
                Math.pow(sphere.field(0)[i], 2) + Math.pow(sphere.field(1)[i], 2) + Math.pow(sphere.field(2)[i], 2));
    }

    private static void assertAlongAxis(double expected, double[] vector, double tilt, double tolerance) {
        assertEquals(expected * Math.sin(tilt), vector[0], tolerance);
        assertEquals(0, vector[1], tolerance);
        assertEquals(expected * Math.cos(tilt), vector[2], tolerance);
    }

    @ParameterizedTest
    @EnumSource(MagneticGeometry.class)
    void oneHemisphereEmitsWhatTheDiskDoes(MagneticGeometry geometry) {
        EmissionSphere sphere = new EmissionSphere(RADIUS, geometry, 1, TILT);
        double outflow = 0;
        double net = 0;
        for (int i = 0; i < sphere.size(); i++) {
            outflow += Math.max(0, flow(sphere, i));
            net += flow(sphere, i);
        }
        assertEquals(DISK, outflow, 1e-14 * DISK);
        assertEquals(0, net, 1e-14 * DISK);
    }

    @Test
    void aUniformFieldBeamsTheDiskValueAlongTheTiltedAxis() {
        assertAlongAxis(
                DISK, beamedOutflow(new EmissionSphere(RADIUS, MagneticGeometry.UNIFORM, 1, TILT)), TILT, 1e-14 * DISK);
    }

    @Test
    void aDipoleBeamsTwoNinthsOfTheDiskValue() {
        assertAlongAxis(
                2.0 / 9 * DISK,
                beamedOutflow(new EmissionSphere(RADIUS, MagneticGeometry.DIPOLE, 1, TILT)),
                TILT,
                1e-13 * DISK);
    }

    @ParameterizedTest
    @EnumSource(MagneticGeometry.class)
    void radialEmissionGivesTwoThirds(MagneticGeometry geometry) {
        assertAlongAxis(
                2.0 / 3 * DISK, radialOutflow(new EmissionSphere(RADIUS, geometry, 1, TILT)), TILT, 1e-14 * DISK);
    }

    @Test
    void elementsAddUpToTheSphere() {
        EmissionSphere sphere = new EmissionSphere(RADIUS, MagneticGeometry.DIPOLE, 3e12, TILT);
        double area = 0;
        for (int i = 0; i < sphere.size(); i++) {
            area += area(sphere, i);
        }
        assertEquals(4 * DISK, area, 1e-14 * 4 * DISK);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 2.0, -5.5, 62831.85307179586})
    void turningTurnsEveryVectorAboutTheSpin(double phase) {
        EmissionSphere sphere = new EmissionSphere(RADIUS, MagneticGeometry.DIPOLE, 1, TILT);
        double[] still = beamedOutflow(sphere);
        sphere.turnTo(phase);
        double[] turned = beamedOutflow(sphere);
        assertEquals(still[0] * Math.cos(phase), turned[0], 1e-13 * DISK);
        assertEquals(still[0] * Math.sin(phase), turned[1], 1e-13 * DISK);
        assertEquals(still[2], turned[2], 1e-13 * DISK);
    }

    @ParameterizedTest
    @CsvSource({"8, 1e-8", "12, 1e-11", "16, 1e-14"})
    void theDipoleBeamConvergesExponentiallyInThePolarNodes(int polar, double error) {
        double[] beam = beamedOutflow(new EmissionSphere(RADIUS, MagneticGeometry.DIPOLE, 1, 0, polar, 8));
        assertEquals(2.0 / 9, beam[2] / DISK, error);
    }

    @Test
    void withoutAFieldTheSpinIsTheAxis() {
        EmissionSphere sphere = new EmissionSphere(RADIUS, MagneticGeometry.UNIFORM, 0, TILT);
        EmissionSphere untilted = new EmissionSphere(RADIUS, MagneticGeometry.UNIFORM, 0, 0);
        assertEquals(untilted.element(2)[5], sphere.element(2)[5]);
    }
}
