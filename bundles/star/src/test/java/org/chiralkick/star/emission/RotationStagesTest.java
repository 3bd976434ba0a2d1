package org.chiralkick.star.emission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A unit force at angle chi to the spin for a time t: impulses against golden/geometry.json, rotation_unit_force (evaluated at
 * 50 digits), with any number of steps.
 */
class RotationStagesTest {
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
    void aTurningForceGivesItsAnalyticImpulse(
            double chi, double omega, double duration, double parallel, double perpendicularX, double perpendicularY) {
        for (int steps : new int[] {1, 7, 100}) {
            double[] impulse = impulse(chi, omega, duration, steps);
            assertEquals(perpendicularX, impulse[0], 1e-12 * duration, steps + " steps, x");
            assertEquals(perpendicularY, impulse[1], 1e-12 * duration, steps + " steps, y");
            assertEquals(parallel, impulse[2], 1e-12 * duration, steps + " steps, z");
        }
    }

    private static double[] impulse(double chi, double omega, double duration, int steps) {
        double dt = duration / steps;
        RotationStages stages = RotationStages.of(omega, dt);
        double[] sum = new double[3];
        for (int n = 0; n < steps; n++) {
            for (int s = 0; s < stages.size(); s++) {
                double phase = omega * (n * dt + stages.time(s));
                double weight = dt * stages.weight(s);
                sum[0] += weight * Math.sin(chi) * Math.cos(phase);
                sum[1] += weight * Math.sin(chi) * Math.sin(phase);
                sum[2] += weight * Math.cos(chi);
            }
        }
        return sum;
    }

    @Test
    void everyPhaseOfAStepIsIntegratedToRounding() {
        for (double phase = 0.01; phase < 60; phase *= 1.03) {
            RotationStages stages = RotationStages.of(phase, 1);
            double cosine = 0;
            double sine = 0;
            for (int s = 0; s < stages.size(); s++) {
                cosine += stages.weight(s) * Math.cos(phase * stages.time(s));
                sine += stages.weight(s) * Math.sin(phase * stages.time(s));
            }
            assertEquals(Math.sin(phase) / phase, cosine, 2e-14, "phase " + phase);
            assertEquals(2 * Math.pow(Math.sin(phase / 2), 2) / phase, sine, 2e-14, "phase " + phase);
        }
    }

    @Test
    void aStepWithTooManyTurnsIsRefused() {
        assertEquals(
                "a step of 10.0 s holds 1.00e+10 turns of the star; must be at most 2000000 (take more steps)",
                assertThrows(IllegalArgumentException.class, () -> RotationStages.of(2 * Math.PI * 1e9, 10))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1e-9, 1, 314, 62831.85})
    void weightsOfAStepSumToOne(double omega) {
        RotationStages stages = RotationStages.of(omega, 0.1);
        double sum = 0;
        for (int s = 0; s < stages.size(); s++) {
            sum += stages.weight(s);
        }
        assertEquals(1, sum, 1e-13);
    }
}
