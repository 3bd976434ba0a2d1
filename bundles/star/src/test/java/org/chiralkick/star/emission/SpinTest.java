package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SpinTest {
    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 0.7, 3.1, 30, 1234.5})
    void twoPhasesAverageARotatingForceExactly(double turnedInStep) {
        double omega = 300;
        double dt = turnedInStep / omega;
        Spin spin = new Spin(2 * Math.PI / omega, 1e45);
        spin.pass(omega, 0.0123);
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

    /**
     * A unit force at angle chi to the spin for a time t: impulses against golden/geometry.json, rotation_unit_force (evaluated at
     * 50 digits), with any number of steps.
     */
    @ParameterizedTest
    @CsvSource({
        "0.0, 100.0, 10.0, 10.0, 0.0, 0.0",
        "0.5, 100.0, 10.0, 8.775825618903727, 0.003964271690803512, 0.002098066470537986",
        "1.0, 0.3, 10.0, 5.403023058681397, 0.3958279738607828, 5.581736486249005",
        "1.5707963267948966, 0.3, 10.0, 0.0, 0.4704000268662226, 6.633308322001485",
        "0.7853981633974483, 0.0, 10.0, 7.0710678118654755, 7.0710678118654755, 0.0",
        "1.2, 1e-09, 10.0, 3.6235775447667307, 9.320390859672263, 4.660195429836132e-08",
        "0.9, 628.3185307179587, 1.0, 0.6216099682706644, 0.0, 0.0",
    })
    void aRotatingForceGivesItsAnalyticImpulse(
            double chi, double omega, double duration, double parallel, double perpendicularX, double perpendicularY) {
        double[] force = {Math.sin(chi), 0, Math.cos(chi)};
        for (int steps : new int[] {1, 7, 100}) {
            double[] impulse = impulse(force, omega, duration, steps);
            assertEquals(perpendicularX, impulse[0], 1e-12 * duration, steps + " steps, x");
            assertEquals(perpendicularY, impulse[1], 1e-12 * duration, steps + " steps, y");
            assertEquals(parallel, impulse[2], 1e-12 * duration, steps + " steps, z");
        }
    }

    /** Returns what a force gives that rotates with the star, by the two evaluations of each step. */
    private static double[] impulse(double[] force, double omega, double duration, int steps) {
        Spin spin = new Spin(omega == 0 ? Double.POSITIVE_INFINITY : 2 * Math.PI / omega, 1);
        double dt = duration / steps;
        double[] sum = new double[3];
        for (int n = 0; n < steps; n++) {
            double middle = spin.middle(omega, dt);
            double weight = Spin.weight(omega, dt);
            add(sum, force, middle, weight * dt);
            add(sum, force, middle + Math.PI, (1 - weight) * dt);
            spin.pass(omega, dt);
        }
        return sum;
    }

    private static void add(double[] sum, double[] force, double phase, double weight) {
        sum[0] += weight * (force[0] * Math.cos(phase) - force[1] * Math.sin(phase));
        sum[1] += weight * (force[0] * Math.sin(phase) + force[1] * Math.cos(phase));
        sum[2] += weight * force[2];
    }

    @Test
    void everyPhaseOfAStepIsIntegratedToRounding() {
        for (double phase = 0.01; phase < 60; phase *= 1.03) {
            double[] mean = impulse(new double[] {1, 0, 0}, phase, 1, 1);
            assertEquals(Math.sin(phase) / phase, mean[0], 2e-14, "phase " + phase);
            assertEquals(2 * Math.pow(Math.sin(phase / 2), 2) / phase, mean[1], 2e-14, "phase " + phase);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 1, Math.PI, 10, 100})
    void averagesTheRotatingVector(double phase) {
        IterativeLegendreGaussIntegrator rule = new IterativeLegendreGaussIntegrator(64, 1e-12, 1e-13);
        double x = rule.integrate(100_000_000, h -> 3 * Math.cos(h) + Math.sin(h), 0, phase) / phase;
        double y = rule.integrate(100_000_000, h -> 3 * Math.sin(h) - Math.cos(h), 0, phase) / phase;
        double[] average = impulse(new double[] {3, -1, 2}, phase, 1, 1);
        assertEquals(x, average[0], 1e-12);
        assertEquals(y, average[1], 1e-12);
        assertEquals(2, average[2]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.7, 3, 40})
    void whatIsAcrossTheAxisShrinksByTheSincOfHalfThePhase(double phase) {
        double[] average = impulse(new double[] {3, -1, 2}, phase, 1, 1);
        double expected = Math.sqrt(10) * Math.abs(Math.sin(phase / 2) / (phase / 2));
        assertEquals(expected, Math.hypot(average[0], average[1]), 1e-14);
    }

    @Test
    void withoutRotationNothingChanges() {
        assertArrayEquals(new double[] {3, -1, 2}, impulse(new double[] {3, -1, 2}, 0, 1, 1));
    }

    @Test
    void aStepWithTooManyTurnsIsRefused() {
        assertEquals(
                "a step of 10.0 s holds 1.00e+10 turns of the star; must be at most 2000000 (take more steps)",
                assertThrows(IllegalArgumentException.class, () -> Spin.requireKnownPhase(2 * Math.PI * 1e9, 10))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1, 314, 62831.85})
    void twoOppositePhasesAverageAStepExactly(double omega) {
        double weight = Spin.weight(omega, 0.1);
        assertTrue(weight > 0.39 && weight <= 1, "weight " + weight);
        double half = omega * 0.1 / 2;
        assertEquals(half == 0 ? 1 : Math.sin(half) / half, weight - (1 - weight), 1e-13, "mean of the cosine over it");
        assertEquals(Spin.stages(omega) == 1, omega == 0);
    }
}
