package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.chiralkick.host.TestSources.descriptor;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Set;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bad zone data is data: the zone is zeroed, flagged and counted, and nothing else is touched. */
class InvalidZoneTest {
    private static final int N = 600;
    private static final int BAD = 517;

    private final Zones zones = new Zones(N, 21);
    private final long[] flags = new long[N];

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.3, -Double.MIN_VALUE})
    void aTemperatureThatIsNotOne(double temperature) {
        zones.temperature[BAD] = temperature;
        checkOneInvalidZone();
    }

    @Test
    void aTemperatureOfMinusZeroIsZero() {
        zones.temperature[BAD] = -0.0;
        try (Coupling coupling = open(alongField("test"))) {
            assertEquals(0, coupling.advance(1, 0, 1, bind()).invalid());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aFieldSurfaceOrPositionThatIsNotFinite(double number) {
        for (double[] column : new double[][] {zones.field[1], zones.surface[2], zones.position[0]}) {
            double good = column[BAD];
            column[BAD] = number;
            checkOneInvalidZone();
            column[BAD] = good;
        }
    }

    /** Fails in one call out of two, with an exception that it does not declare, after it has raised flags. */
    private static final class Treacherous implements NeutrinoSource {
        private boolean fails = true;

        @Override
        public SourceDescriptor describe() {
            return descriptor(
                    "treacherous",
                    d -> d.requires(ZoneField.TEMPERATURE).gives(FluxField.LEPTON_FLUX, FluxField.NEUTRINO_FLUX));
        }

        @Override
        public void evaluate(ZoneBlock block, FluxBlock fluxes) {
            boolean now = fails && block.size() == N;
            fails ^= block.size() == N;
            if (now) {
                fluxes.flags()[block.first() + 5] |= ValidityFlag.KNUDSEN.bit();
                Treacherous.<RuntimeException>fail(new IOException("disk full"));
            }
        }

        @SuppressWarnings("unchecked") // that is the point: the compiler is told it is another exception
        private static <T extends Throwable> void fail(Throwable thrown) throws T {
            throw (T) thrown;
        }
    }

    @Test
    void aSourceThatFailsLeavesNoMarksForTheNextBlock() {
        try (Coupling coupling = open(new Treacherous())) {
            BlockBinding block = zones.builder(N).flags(flags).build();
            zones.temperature[BAD] = Double.NaN;
            coupling.begin(1, 0, 1);
            CouplingException failed = assertThrows(CouplingException.class, () -> coupling.evaluate(block, 1));
            assertTrue(failed.toString().contains("disk full"), failed.toString());
            coupling.rollback();
            zones.temperature[BAD] = 10;
            assertEquals(0, coupling.advance(2, 0, 1, block).flagged(), "all zones are valid now");
            assertArrayEquals(new long[N], flags);
        }
    }

    @Test
    void anInputThatNobodyUsesMayHoldAnything() {
        BlockBinding block = zones.builder(N)
                .in(ZoneField.DENSITY, View.constant(Double.NaN))
                .in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.constant(0))
                .build();
        try (Coupling coupling = open(alongField("test"))) {
            assertEquals(0, coupling.advance(1, 0, 1, block).flagged());
        }
    }

    @Test
    void anOptionalInputThatIsUsedMustBeFinite() {
        BlockBinding block = zones.builder(N)
                .in(ZoneField.AXIAL_CHEMICAL_POTENTIAL, View.constant(Double.NaN))
                .build();
        try (Coupling coupling = open(alongField("test"))) {
            assertEquals(N, coupling.advance(1, 0, 1, block).invalid());
            assertEquals(0, coupling.recoil().energyErg());
        }
    }

    @Test
    void aResultThatIsNotFinite() {
        zones.field[0][BAD] = Double.MAX_VALUE;
        checkOneInvalidZone();
    }

    @Test
    void aRecoilBeyondTheLedger() {
        zones.surface[0][BAD] = 1e290;
        zones.surface[1][BAD] = 1e290;
        checkOneInvalidZone();
    }

    @Test
    void hugeFieldsAreNotInvalid() {
        zones.field[0][BAD] = 1e40;
        try (Coupling coupling = open(alongField("test"))) {
            assertEquals(0, coupling.advance(1, 0, 1, bind()).invalid());
        }
    }

    @Test
    void anInvalidZoneHasNoOtherFlag() {
        zones.temperature[3] = 200;
        zones.temperature[4] = 200;
        zones.field[0][4] = Double.NaN;
        try (Coupling coupling = open(alongField("test"))) {
            StepResult result = coupling.advance(1, 0, 1, bind());
            assertEquals(Set.of(ValidityFlag.KNUDSEN), ValidityFlag.of(flags[3]));
            assertEquals(Set.of(ValidityFlag.INPUT), ValidityFlag.of(flags[4]));
            assertEquals(2, result.flagged());
            assertEquals(1, result.invalid());
            assertEquals(1, result.flagCount(ValidityFlag.KNUDSEN));
            assertEquals(1, coupling.flagCounts().get(ValidityFlag.KNUDSEN));
            assertEquals(1, coupling.flagCounts().get(ValidityFlag.INPUT));
        }
    }

    @Test
    void onlyStagesThatWeighAreCounted() {
        zones.temperature[BAD] = -1;
        BlockBinding block = bind();
        try (Coupling coupling = open(alongField("test"))) {
            coupling.begin(1, 0, 1);
            assertEquals(1, coupling.evaluate(block, 0).invalid());
            assertEquals(1, coupling.evaluate(block, 0.5).invalid());
            assertEquals(1, coupling.evaluate(block, 0.5).invalid());
            assertEquals(2, coupling.commit().invalid());
            coupling.begin(2, 1, 1);
            coupling.evaluate(block, 1);
            coupling.rollback();
            assertEquals(2, coupling.flagCounts().get(ValidityFlag.INPUT));
        }
    }

    @Test
    void densityAndElectronFractionHaveTheirRanges() {
        double[] density = {1e14, 0, -1, 1e14, 1e14, 1e14, Double.NaN, 1e14};
        double[] fraction = {0, 0.1, 0.1, 1, 1.0001, -0.1, 0.1, Double.NaN};
        long[] words = new long[8];
        BlockBinding block = BlockBinding.of(8)
                .in(ZoneField.DENSITY, View.of(density))
                .in(ZoneField.ELECTRON_FRACTION, View.of(fraction))
                .in(ZoneField.TEMPERATURE, View.constant(10))
                .out(FluxField.LARGEST_STABLE_RATE, View.of(new double[8]))
                .flags(words)
                .build();
        try (Coupling coupling = open(new NeedsElectrons())) {
            assertEquals(6, coupling.advance(1, 0, 1e-9, block).invalid());
            assertArrayEquals(new long[] {0, 1, 1, 0, 1, 1, 1, 1}, words);
        }
    }

    private void checkOneInvalidZone() {
        Recoil recoil;
        BlockBinding block = bind();
        try (Coupling coupling = open(alongField("test"))) {
            StepResult result = coupling.advance(1, 0, 1, block);
            assertEquals(1, result.invalid());
            assertEquals(1, result.flagged());
            assertEquals(1, block.result().invalid());
            recoil = coupling.recoil();
        }
        for (int zone = 0; zone < N; zone++) {
            assertEquals(zone == BAD ? ValidityFlag.INPUT.bit() : 0, flags[zone]);
        }
        assertEquals(0, zones.neutrinoFlux[0][BAD]);
        assertEquals(0, zones.leptonFlux[2][BAD]);
        try (Coupling without = open(alongField("test"))) {
            without.advance(1, 0, 1, zones.part(0, BAD), zones.part(BAD + 1, N));
            assertEquals(without.recoil(), recoil);
        }
    }

    private BlockBinding bind() {
        return zones.builder(N).flags(flags).build();
    }

    private static Coupling open(NeutrinoSource source) {
        return Coupling.open(SourceProvider.of(source), CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    private record NeedsElectrons() implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return descriptor(
                    "electrons",
                    builder -> builder.requires(ZoneField.ELECTRON_CHEMICAL_POTENTIAL)
                            .gives(FluxField.LARGEST_STABLE_RATE));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            for (int i = zones.first(); i < zones.end(); i++) {
                fluxes.column(FluxField.LARGEST_STABLE_RATE)[i] +=
                        Math.abs(zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL)[i]);
            }
        }
    }
}
