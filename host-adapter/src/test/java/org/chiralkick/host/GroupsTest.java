package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.chiralkick.host.TestSources.descriptor;
import static org.chiralkick.source.FluxField.NU_E_GROUP_ENERGY_FLUX;
import static org.chiralkick.source.FluxField.NU_E_GROUP_NUMBER_FLUX;
import static org.chiralkick.source.FluxField.NU_X_GROUP_NUMBER_FLUX;
import static org.chiralkick.source.ZoneField.MAGNETIC_FIELD;
import static org.chiralkick.source.ZoneField.NU_E_GROUP_ABSORPTION_OPACITY;
import static org.chiralkick.source.ZoneField.NU_E_GROUP_ENERGY_DENSITY;
import static org.chiralkick.source.ZoneField.TEMPERATURE;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Fields per energy group: how a host binds them, and what it is told where that does not fit. */
class GroupsTest {
    private static final EnergyGroups GROUPS = EnergyGroups.between(0, 4, 16, Double.POSITIVE_INFINITY);
    private static final int N = 5;

    /** F of group g = (lower edge + 1 + E_g) B, with E_g the energy density where it is given. */
    private static final NeutrinoSource SPECTRAL = new NeutrinoSource() {
        @Override
        public SourceDescriptor describe() {
            return descriptor(
                    "spectral",
                    builder -> builder.requires(MAGNETIC_FIELD)
                            .uses(NU_E_GROUP_ENERGY_DENSITY, "taken as 0", NU_E_GROUP_NUMBER_FLUX)
                            .gives(NU_E_GROUP_NUMBER_FLUX, FluxField.LEPTON_FLUX)
                            .withholds("they need another momentum", NU_E_GROUP_ENERGY_FLUX));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            for (int group = 0; group < zones.groups().count() && fluxes.wants(NU_E_GROUP_NUMBER_FLUX); group++) {
                for (int axis = 0; axis < 3; axis++) {
                    double[] b = zones.column(MAGNETIC_FIELD, axis);
                    double[] out = fluxes.column(NU_E_GROUP_NUMBER_FLUX, axis, group);
                    for (int i = zones.first(); i < zones.end(); i++) {
                        double energy = zones.has(NU_E_GROUP_ENERGY_DENSITY)
                                ? zones.column(NU_E_GROUP_ENERGY_DENSITY, 0, group)[i]
                                : 0;
                        out[i] += (zones.groups().lowerMeV(group) + 1 + energy) * b[i];
                    }
                }
            }
        }
    };

    private final double[][] field = new double[3][N];

    GroupsTest() {
        for (int axis = 0; axis < 3; axis++) {
            Arrays.setAll(field[axis], i -> 1 + i);
            for (int i = 0; i < N; i++) {
                field[axis][i] += 10 * axis;
            }
        }
    }

