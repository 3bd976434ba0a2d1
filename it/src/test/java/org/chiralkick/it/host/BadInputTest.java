package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.View;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input, row by row: misuse is an exception with this text, a bad zone is flagged and has no flux. */
class BadInputTest {
    private static final double[] THREE = new double[3];

    @ParameterizedTest
    @MethodSource("misuse")
    void misuseIsRefusedInTheseWords(String message, Executable call) {
        CouplingException refusal = assertThrows(CouplingException.class, call);
        assertEquals(message, refusal.getMessage());
    }

    private static Stream<Arguments> misuse() {
        return Stream.of(
                row(
                        "temperature_mev needs elements 0 to 3 for a block of [4] zones, but the memory has 3 elements; check"
                                + " offset, strides and extents",
                        () -> BlockBinding.of(4).in(ZoneField.TEMPERATURE, View.of(THREE))),
                row(
                        "temperature_mev needs elements 0 to 4 for a block of [3] zones, but the memory has 3 elements; check"
                                + " offset, strides and extents",
                        () -> BlockBinding.of(3).in(ZoneField.TEMPERATURE, View.of(THREE, 0, 2))),
                row(
                        "b_x_gauss and the other 2 components need a view each, or one view with components(stride)",
                        () -> BlockBinding.of(3).in(ZoneField.MAGNETIC_FIELD, View.of(THREE))),
                row("extents of a block are [-1]; must be >= 0", () -> BlockBinding.of(-1)),
                row(
                        "flags has 2 elements for a block of 3 zones; needs one per zone",
                        () -> BlockBinding.of(3).flags(new long[2])),
                row(
                        "mask has 2 elements for a block of 3 zones; needs one per zone",
                        () -> BlockBinding.of(3).mask(new byte[2])),
                row(
                        "unit factor of a view is 0.0; must be finite and not 0",
                        () -> View.of(THREE).times(0)),
                row(
                        "field number 77 is not known; inputs are 1 to 29, 31 to 39, outputs 101 to 110, 121 to 126, 131 to 133",
                        () -> BlockBinding.of(3).bind(77, View.of(THREE))),
                row(
                        "evaluate without a step: no step was begun yet; call begin(step, time, dt) first",
                        () -> coupling().evaluate(BlockBinding.of(0).build(), 1)),
                row(
                        "commit without a step: no step was begun yet; call begin(step, time, dt) first",
                        () -> coupling().commit()),
                row(
                        "dt of step 1 is -1.0; advance needs it, > 0",
                        () -> coupling().advance(1, 0, -1)),
                row(
                        "dt is 1.0E40 s; must be in [1.0E-42, 1.0E30] s",
                        () -> coupling().begin(1, 0, 1e40)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            [] | configuration: document is []; must be a JSON object { ... }
            {"preset": 2016} | configuration: preset is 2016; must be a text in quotes
            {"sources": {"push": {"closures": {"spread": 1}}}} | configuration: sources.push.closures.spread is 1; must be a text in quotes
            {"closures": {"recoil": "up"}} | configuration: closures.recoil is 'up'; must be one of [beamed-outflow, beamed-net, radial-net, radial-outflow, lambert]
            {"recoil": {"radius-cm": -1}} | configuration: recoil.radius-cm is -1; must be finite and > 0 cm
            {"wait-s": "long"} | configuration: wait-s is "long"; must be a number, in [0, 1e6] s
            {"presets": "a"} | configuration: presets is not known (did you mean preset?); the keys here are [closures, missing-output, parameters, preset, recoil, report-zones-every, source, sources, step-numbers, wait-s, watchdog-s, weights, without-source]
            {"without-source": "ignore"} | configuration: without-source is 'ignore'; must be one of [hold, wait, fail, stop]
            {"watchdog-s": -1} | configuration: watchdog-s is -1; must be in [0, 1e6] s, 0 for never
            """)
    void aWrongConfigurationIsRefusedInTheseWords(String json, String message) {
        CouplingException refusal = assertThrows(CouplingException.class, () -> CouplingConfig.parse(json));
        assertEquals(message, refusal.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "TEMPERATURE, NaN, input",
        "TEMPERATURE, Infinity, input",
        "TEMPERATURE, -0.3, input",
        "DENSITY, -1e14, input",
        "DENSITY, 0, input",
        "DENSITY, NaN, input",
        "ELECTRON_FRACTION, 1.01, input",
        "ELECTRON_FRACTION, -0.01, input",
        "ELECTRON_FRACTION, -Infinity, input"
    })
    void aBadZoneIsFlaggedHasNoFluxAndLeavesItsNeighboursAlone(ZoneField field, double bad, String flag) {
        double[] temperature = {10, 10, 10};
        double[] density = {1e14, 1e14, 1e14};
        double[] fraction = {0.3, 0.3, 0.3};
        double[] changed =
                field == ZoneField.TEMPERATURE ? temperature : field == ZoneField.DENSITY ? density : fraction;
        changed[1] = bad;
        double[] flux = {7, 7, 7};
        long[] flags = new long[3];
        BlockBinding block = BlockBinding.of(3)
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .in(ZoneField.DENSITY, View.of(density))
                .in(ZoneField.ELECTRON_FRACTION, View.of(fraction))
                .in(ZoneField.NEUTRINO_FRACTION, View.constant(0.05))
                .out(FluxField.NEUTRINO_FLUX, View.of(new double[3]), View.of(new double[3]), View.of(flux))
                .flags(flags)
                .build();
        try (Coupling coupling = coupling(new MuSource())) {
            coupling.begin(1, 0, 1);
            BlockResult result = coupling.evaluate(block, 1);
            assertEquals(1, result.flagCount(ValidityFlag.INPUT));
            assertEquals(flag, ValidityFlag.of(flags[1]).iterator().next().label());
            assertEquals(0, flux[1]);
            assertEquals(flux[0], flux[2]);
            assertEquals(0, flags[0] | flags[2]);
            coupling.commit();
        }
    }

    @Test
    void aBlockWithoutZonesIsAllowedAndGivesNothing() {
        try (Coupling coupling = coupling(new MuSource())) {
            BlockBinding none = BlockBinding.of(0)
                    .in(ZoneField.TEMPERATURE, View.of(new double[0]))
                    .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(new double[0]))
                    .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(new double[0]))
                    .build();
            coupling.advance(1, 0, 1, none);
            assertEquals(0, coupling.recoil().number());
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void aResultTooLargeForADoubleIsFlaggedAsBadInput() {
        double[] flux = new double[1];
        BlockBinding block = BlockBinding.of(1)
                .in(ZoneField.TEMPERATURE, View.constant(10))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.constant(1e308))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.constant(1e308))
                .out(FluxField.NEUTRINO_FLUX, View.of(new double[1]), View.of(new double[1]), View.of(flux))
                .build();
        try (Coupling coupling = coupling(new MuSource())) {
            coupling.begin(1, 0, 1);
            assertEquals(1, coupling.evaluate(block, 1).flagCount(ValidityFlag.INPUT));
            assertEquals(0, flux[0]);
        }
    }

    private static Arguments row(String message, Executable call) {
        return arguments(message, call);
    }

    private static Coupling coupling(NeutrinoSource... sources) {
        // Without one a coupling opens only where the configuration says so.
        CouplingConfig config = CouplingConfig.defaults();
        return Coupling.open(
                SourceProvider.of(sources),
                sources.length > 0 ? config : config.withoutSource(WithoutSource.HOLD, 0),
                CouplingOptions.defaults());
    }

    /** Flux 1e3 (mu_e + mu_nu) along z, so that every derived potential shows. */
    private static final class MuSource implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named("mu")
                    .version("1")
                    .summary("flux proportional to the potentials")
                    .citation("none")
                    .requires(
                            ZoneField.TEMPERATURE,
                            ZoneField.ELECTRON_CHEMICAL_POTENTIAL,
                            ZoneField.NEUTRINO_CHEMICAL_POTENTIAL)
                    .gives(FluxField.NEUTRINO_FLUX)
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            if (!fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                return;
            }
            double[] electron = zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL);
            double[] neutrino = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
            double[] flux = fluxes.column(FluxField.NEUTRINO_FLUX, 2);
            for (int i = zones.first(); i < zones.end(); i++) {
                flux[i] += 1e3 * (electron[i] + neutrino[i]);
            }
        }
    }
}
