package org.chiralkick.star.dipole;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A sphere of radius 1 whose surface stays cold, with a flux B sigma(r) along an axis. In the steady state F_r(R) = (B/R^2) Int_0^R
 * sigma (r^2 h)' dr leaves, h the regular solution of (r^2 D h')' = 2 D h with h(R) = 1: not the local value.
 */
class SteadyDipoleTest {
    private static final double FOREVER = 1e9;

    @ParameterizedTest
    @CsvSource({"constant, 0.4000", "exponential, 0.4654", "steep, 0.4809"})
    void aFluxThatVanishesOnTheSurfaceLeavesAsItsWeightedMean(String diffusion, double expected) {
        DoubleUnaryOperator d = diffusion(diffusion);
        assertEquals(expected, leaving(400, d, r -> 1 - r * r), 1e-4);
    }

    @Test
    void theErrorIsOfSecondOrderInTheZones() {
        double coarse = leaving(25, r -> 1, r -> 1 - r * r) - 0.4;
        double fine = leaving(50, r -> 1, r -> 1 - r * r) - 0.4;
        assertEquals(4, coarse / fine, 0.3);
    }

    @ParameterizedTest
    @CsvSource({"0.02", "0.05"})
    void aFluxInASkinLeavesAsThreeTimesItsDepth(double depth) {
        double left = leaving(2000, r -> 1, r -> r > 1 - depth ? 1 : 0);
        // Int_(1-d)^1 3 r^2 dr
        assertEquals(1 - Math.pow(1 - depth, 3), left, 2e-3);
        assertEquals(3 * depth, left, 0.06 * 3 * depth);
    }

    @Test
    void aUniformFluxMovesNothing() {
        int zones = 100;
        DipoleStep step = step(zones, FOREVER, diffusion("exponential"));
        DipoleResponse response = new DipoleResponse(zones);
        response.advance(step, along(1, zones, r -> 3));
        for (int i = 0; i < zones; i++) {
            // The same flux with a gradient of order 1 moves it by some 0.1.
            assertEquals(0, response.temperatureMev(1, i), 1e-12);
            assertEquals(0, response.degeneracy(1, i), 1e-12);
        }
        assertEquals(3 * 4 * Math.PI, response.mevPerS(1), 1e-11);
        assertEquals(3 * 4 * Math.PI, response.leptonsPerS(1), 1e-11);
        assertEquals(0, response.mevPerS(0), 0);
    }

    @Test
    void leptonsAndEnergyAreAlikeWhereTheirLawsAre() {
        int zones = 50;
        DipoleResponse response = new DipoleResponse(zones);
        response.advance(step(zones, FOREVER, r -> 1), along(2, zones, r -> 1 - r * r));
        assertTrue(response.mevPerS(2) > 1);
        assertEquals(response.mevPerS(2), response.leptonsPerS(2), 1e-12);
    }

    @Test
    void aLimiterTakesItsPartOfTheFlux() {
        int zones = 50;
        DipoleStep step = step(zones, FOREVER, r -> 1);
        Arrays.fill(step.energyLimit, 0.25);
        Arrays.fill(step.energyLimitIn, 0.25);
        DipoleResponse response = new DipoleResponse(zones);
        response.advance(step, along(2, zones, r -> 1 - r * r));
        assertEquals(0.25 * response.leptonsPerS(2), response.mevPerS(2), 1e-12);
    }

    private static DoubleUnaryOperator diffusion(String name) {
        return switch (name) {
            case "constant" -> r -> 1;
            case "exponential" -> r -> Math.exp(8 * r);
            default -> r -> Math.pow(10, 6 * Math.pow(r, 4));
        };
    }

    /** Returns F_r(R) of a flux after a step that lasts for ever. */
    private static double leaving(int zones, DoubleUnaryOperator diffusion, DoubleUnaryOperator flux) {
        DipoleResponse response = new DipoleResponse(zones);
        response.advance(step(zones, FOREVER, diffusion), along(2, zones, flux));
        return response.mevPerS(2) / (4 * Math.PI);
    }

    private static DipoleCurrents along(int axis, int zones, DoubleUnaryOperator flux) {
        DipoleCurrents currents = new DipoleCurrents(zones);
        for (int i = 0; i < zones; i++) {
            double here = flux.applyAsDouble(centre(i, zones));
            currents.energy(axis, i, here, here);
            currents.number(axis, i, here, here);
        }
        return currents;
    }

    private static double centre(int zone, int zones) {
        double in = (double) zone / zones;
        double out = (zone + 1.0) / zones;
        return Math.cbrt((in * in * in + out * out * out) / 2);
    }

    /** T drives energy and eta leptons by the same law; a unit of either fills a unit of volume. */
    private static DipoleStep step(int zones, double dt, DoubleUnaryOperator diffusion) {
        DipoleStep step = new DipoleStep(zones, 0, dt, 1, 0, 0);
        for (int i = 0; i < zones; i++) {
            double in = (double) i / zones;
            double out = (i + 1.0) / zones;
            double c = centre(i, zones);
            step.radius[i + 1] = out;
            double d = diffusion.applyAsDouble(c);
            step.along.energyPerMev[i] = d;
            step.along.leptonsPerEta[i] = d;
            double volume = 4 * Math.PI / 3 * (out * out * out - in * in * in);
            step.held.energyPerMev[i] = volume;
            step.held.leptonsPerEta[i] = volume;
            step.temperature[i] = 1;
            step.baryons[i] = 1;
            double resistance = (out - c) / d;
            if (i + 1 < zones) {
                double next = centre(i + 1, zones);
                step.between[i + 1] = (out - c) / (next - c);
                resistance += (next - out) / diffusion.applyAsDouble(next);
            }
            double conductance = 4 * Math.PI * out * out / resistance;
            step.through.energyPerMev[i + 1] = conductance;
            step.through.leptonsPerEta[i + 1] = conductance;
        }
        return step;
    }
}