    @Test
    void aFluxOfEveryGroupGoesWhereTheHostKeepsIt() {
        // group slowest, then component: out[group][axis][zone]
        double[] out = new double[3 * 3 * N];
        evaluate(block().out(
                        NU_E_GROUP_NUMBER_FLUX, View.of(out, 0, 1).components(N).groups(3L * N)));
        for (int group = 0; group < 3; group++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < N; i++) {
                    assertEquals(expected(group, axis, i), out[(3 * group + axis) * N + i]);
                }
            }
        }
    }

    @Test
    void groupsMayRunFastestAndInSinglePrecision() {
        // out[zone][axis][group], as floats in a byte buffer, backwards in the groups
        ByteBuffer memory = ByteBuffer.allocateDirect(4 * 9 * N).order(ByteOrder.nativeOrder());
        evaluate(block().out(
                        NU_E_GROUP_NUMBER_FLUX,
                        View.ofFloats(memory, 2, 9).components(3).groups(-1)));
        for (int group = 0; group < 3; group++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < N; i++) {
                    assertEquals((float) expected(group, axis, i), memory.getFloat(4 * (9 * i + 3 * axis + 2 - group)));
                }
            }
        }
    }

    @Test
    void aViewPerComponentOrOnePerGroupAndComponentDoesAsWell() {
        double[][] perAxis = new double[3][3 * N];
        View[] views = new View[3];
        for (int axis = 0; axis < 3; axis++) {
            views[axis] = View.of(perAxis[axis], 0, 1).groups(N);
        }
        evaluate(block().out(NU_E_GROUP_NUMBER_FLUX, views));
        double[][] each = new double[9][N];
        View[] eachView = new View[9];
        Arrays.setAll(eachView, k -> View.of(each[k]));
        evaluate(block().out(NU_E_GROUP_NUMBER_FLUX, eachView));
        for (int group = 0; group < 3; group++) {
            for (int axis = 0; axis < 3; axis++) {
                for (int i = 0; i < N; i++) {
                    assertEquals(expected(group, axis, i), perAxis[axis][group * N + i]);
                    assertEquals(expected(group, axis, i), each[3 * group + axis][i]);
                }
            }
        }
    }

    @Test
    void inputsPerGroupComeInTheHostsUnits() {
        double[] energy = new double[3 * N];
        Arrays.setAll(energy, k -> 100 + k);
        double[] out = new double[9 * N];
        // 1 g, 2 cm, 1 s: an energy density of 1 is 1/2 erg/cm^3, a number flux of 1 is 1/4 per cm^2 and s
        Units units = new Units(1, 2, 1, 1, 1, FieldSystem.GAUSSIAN);
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults().withUnits(units))) {
            coupling.groups(GROUPS);
            coupling.advance(
                    1,
                    0,
                    1,
                    block().in(NU_E_GROUP_ENERGY_DENSITY, View.of(energy, 0, 1).groups(N))
                            .out(
                                    NU_E_GROUP_NUMBER_FLUX,
                                    View.of(out, 0, 1).components(N).groups(3 * N))
                            .build());
        }
        double gauss = 1 / Math.sqrt(2);
        for (int group = 0; group < 3; group++) {
            for (int i = 0; i < N; i++) {
                double flux = (GROUPS.lowerMeV(group) + 1 + energy[group * N + i] / 2) * field[2][i] * gauss;
                assertEquals(4 * flux, out[(3 * group + 2) * N + i], 1e-14 * Math.abs(4 * flux));
            }
        }
    }

    @Test
    void anInputMayBeTheSameInEveryGroup() {
        double[] energy = {1, 2, 3, 4, 5};
        double[] out = new double[9 * N];
        evaluate(block().in(NU_E_GROUP_ENERGY_DENSITY, View.of(energy, 0, 1).groups(0))
                .out(NU_E_GROUP_NUMBER_FLUX, View.of(out, 0, 1).components(N).groups(3 * N)));
        assertEquals((GROUPS.lowerMeV(2) + 1 + 4) * field[1][3], out[(6 + 1) * N + 3]);
    }

    @Test
    void aGroupThatIsNoNumberMakesItsZoneInvalidAndNoOther() {
        double[] energy = new double[3 * N];
        energy[N + 2] = Double.NaN;
        double[] out = new double[9 * N];
        long[] flags = new long[N];
        evaluate(block().in(NU_E_GROUP_ENERGY_DENSITY, View.of(energy, 0, 1).groups(N))
                .out(NU_E_GROUP_NUMBER_FLUX, View.of(out, 0, 1).components(N).groups(3 * N))
                .flags(flags));
        assertArrayEquals(new long[] {0, 0, ValidityFlag.INPUT.bit(), 0, 0}, flags);
        assertEquals(0, out[2]);
        assertEquals(expected(0, 0, 1), out[1]);
        assertEquals(expected(2, 2, 3), out[8 * N + 3]);
    }

    @Test
    void whatNobodyGivesIsZeroByChoice() {
        double[] out = new double[9 * N];
        Arrays.fill(out, 7);
        BlockBinding.Builder asking = block().out(
                        NU_X_GROUP_NUMBER_FLUX, View.of(out, 0, 1).components(N).groups(3 * N));
        CouplingConfig config = CouplingConfig.parse("{\"missing-output\": \"warn\"}");
        try (Coupling coupling = Coupling.open(SourceProvider.of(SPECTRAL), config, CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.advance(1, 0, 1, asking.in(TEMPERATURE, View.constant(10)).build());
        }
        assertArrayEquals(new double[9 * N], out);
    }

    @Test
    void severalSourcesAddUpInEveryGroup() {
        double[] out = new double[9 * N];
        NeutrinoSource other = alongField("other");
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(SPECTRAL, other),
                CouplingConfig.parse("{\"source\": \"spectral+other\"}"),
                CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.advance(
                    1,
                    0,
                    1,
                    block().in(TEMPERATURE, View.constant(10))
                            .out(
                                    NU_E_GROUP_NUMBER_FLUX,
                                    View.of(out, 0, 1).components(N).groups(3 * N))
                            .build());
        }
        assertEquals(expected(2, 1, 3), out[(6 + 1) * N + 3]);
    }

    @Test
    void longBlocksWithAndWithoutGroupsTakeTurns() {
        int zones = 3000;
        double[] b = new double[zones];
        Arrays.setAll(b, i -> i);
        double[] out = new double[9 * zones];
        double[] flux = new double[3 * zones];
        BlockBinding spectral = BlockBinding.of(zones)
                .groups(3)
                .in(MAGNETIC_FIELD, View.of(b), View.of(b), View.of(b))
                .out(
                        NU_E_GROUP_NUMBER_FLUX,
                        View.of(out, 0, 1).components(zones).groups(3L * zones))
                .build();
        BlockBinding[] grey = new BlockBinding[2];
        Arrays.setAll(
                grey,
                k -> BlockBinding.of(zones)
                        .in(MAGNETIC_FIELD, View.of(b), View.of(b), View.of(b))
                        .out(FluxField.LEPTON_FLUX, View.of(flux, 0, 1).components(zones))
                        .build());
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            for (int step = 1; step <= 3; step++) {
                Arrays.fill(out, -1);
                coupling.advance(step, 0, 1, grey[0], spectral, grey[1]);
                for (int i = 0; i < zones; i++) {
                    assertEquals(i, out[i]);
                    assertEquals(17.0 * i, out[8 * zones + i]);
                }
            }
        }
    }

    @Test
    void groupsMoveWithTheirMemory() {
        double[] first = new double[9 * N];
        double[] second = new double[9 * N];
        BlockBinding block = block().out(
                        NU_E_GROUP_NUMBER_FLUX,
                        View.of(first, 0, 1).components(N).groups(3 * N))
                .build();
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.advance(1, 0, 1, block);
            block.rebind(
                    NU_E_GROUP_NUMBER_FLUX, View.of(second, 0, 1).components(N).groups(3 * N));
            coupling.advance(2, 0, 1, block);
        }
        assertEquals(expected(1, 0, 0), second[3 * N]);
        assertArrayEquals(first, second);
    }

    @Test
    void groupsAreSetOnceAndBeforeTheFirstBegin() {
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            assertSame(EnergyGroups.NONE, coupling.groups());
            assertMessage(
                    "number of energy groups is 0; must be >= 1, or set none",
                    () -> coupling.groups(EnergyGroups.NONE));
            coupling.groups(GROUPS);
            coupling.groups(GROUPS);
            assertSame(GROUPS, coupling.groups());
            assertMessage(
                    "energy groups are 3 groups from 0.0 to Infinity MeV and cannot become 2 groups from 0.0 to 9.0 MeV;"
                            + " they are set once per coupling",
                    () -> coupling.groups(EnergyGroups.evenly(0, 9, 2)));
            coupling.begin(1, 0, 1);
            assertMessage(
                    "energy groups after a begin; set them after open, before the first begin",
                    () -> coupling.groups(GROUPS));
        }
    }

    @Test
    void aFieldPerGroupNeedsTheCouplingsGroups() {
        BlockBinding block = block().out(
                        NU_E_GROUP_NUMBER_FLUX,
                        View.of(new double[9 * N]).components(N).groups(3 * N))
                .build();
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            assertMessage(
                    "nu e group number flux is bound per energy group, but the coupling has no energy groups; set them after"
                            + " open, before the first begin",
                    () -> coupling.advance(1, 0, 1, block));
        }
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            coupling.groups(EnergyGroups.evenly(0, 300, 20));
            assertMessage(
                    "nu e group number flux is bound for 3 energy group(s), but the coupling has 20 groups from 0.0 to 300.0"
                            + " MeV; bind 20",
                    () -> coupling.advance(1, 0, 1, block));
        }
    }

    @Test
    void aBindingThatDoesNotFitIsAnsweredWithWhatToDo() {
        View plain = View.of(new double[9 * N]);
        assertMessage(
                "nu e group number flux is per energy group; say groups(count) of the block before binding it",
                () -> BlockBinding.of(N)
                        .out(NU_E_GROUP_NUMBER_FLUX, plain.components(N).groups(3 * N)));
        assertMessage(
                "nu_e_number_flux_g0_x_per_cm2_s and the other 2 energy groups need a view with groups(stride), or a view"
                        + " each",
                () -> block().out(NU_E_GROUP_NUMBER_FLUX, plain.components(N)));
        assertMessage(
                "nu_e_number_flux_g0_x_per_cm2_s and the other 2 components need a view each, or one view with"
                        + " components(stride)",
                () -> block().out(NU_E_GROUP_NUMBER_FLUX, plain.groups(N)));
        assertMessage(
                "nu_e_number_flux_g0_x_per_cm2_s has stride 0 between energy groups; an output needs an element per zone and"
                        + " group",
                () -> block().out(NU_E_GROUP_NUMBER_FLUX, plain.components(N).groups(0)));
        assertMessage(
                "nu_e_number_flux_g2_x_per_cm2_s needs elements 60 to 64 for a block of [5] zones, but the memory has 45"
                        + " elements; check offset, strides and extents",
                () -> block().out(NU_E_GROUP_NUMBER_FLUX, plain.components(N).groups(6 * N)));
        assertMessage(
                "nu e group number flux has 3 component(s) in 3 energy groups but 2 view(s) are given; give one per"
                        + " component, or one with components(stride)",
                () -> block().out(NU_E_GROUP_NUMBER_FLUX, plain, plain));
        assertMessage(
                "energy groups of a block are 0; must be in [1, 1024]",
                () -> BlockBinding.of(N).groups(0));
        assertMessage(
                "energy groups of a block are 3 already and cannot become 4; say it once", () -> block().groups(4));
        assertEquals(3, block().build().groups());
        assertEquals(0, BlockBinding.of(N).build().groups());
        block().in(NU_E_GROUP_ABSORPTION_OPACITY, View.constant(1e-3).groups(0)); // one number for all
    }

    @Test
    void whatASourceWithholdsIsRefusedWithItsReason() {
        assertMessage(
                "source spectral does not give nu e group energy flux: they need another momentum",
                () -> evaluate(block().out(
                                NU_E_GROUP_ENERGY_FLUX,
                                View.of(new double[9 * N], 0, 1).components(N).groups(3 * N))));
    }

    @Test
    void aBlockOfOneGroupNeedsNoGroupStride() {
        double[] out = new double[3 * N];
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            coupling.groups(EnergyGroups.between(2, 5));
            coupling.advance(
                    1,
                    0,
                    1,
                    BlockBinding.of(N)
                            .groups(1)
                            .in(MAGNETIC_FIELD, Zones.views(field))
                            .out(NU_E_GROUP_NUMBER_FLUX, View.of(out, 0, 1).components(N))
                            .build());
        }
        assertEquals(3 * field[2][4], out[2 * N + 4]);
    }

    @Test
    void aSourceSeesNoGroupsInABlockWithout() {
        int[] seen = {-1};
        NeutrinoSource looking = new NeutrinoSource() {
            @Override
            public SourceDescriptor describe() {
                return descriptor("looking", builder -> builder.gives(FluxField.LEPTON_FLUX));
            }

            @Override
            public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
                seen[0] = zones.groups().count();
            }
        };
        try (Coupling coupling = open(looking, CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.advance(
                    1,
                    0,
                    1,
                    BlockBinding.of(N)
                            .out(
                                    FluxField.LEPTON_FLUX,
                                    View.of(new double[3 * N], 0, 1).components(N))
                            .build());
        }
        assertEquals(0, seen[0]);
    }

    private double expected(int group, int axis, int i) {
        return (GROUPS.lowerMeV(group) + 1) * field[axis][i];
    }

    private BlockBinding.Builder block() {
        return BlockBinding.of(N).groups(3).in(ZoneField.MAGNETIC_FIELD, Zones.views(field));
    }

    private void evaluate(BlockBinding.Builder block) {
        try (Coupling coupling = open(SPECTRAL, CouplingOptions.defaults())) {
            coupling.groups(GROUPS);
            coupling.advance(1, 0, 1, block.build());
        }
    }

    private static Coupling open(NeutrinoSource source, CouplingOptions options) {
        return Coupling.open(SourceProvider.of(source), CouplingConfig.defaults(), options);
    }

    private static void assertMessage(String expected, Executable misuse) {
        assertEquals(expected, assertThrows(CouplingException.class, misuse).getMessage());
    }
}
