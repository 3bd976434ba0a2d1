package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.NamedZone;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.host.value.RecoilSettings;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is counted as escaped, zone by zone: times the volume it is the block's result and what the ledger gets, to the last bit. */
class EscapedTest {
    private static final int N = 2500; // some pieces
    private static final NeutrinoSource FLUX = new Prescribed(false);

    private final double[][] flux = random(3, 11, -1e30, 1e30);
    private final double[][] surface = random(3, 12, -1e9, 1e9);
    private final double[] volume = random(1, 14, 1e12, 1e14)[0];
    private final double[] number = new double[N];
    private final double[] energy = new double[N];
    private final double[][] momentum = new double[3][N];

    @ParameterizedTest
    @EnumSource
    void theSumOverTheZonesIsTheLedgersAndTheBlocks(RecoilGeometry geometry) {
        BlockBinding block = bind(0, N).build();
        Recoil recoil = advance(settings(geometry, RecoilForm.SURFACE), block, FLUX);
        same(recoil.number(), block.result().numberRate(), i -> number[i]);
        same(recoil.energyErg(), block.result().energyRate(), i -> energy[i]);
        same(recoil.momentum().x(), block.result().momentumRate(0), i -> -momentum[0][i]);
        same(recoil.momentum().y(), block.result().momentumRate(1), i -> -momentum[1][i]);
        same(recoil.momentum().z(), block.result().momentumRate(2), i -> -momentum[2][i]);
        assertTrue(recoil.number() > 0 && recoil.momentum().norm() > 0);
        Recoil without =
                advance(settings(geometry, RecoilForm.SURFACE), inputs(0, N).build(), FLUX);
        assertEquals(1, recoil.number() / without.number(), 1e-14);
        assertEquals(1, recoil.momentum().norm() / without.momentum().norm(), 1e-12);
    }

    @Test
    void itHoldsInTheVolumeFormAndForEverySplit() {
        RecoilSettings settings = settings(RecoilGeometry.BEAMED_OUTFLOW, RecoilForm.VOLUME);
        BlockBinding block = bind(0, N).build();
        Recoil whole = advance(settings, block, FLUX);
        same(whole.number(), block.result().numberRate(), i -> number[i]);
        same(whole.momentum().y(), block.result().momentumRate(1), i -> -momentum[1][i]);
        double[] before = number.clone();
        Recoil parts = advance(
                settings,
                FLUX,
                bind(0, 7).build(),
                bind(7, 1900).build(),
                bind(1900, N).build());
        assertEquals(whole.number(), parts.number());
        assertEquals(whole.momentum(), parts.momentum());
        assertArrayEquals(before, number);
    }

    @Test
    void severalSourcesAreJoined() {
        BlockBinding block =
                bind(0, N).in(ZoneField.TEMPERATURE, View.constant(10)).build();
        RecoilSettings settings = settings(RecoilGeometry.RADIAL_NET, RecoilForm.SURFACE);
        Recoil recoil = advance(settings, block, alongField("a"), alongField("b", -0.3), alongField("c", 0.1));
        assertEquals(sum(i -> number[i]), block.result().numberRate());
        assertEquals(sum(i -> -momentum[0][i]), block.result().momentumRate(0));
        assertEquals(exactSum(i -> number[i]), recoil.number(), 1e-15 * recoil.number());
        double size = sum(i -> Math.abs(momentum[0][i]));
        assertEquals(exactSum(i -> -momentum[0][i]), recoil.momentum().x(), 1e-15 * size);
    }

    @Test
    void onlyOutflowCountsInNumberAndEnergy() {
        BlockBinding block = bind(0, N).build();
        advance(settings(RecoilGeometry.RADIAL_NET, RecoilForm.SURFACE), block, FLUX);
        int outflow = 0;
        for (int i = 0; i < N; i++) {
            double flow = flux[0][i] * surface[0][i] + flux[1][i] * surface[1][i] + flux[2][i] * surface[2][i];
            outflow += flow > 0 ? 1 : 0;
            assertEquals(Math.max(flow, 0), number[i] * volume[i], 1e-15 * Math.abs(flow));
            assertEquals(flow < 0, number[i] == 0 && momentum[0][i] != 0, "the far side counts in this geometry");
        }
        assertTrue(outflow > N / 3 && outflow < 2 * N / 3);
    }

