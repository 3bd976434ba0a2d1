package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.apache.commons.math3.analysis.integration.IterativeLegendreGaussIntegrator;
import org.chiralkick.host.value.Vector3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpinAverageTest {
    private static final Vector3 AT_REST = new Vector3(3, -1, 2);

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.1, 1, Math.PI, 10, 100})
    void averagesTheTurningVector(double phase) {
        IterativeLegendreGaussIntegrator rule = new IterativeLegendreGaussIntegrator(64, 1e-12, 1e-13);
        double x = rule.integrate(100_000_000, h -> 3 * Math.cos(h) + Math.sin(h), 0, phase) / phase;
        double y = rule.integrate(100_000_000, h -> 3 * Math.sin(h) - Math.cos(h), 0, phase) / phase;
        Vector3 average = SpinAverage.of(AT_REST, phase);
        assertEquals(x, average.x(), 1e-12);
        assertEquals(y, average.y(), 1e-12);
        assertEquals(2, average.z());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 0.7, 3, 40})
    void whatIsAcrossTheAxisShrinksByTheSincOfHalfThePhase(double phase) {
        Vector3 average = SpinAverage.of(AT_REST, phase);
        double expected = Math.sqrt(10) * Math.abs(Math.sin(phase / 2) / (phase / 2));
        assertEquals(expected, Math.hypot(average.x(), average.y()), 1e-14);
    }

    @Test
    void withoutRotationNothingChanges() {
        assertEquals(AT_REST, SpinAverage.of(AT_REST, 0));
    }
}
