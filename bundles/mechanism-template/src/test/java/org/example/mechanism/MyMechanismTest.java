package org.example.mechanism;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The equation against references of 50 digits, rounded to doubles, and the choices. */
class MyMechanismTest {
    /** Some roundings; an equation in which terms cancel needs more. */
    private static final double EPSILON = 1e-14;

    @ParameterizedTest
    @CsvFileSource(resources = "/golden.csv", useHeadersInDisplayName = true)
    void agreesWithTheReferences(
            double temperatureMev, double fieldGauss, String beam, double factor, double number, double energyErg) {
        MyMechanism mechanism = new MyMechanism(
                Map.of(NeutrinoSource.CLOSURE + "beam", beam, NeutrinoSource.PARAMETER + "factor", factor));
        Fluxes fluxes = Fluxes.of(mechanism, temperatureMev, fieldGauss);
        assertEquals(number, fluxes.number, EPSILON * Math.abs(number));
        assertEquals(energyErg, fluxes.energyErg, EPSILON * Math.abs(energyErg));
    }

    @Test
    void takesAPreset() {
        Fluxes weak = Fluxes.of(new MyMechanism(Map.of(NeutrinoSource.PRESET, "weak")), 10, 1e12);
        Fluxes plain = Fluxes.of(new MyMechanism(Map.of()), 10, 1e12);
        assertEquals(0.05 * plain.number, weak.number, EPSILON * plain.number);
    }

    @Test
    void refusesWhatItDoesNotDeclare() {
        Map<String, Object> tooMuch = Map.of(NeutrinoSource.PARAMETER + "factor", 11);
        IllegalArgumentException refusal = assertThrows(IllegalArgumentException.class, () -> new MyMechanism(tooMuch));
        assertTrue(refusal.getMessage().contains("[0, 10]"), refusal.getMessage());
    }

    /** Fluxes along the third axis, in which the field points, of a block of one zone. */
    private static final class Fluxes {
        private final double number;
        private final double energyErg;

        private Fluxes(double number, double energyErg) {
            this.number = number;
            this.energyErg = energyErg;
        }

        private static Fluxes of(MyMechanism mechanism, double temperatureMev, double fieldGauss) {
            ZoneBlock.Owner zones = new ZoneBlock.Owner();
            zones.lend(ZoneField.TEMPERATURE, 0, new double[] {temperatureMev});
            FluxBlock.Owner fluxes = new FluxBlock.Owner();
            double[][] number = new double[3][1];
            double[][] energy = new double[3][1];
            for (int axis = 0; axis < 3; axis++) {
                zones.lend(ZoneField.MAGNETIC_FIELD, axis, new double[] {axis == 2 ? fieldGauss : 0});
                fluxes.lend(FluxField.NEUTRINO_FLUX, axis, number[axis]);
                fluxes.lend(FluxField.NEUTRINO_ENERGY_FLUX, axis, energy[axis]);
            }
            fluxes.lendFlags(new long[1]);
            zones.window(0, 1);
            fluxes.window(0, 1);
            mechanism.evaluate(zones.block(), fluxes.block());
            return new Fluxes(number[2][0], energy[2][0]);
        }
    }
}
