package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Whatever the memory layout, results equal those of contiguous arrays to the bit. */
class LayoutTest {
    private static final int N = 1200; // more than two pieces, the last one short
    private static final double DT = 1e-3;

    private final Zones zones = new Zones(N, 42);
    private final Recoil expected = advance(zones.bind(N));
    private final double[][] flux = {new double[N], new double[N], new double[N]};

    @Test
    void anOffsetIntoLongerArrays() {
        double[][] out = {new double[N + 50], new double[N + 50], new double[N + 50]};
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, View.of(shifted(zones.temperature, 50), 50))
                        .in(ZoneField.MAGNETIC_FIELD, shifted(zones.field, 50))
                        .in(ZoneField.SURFACE_ELEMENT, shifted(zones.surface, 50))
                        .in(ZoneField.POSITION, shifted(zones.position, 50))
                        .out(FluxField.NEUTRINO_FLUX, Zones.views(out, 50))
                        .build(),
                (axis, zone) -> out[axis][zone + 50]);
        assertEquals(0, out[0][49], "a zone of the host before the block was written");
    }

    @Test
    void offsetsThatDiffer() {
        double[][] out = {new double[N + 3], new double[N + 3], new double[N + 3]};
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, View.of(shifted(zones.temperature, 7), 7))
                        .in(ZoneField.MAGNETIC_FIELD, shifted(zones.field, 2))
                        .in(ZoneField.SURFACE_ELEMENT, Zones.views(zones.surface))
                        .in(ZoneField.POSITION, shifted(zones.position, 9))
                        .out(FluxField.NEUTRINO_FLUX, Zones.views(out, 3))
                        .build(),
                (axis, zone) -> out[axis][zone + 3]);
    }

    @Test
    void vectorsAsArraysOfStructures() {
        double[] out = new double[3 * N];
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                        .in(ZoneField.MAGNETIC_FIELD, interleaved(zones.field))
                        .in(ZoneField.SURFACE_ELEMENT, interleaved(zones.surface))
                        .in(ZoneField.POSITION, interleaved(zones.position))
                        .out(FluxField.NEUTRINO_FLUX, View.of(out, 0, 3).components(1))
                        .build(),
                (axis, zone) -> out[3 * zone + axis]);
    }

    @Test
    void reversedAxes() {
        double[][] out = {new double[N], new double[N], new double[N]};
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, reversed(zones.temperature))
                        .in(ZoneField.MAGNETIC_FIELD, reversed(zones.field))
                        .in(ZoneField.SURFACE_ELEMENT, reversed(zones.surface))
                        .in(ZoneField.POSITION, reversed(zones.position))
                        .out(
                                FluxField.NEUTRINO_FLUX,
                                View.of(out[0], N - 1, -1),
                                View.of(out[1], N - 1, -1),
                                View.of(out[2], N - 1, -1))
                        .build(),
                (axis, zone) -> out[axis][N - 1 - zone]);
    }

    @Test
    void ghostZonesAroundThreeAxes() {
        // 10 x 12 x 10 zones with two ghost zones on each side, and the last axis running fastest in memory.
        int[] stride = {16 * 14, 14, 1};
        long offset = 2L * stride[0] + 2L * stride[1] + 2;
        IntUnaryOperator element =
                zone -> (int) offset + zone % 10 * stride[0] + zone / 10 % 12 * stride[1] + zone / 120 * stride[2];
        long[] strides = {stride[0], stride[1], stride[2]};
        double[][] out = new double[3][14 * 16 * 14];
        BlockBinding.Builder block = BlockBinding.of(10, 12, 10)
                .in(ZoneField.TEMPERATURE, View.of(spread(zones.temperature, element), offset, strides))
                .out(
                        FluxField.NEUTRINO_FLUX,
                        View.of(out[0], offset, strides),
                        View.of(out[1], offset, strides),
                        View.of(out[2], offset, strides));
        block.in(ZoneField.MAGNETIC_FIELD, spread(zones.field, element, offset, strides));
        block.in(ZoneField.SURFACE_ELEMENT, spread(zones.surface, element, offset, strides));
        block.in(ZoneField.POSITION, spread(zones.position, element, offset, strides));
        check(block.build(), (axis, zone) -> out[axis][element.applyAsInt(zone)]);
        assertEquals(0, out[0][0], "a ghost zone was written");
    }

    @Test
    void fourAxesOfContiguousZones() {
        BlockBinding block = zones.bind(10, 3, 8, 5);
        assertEquals(expected, advance(block));
    }

    @Test
    void singlePrecision() {
        float[][] out = new float[3][N];
        View gauss = View.of(floats(zones.field[0]));
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, View.of(floats(zones.temperature)))
                        .in(
                                ZoneField.MAGNETIC_FIELD,
                                gauss,
                                View.of(floats(zones.field[1])),
                                View.of(FloatBuffer.wrap(floats(zones.field[2]))))
                        .in(ZoneField.SURFACE_ELEMENT, Zones.views(zones.surface))
                        .in(ZoneField.POSITION, Zones.views(zones.position))
                        .out(
                                FluxField.NEUTRINO_FLUX,
                                View.of(out[0]),
                                View.of(out[1]),
                                View.of(FloatBuffer.wrap(out[2])))
                        .build(),
                (axis, zone) -> out[axis][zone],
                true);
    }

    @Test
    void buffersOnAndOffTheHeap() {
        DoubleBuffer out =
                ByteBuffer.allocateDirect(8 * N).order(ByteOrder.nativeOrder()).asDoubleBuffer();
        check(
                BlockBinding.of(N)
                        .in(ZoneField.TEMPERATURE, View.of(direct(zones.temperature)))
                        .in(
                                ZoneField.MAGNETIC_FIELD,
                                View.of(direct(zones.field[0]).asDoubleBuffer()),
                                View.of(DoubleBuffer.wrap(zones.field[1])),
                                View.ofFloats(directFloats(zones.field[2])))
                        .in(ZoneField.SURFACE_ELEMENT, Zones.views(zones.surface))
                        .in(ZoneField.POSITION, Zones.views(zones.position))
                        .out(
                                FluxField.NEUTRINO_FLUX,
                                View.of(flux[0]),
                                View.of(DoubleBuffer.wrap(flux[1])),
                                View.of(out))
                        .build(),
                (axis, zone) -> axis < 2 ? flux[axis][zone] : out.get(zone));
    }

    @Test
    void aBufferBeginsAtItsPosition() {
        DoubleBuffer shifted = DoubleBuffer.wrap(shifted(zones.temperature, 5)).position(5);
        double[] flux0 = new double[N];
        BlockBinding block = zones.builder(N).build();
        block.rebind(ZoneField.TEMPERATURE, View.of(shifted));
        block.rebind(FluxField.NEUTRINO_FLUX, View.of(flux0), View.of(flux[1]), View.of(flux[2]));
        assertEquals(expected, advance(block));
        assertArrayEquals(zones.neutrinoFlux[0], flux0);
    }

    @Test
    void aUnitFactorOfTheView() {
        check(
                BlockBinding.of(N)
                        .in(
                                ZoneField.TEMPERATURE,
                                View.of(scaled(zones.temperature, 0.25)).times(4))
                        .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                        .in(ZoneField.SURFACE_ELEMENT, Zones.views(zones.surface))
                        .in(ZoneField.POSITION, Zones.views(zones.position))
                        .out(
                                FluxField.NEUTRINO_FLUX,
                                View.of(flux[0]).times(2),
                                View.of(flux[1]).times(2),
                                View.of(flux[2]).times(2))
                        .build(),
                (axis, zone) -> 2 * flux[axis][zone]);
    }

    @Test
    void aProfileBroadcastOverAngles() {
        double[] profile = new double[30];
        for (int r = 0; r < 30; r++) {
            profile[r] = r + 1;
        }
        double[] everywhere = new double[N];
        for (int zone = 0; zone < N; zone++) {
            everywhere[zone] = profile[zone / 40];
        }
        BlockBinding.Builder block = zones.builder(40, 30);
        block.in(ZoneField.TEMPERATURE, View.of(profile, 0, 0, 1));
        Recoil broadcast = advance(block.build());
        block = zones.builder(40, 30);
        block.in(ZoneField.TEMPERATURE, View.of(everywhere));
        assertEquals(advance(block.build()), broadcast);
    }

    @Test
    void aMaskTakesZonesOutWhateverTheyHold() {
        byte[] mask = new byte[N];
        double[] temperature = zones.temperature.clone();
        Zones without = new Zones(N, 42);
        for (int zone = 0; zone < N; zone++) {
            mask[zone] = (byte) (zone % 3 == 0 ? 0 : 1);
            if (zone % 3 == 0) {
                temperature[zone] = Double.NaN;
                for (int axis = 0; axis < 3; axis++) {
                    without.field[axis][zone] = 0;
                }
            }
        }
        BlockBinding masked = zones.builder(N)
                .in(ZoneField.TEMPERATURE, View.of(temperature))
                .mask(mask)
                .build();
        Recoil recoil = advance(masked);
        assertEquals(advance(without.bind(N)), recoil);
        assertEquals(0, masked.result().flagged());
        assertArrayEquals(without.neutrinoFlux[2], zones.neutrinoFlux[2]);
        assertEquals(0, zones.neutrinoFlux[2][3]);
    }

    @Test
    void arraysTooLongToLendAreGathered() {
        int many = 70_000;
        Zones large = new Zones(many, 3);
        double[] temperature = large.temperature;
        Recoil gathered = advance(large.bind(many));
        double[] flux = large.neutrinoFlux[1].clone();
        BlockBinding[] lent = {large.part(0, 30_000), large.part(30_000, 60_000), large.part(60_000, many)};
        assertEquals(gathered, advance(lent));
        assertArrayEquals(flux, large.neutrinoFlux[1]);
        assertEquals(temperature[5] * 1e-3 * large.field[1][5], flux[5], 1e-9 * Math.abs(flux[5]));
    }

    private interface Flux {
        double at(int axis, int zone);
    }

    private void check(BlockBinding block, Flux flux) {
        check(block, flux, false);
    }

    private void check(BlockBinding block, Flux fluxes, boolean single) {
        assertEquals(expected, advance(block));
        for (int axis = 0; axis < 3; axis++) {
            for (int zone = 0; zone < N; zone++) {
                double reference = zones.neutrinoFlux[axis][zone];
                assertEquals(single ? (float) reference : reference, fluxes.at(axis, zone));
            }
        }
    }

    private static Recoil advance(BlockBinding... blocks) {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(alongField("test")), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.advance(1, 0, DT, blocks);
            return coupling.recoil();
        }
    }

    private static double[] shifted(double[] column, int by) {
        double[] longer = new double[column.length + by];
        System.arraycopy(column, 0, longer, by, column.length);
        return longer;
    }

    private static View[] shifted(double[][] columns, int by) {
        return new View[] {
            View.of(shifted(columns[0], by), by),
            View.of(shifted(columns[1], by), by),
            View.of(shifted(columns[2], by), by)
        };
    }

    private static View interleaved(double[][] columns) {
        double[] all = new double[3 * N];
        for (int i = 0; i < 3 * N; i++) {
            all[i] = columns[i % 3][i / 3];
        }
        return View.of(all, 0, 3).components(1);
    }

    private static View reversed(double[] column) {
        double[] backwards = new double[N];
        for (int i = 0; i < N; i++) {
            backwards[i] = column[N - 1 - i];
        }
        return View.of(backwards, N - 1, -1);
    }

    private static View[] reversed(double[][] columns) {
        return new View[] {reversed(columns[0]), reversed(columns[1]), reversed(columns[2])};
    }

    private static double[] spread(double[] column, IntUnaryOperator element) {
        double[] ghosted = new double[14 * 16 * 14];
        Arrays.fill(ghosted, Double.NaN);
        for (int zone = 0; zone < N; zone++) {
            ghosted[element.applyAsInt(zone)] = column[zone];
        }
        return ghosted;
    }

    private static View[] spread(double[][] columns, IntUnaryOperator element, long offset, long[] strides) {
        View[] views = new View[3];
        for (int axis = 0; axis < 3; axis++) {
            views[axis] = View.of(spread(columns[axis], element), offset, strides);
        }
        return views;
    }

    private static float[] floats(double[] column) {
        float[] floats = new float[column.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) column[i];
        }
        return floats;
    }

    private static double[] scaled(double[] column, double factor) {
        double[] scaled = column.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor;
        }
        return scaled;
    }

    private static ByteBuffer direct(double[] column) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(8 * column.length).order(ByteOrder.nativeOrder());
        bytes.asDoubleBuffer().put(column);
        return bytes;
    }

    private static ByteBuffer directFloats(double[] column) {
        ByteBuffer bytes = ByteBuffer.allocateDirect(4 * column.length).order(ByteOrder.nativeOrder());
        bytes.asFloatBuffer().put(floats(column));
        return bytes;
    }
}