    @Test
    void theLapseIsThatOfTheLedger() {
        BlockBinding block = bind(0, N).in(ZoneField.LAPSE, View.constant(0.75)).build();
        Recoil recoil = advance(settings(RecoilGeometry.BEAMED_OUTFLOW, RecoilForm.SURFACE), block, FLUX);
        same(recoil.energyErg(), block.result().energyRate(), i -> energy[i]);
        assertEquals(0.75, energy[first()] / number[first()] / 29979245800.0, 1e-15);
    }

    @Test
    void whatDoesNotCountIsZero() {
        flux[1][3] = Double.NaN;
        volume[first()] = 0;
        byte[] mask = new byte[N];
        for (int i = 0; i < N; i++) {
            mask[i] = (byte) (i % 5 == 4 ? 0 : 1);
        }
        number[3] = 7;
        momentum[2][4] = 7;
        long[] flags = new long[N];
        BlockBinding block = bind(0, N).mask(mask).flags(flags).build();
        Recoil recoil = advance(settings(RecoilGeometry.BEAMED_NET, RecoilForm.SURFACE), block, FLUX);
        assertEquals(0, number[3]);
        assertEquals(0, momentum[2][4]);
        assertEquals(0, number[first()]);
        assertEquals(ValidityFlag.INPUT.bit(), flags[first()], "number per no volume");
        assertEquals(2, block.result().invalid());
        same(recoil.number(), block.result().numberRate(), i -> number[i]);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1e13})
    void aZoneThatEmitsFromNoVolumeIsNamed(double none) {
        volume[first()] = none;
        BlockBinding block = bind(0, N).build();
        advance(settings(RecoilGeometry.BEAMED_NET, RecoilForm.SURFACE), block, FLUX);
        NamedZone named = block.result().invalidZones().first().orElseThrow();
        assertEquals(first(), named.zone());
        assertEquals(ZoneField.VOLUME.number(), named.field());
        assertEquals(none, named.value());
        assertEquals(0, number[first()]);
    }

    @Test
    void withoutASourceNothingEscapes() {
        number[5] = 7;
        CouplingConfig holding = CouplingConfig.defaults().withSource("absent").withoutSource(WithoutSource.HOLD, 0);
        try (Coupling coupling = open(holding, FLUX)) {
            coupling.advance(1, 0, 1, bind(0, N).build());
        }
        assertEquals(0, number[5]);
    }

    @Test
    void aHostHasItsOwnUnits() {
        Units units = new Units(4, 0x1p10, 0x1p-8, 1, 1, FieldSystem.GAUSSIAN);
        float[] narrow = new float[N];
        BlockBinding block = inputs(0, N)
                .out(EscapedField.ESCAPED_NUMBER, View.of(number))
                .out(EscapedField.ESCAPED_ENERGY, View.of(narrow).times(0x1p100))
                .out(EscapedField.ESCAPED_MOMENTUM, Zones.views(momentum))
                .build();
        RecoilSettings settings = settings(RecoilGeometry.BEAMED_OUTFLOW, RecoilForm.SURFACE);
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(FLUX),
                CouplingConfig.defaults().withRecoil(settings),
                CouplingOptions.defaults().withUnits(units))) {
            coupling.advance(1, 0, 1, block);
        }
        assertEquals(block.result().numberRate(), sum(i -> number[i]) * 0x1p8, "per host's second");
        assertEquals(block.result().momentumRate(1), sum(i -> -momentum[1][i]) * 4 * 0x1p10 * 0x1p16);
        double total = sum(i -> narrow[i] * 0x1p100) * 4 * 0x1p20 * 0x1p24;
        assertEquals(1, total / block.result().energyRate(), 1e-6);
    }

    @Test
    void zerosThatMeanNotCountedAreRefused() {
        refused(
                "needs fields that are not bound: volume (for what escapes per volume)",
                RecoilForm.SURFACE,
                false,
                true);
        refused(
                "escaped number, escaped energy, escaped momentum bound as output, and this block does not count it: bind the"
                        + " surface element, or the volume with recoil.radius-cm",
                RecoilForm.AUTO,
                true,
                false);
        refused("recoil.form is none; choose", RecoilForm.NONE, true, false);
        refused(
                "in recoil form transport what leaves is what your transport lets out",
                RecoilForm.TRANSPORT,
                true,
                false);
        BlockBinding block = bind(0, N).build();
        CouplingException unbound = assertThrows(
                CouplingException.class,
                () -> inputs(0, N).build().rebind(EscapedField.ESCAPED_NUMBER, View.of(number)));
        String unboundWords = String.valueOf(unbound.getMessage());
        assertTrue(unboundWords.startsWith("escaped number is not bound"), unboundWords);
        assertEquals(3, block.escaped().size());
        assertThrows(IllegalArgumentException.class, () -> EscapedField.ESCAPED_MOMENTUM.columnName(3));
    }

    @Test
    void theyAreBoundByNumberToo() {
        BlockBinding.Builder builder = inputs(0, N);
        for (EscapedField field : EscapedField.values()) {
            assertEquals(field, EscapedField.ofNumber(field.number()).orElseThrow());
            builder.bind(
                    field.number(), field.components() == 3 ? Zones.views(momentum) : new View[] {View.of(number)});
        }
        assertEquals(3, builder.build().escaped().size());
    }

    private void refused(String text, RecoilForm form, boolean withVolume, boolean withSurface) {
        BlockBinding.Builder builder = BlockBinding.of(N)
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(flux))
                .out(EscapedField.ESCAPED_NUMBER, View.of(number))
                .out(EscapedField.ESCAPED_ENERGY, View.of(energy))
                .out(EscapedField.ESCAPED_MOMENTUM, Zones.views(momentum));
        if (withVolume) {
            builder.in(ZoneField.VOLUME, View.of(volume));
        }
        if (withSurface) {
            builder.in(ZoneField.SURFACE_ELEMENT, Zones.views(surface));
        }
        RecoilSettings settings = CouplingConfig.defaults().recoil().withForm(form, Double.NaN);
        try (Coupling coupling = open(CouplingConfig.defaults().withRecoil(settings), FLUX)) {
            coupling.begin(1, 0, 1);
            CouplingException refusal =
                    assertThrows(CouplingException.class, () -> coupling.evaluate(builder.build(), 1));
            assertEquals(CouplingException.Kind.FIELD, refusal.kind());
            String words = String.valueOf(refusal.getMessage());
            assertTrue(words.contains(text), words);
        }
    }

    private int first() {
        int i = 0;
        while (number[i] == 0
                && !(flux[0][i] * surface[0][i] + flux[1][i] * surface[1][i] + flux[2][i] * surface[2][i] > 0)) {
            i++;
        }
        return i;
    }

    /** The ledger sums exactly and rounds once; the block adds up zone after zone. */
    private void same(double ledger, double block, IntToDoubleFunction perVolume) {
        assertEquals(exactSum(perVolume), ledger);
        assertEquals(sum(perVolume), block);
    }

    private double exactSum(IntToDoubleFunction perVolume) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < N; i++) {
            sum = sum.add(new BigDecimal(perVolume.applyAsDouble(i) * volume[i]));
        }
        return sum.doubleValue();
    }

    private double sum(IntToDoubleFunction perVolume) {
        double sum = 0;
        for (int i = 0; i < N; i++) {
            sum += perVolume.applyAsDouble(i) * volume[i];
        }
        return sum;
    }

    private BlockBinding.Builder inputs(int from, int to) {
        return BlockBinding.of(to - from)
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(flux, from))
                .in(ZoneField.SURFACE_ELEMENT, Zones.views(surface, from))
                .in(ZoneField.VOLUME, View.of(volume, from));
    }

    private BlockBinding.Builder bind(int from, int to) {
        return inputs(from, to)
                .out(EscapedField.ESCAPED_NUMBER, View.of(number, from))
                .out(EscapedField.ESCAPED_ENERGY, View.of(energy, from))
                .out(EscapedField.ESCAPED_MOMENTUM, Zones.views(momentum, from));
    }

    private static RecoilSettings settings(RecoilGeometry geometry, RecoilForm form) {
        return CouplingConfig.defaults().recoil().withGeometry(geometry).withForm(form, 1e6);
    }

    private static Coupling open(CouplingConfig config, NeutrinoSource... sources) {
        return Coupling.open(SourceProvider.of(sources), config, CouplingOptions.defaults());
    }

    private static Recoil advance(RecoilSettings settings, BlockBinding block, NeutrinoSource... sources) {
        try (Coupling coupling = open(CouplingConfig.defaults().withRecoil(settings), sources)) {
            coupling.advance(1, 0, 1, block);
            return coupling.recoil();
        }
    }

    private static Recoil advance(RecoilSettings settings, NeutrinoSource source, BlockBinding... blocks) {
        try (Coupling coupling = open(CouplingConfig.defaults().withRecoil(settings), source)) {
            coupling.advance(1, 0, 1, blocks);
            return coupling.recoil();
        }
    }

    private static double[][] random(int columns, long seed, double low, double high) {
        Random random = new Random(seed);
        double[][] made = new double[columns][];
        for (int k = 0; k < columns; k++) {
            made[k] = random.doubles(N, low, high).toArray();
        }
        return made;
    }
}
