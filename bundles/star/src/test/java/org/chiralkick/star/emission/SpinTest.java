package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.star.field.PolarVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.7, 3.1, 30, 1234.5})
    void twoPhasesAverageATurningForceExactly(double turnedInStep) {
        double omega = 300;
        double dt = turnedInStep / omega;
        Spin spin = new Spin(2 * Math.PI / omega, 1e45);
        spin.turn(omega, 0.0123);
        double start = 0.0123 * omega;
        // mean of cos(phase) over the step, by its integral
        double exact = (Math.sin(start + turnedInStep) - Math.sin(start)) / turnedInStep;
        double middle = spin.middle(omega, dt);
        double weight = Spin.weight(omega, dt);
        double two = weight * Math.cos(middle) + (1 - weight) * Math.cos(middle + Math.PI);
        assertEquals(exact, two, 1e-11);
    }

    @Test
    void withoutRotationOnePhaseCounts() {
        Spin spin = new Spin(Double.POSITIVE_INFINITY, 1e45);
        assertEquals(0, spin.angularVelocity(1e45), 0);
        assertEquals(1, Spin.weight(0, 0.1), 0);
        assertEquals(0, spin.middle(0, 0.1), 0);
    }

    @Test
    void angularMomentumIsKept() {
        Spin spin = new Spin(0.02, 4e45);
        assertEquals(2 * Math.PI / 0.005, spin.angularVelocity(1e45), 1e-9);
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
