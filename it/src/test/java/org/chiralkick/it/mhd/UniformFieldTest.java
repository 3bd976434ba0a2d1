package org.chiralkick.it.mhd;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.View;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The axial density of one zone in a uniform field: the step limit is safe, and only of what is integrated stepwise. */
class UniformFieldTest {
    private static final double DIFFUSIVITY = 100;

    private final double[] mean = new double[1];
    private final double[] axial = new double[1];
    private final double[] source = new double[1];
    private final double[] flips = new double[1];

    private static Coupling open(String chirality) {
        return Coupling.open(
                SourceProvider.of(new ChiralSource(Map.of(NeutrinoSource.CLOSURE + "chirality", chirality))),
                CouplingConfig.defaults(),
                CouplingOptions.defaults());
    }

    private BlockBinding.Builder zone(double temperature, double gauss) {
        return BlockBinding.of(1)
                .in(ZoneField.TEMPERATURE, View.constant(temperature))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(mean))
                .in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.of(axial))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(0))
                .in(ZoneField.MAGNETIC_FIELD, View.constant(0), View.constant(0), View.constant(gauss))
                .in(ZoneField.MAGNETIC_DIFFUSIVITY, View.constant(DIFFUSIVITY));
    }

    private void set(AxialElectrons electrons, double density) {
        mean[0] = electrons.mean(density);
        axial[0] = electrons.axial(density);
    }

    /** E = -(eta/c) v_mu B, which is what no curl gives; explicit Euler at the largest step that the coupling allows. */
    @ParameterizedTest(name = "{0} G, mu_5 = {1} MeV")
    @CsvSource({"1e14, -1", "1e15, -1", "1e16, -1", "1e14, 80", "1e15, 80", "1e16, 80", "1e16, -120", "1e17, 120"})
    void theAxialDensityFallsInEveryStepOfTheLargestLength(double gauss, double axialMev) {
        AxialElectrons electrons = AxialElectrons.of(10, 100);
        BlockBinding block = zone(10, gauss)
                .in(ZoneField.MAGNETIC_FIELD_CURL, View.constant(0), View.constant(0), View.constant(0))
                .out(FluxField.AXIAL_SOURCE, View.of(source))
                .build();
        double density = electrons.axialDensity(axialMev);
        double start = Math.abs(density);
        int steps = 0;
        try (Coupling coupling = open("given")) {
            for (double time = 0; steps < 300 && Math.abs(density) > 1e-6 * start; steps++) {
                set(electrons, density);
                coupling.begin(steps, time, Double.NaN);
                double dt = coupling.evaluate(block, 1).dtMax();
                coupling.setDt(dt);
                coupling.commit();
                double next = density + dt * source[0];
                assertTrue(
                        Math.abs(next) < Math.abs(density),
                        "step " + steps + " takes n_5 from " + density + " to " + next);
                density = next;
                time += dt;
            }
        }
        assertTrue(steps > 1, "one step says nothing of the next");
    }

    /** The heat: spins flip 1e14 times in a second, the step is a second, and the density is S/Gamma after it. */
    @Test
    void spinFlipsAreIntegratedExactlyAndLimitNoStep() {
        AxialElectrons electrons = AxialElectrons.of(10, 100);
        BlockBinding block = zone(10, 1e12)
                .in(ZoneField.ELECTRIC_FIELD, View.constant(0), View.constant(0), View.constant(-1e3))
                .out(FluxField.AXIAL_SOURCE, View.of(source))
                .out(FluxField.SPIN_FLIP_RATE, View.of(flips))
                .build();
        double density = electrons.axialDensity(-1);
        set(electrons, density);
        try (Coupling coupling = open("washed-out")) {
            assertEquals(
                    Double.POSITIVE_INFINITY, coupling.advance(1, 0, 1, block).dtMax());
            assertTrue(source[0] > 0, "E against B makes left-handed electrons");
            double gamma = flips[0];
            double dt = 1e-3 / gamma;
            double decayed = density * Math.exp(-gamma * dt) - source[0] * Math.expm1(-gamma * dt) / gamma;
            double rate = source[0] - gamma * density;
            assertEquals(density + rate * dt, decayed, 1e-6 * Math.abs(density));
            double settled = density * Math.exp(-gamma) - source[0] * Math.expm1(-gamma) / gamma;
            assertEquals(source[0] / gamma, settled, 1e-15 * settled);
            assertTrue(coupling.assumptions()
                    .contains("mu_5 given and discarded: spin flips make it 0 (chirality 'washed-out')"));
        }
    }

    @Test
    void aResultSaysThatTheSourceIsZeroForWantOfAnElectricField() {
        String missing =
                "electric field not given: axial source is 0; give it, or magnetic field curl and magnetic diffusivity";
        set(AxialElectrons.of(10, 100), 0);
        BlockBinding without =
                zone(10, 1e12).out(FluxField.AXIAL_SOURCE, View.of(source)).build();
        try (Coupling coupling = open("given")) {
            coupling.advance(1, 0, 1e-20, without);
            assertEquals(0, source[0]);
            assertTrue(coupling.assumptions().contains(missing), coupling.assumptions()::toString);
        }
        BlockBinding with = zone(10, 1e12)
                .in(ZoneField.MAGNETIC_FIELD_CURL, View.constant(0), View.constant(0), View.constant(1e20))
                .out(FluxField.AXIAL_SOURCE, View.of(source))
                .build();
        try (Coupling coupling = open("given")) {
            coupling.advance(1, 0, 1e-20, with);
            assertTrue(source[0] < 0);
            assertFalse(coupling.assumptions().contains(missing), coupling.assumptions()::toString);
        }
    }
}
