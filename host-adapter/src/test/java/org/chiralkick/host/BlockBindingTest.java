package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.DoubleBuffer;
import java.util.Set;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class BlockBindingTest {
    @Test
    void anArrayThatIsTooShortIsNamedWithWhatItNeeds() {
        refused(
                "temperature_mev needs elements 0 to 9 for a block of [10] zones, but the memory has 9 elements;"
                        + " check offset, strides and extents",
                () -> BlockBinding.of(10).in(ZoneField.TEMPERATURE, View.of(new double[9])));
        refused(
                "b_z_gauss needs elements 2 to 29 for a block of [2, 5] zones, but the memory has 29 elements;"
                        + " check offset, strides and extents",
                () -> BlockBinding.of(2, 5)
                        .in(
                                ZoneField.MAGNETIC_FIELD,
                                View.of(new double[29], 0, 3, 6).components(1)));
        refused(
                "neutrino_flux_x_per_cm2_s needs elements -4 to 0 for a block of [5] zones, but the memory has 10 elements;"
                        + " check offset, strides and extents",
                () -> BlockBinding.of(5)
                        .out(
                                FluxField.NEUTRINO_FLUX,
                                View.of(new double[10], 0, -1),
                                View.of(new double[10]),
                                View.of(new double[10])));
        refused(
                "density_g_per_cm3 needs elements 0 to " + Long.MAX_VALUE / 8
                        + " for a block of [5] zones, but the memory"
                        + " has 10 elements; check offset, strides and extents",
                () -> BlockBinding.of(5).in(ZoneField.DENSITY, View.of(new double[10], 0, Long.MAX_VALUE / 2)));
    }

    @Test
    void aWrongNumberOfStridesOrViewsIsRefused() {
        refused(
                "temperature_mev has 1 strides for a block of 2 extents [2, 3]; give one stride per extent",
                () -> BlockBinding.of(2, 3).in(ZoneField.TEMPERATURE, View.of(new double[6], 0, 1)));
        refused(
                "magnetic field has 3 component(s) but 2 view(s) are given; give one per component, or one with"
                        + " components(stride)",
                () -> BlockBinding.of(2).in(ZoneField.MAGNETIC_FIELD, View.of(new double[6]), View.of(new double[6])));
        refused(
                "b_x_gauss and the other 2 components need a view each, or one view with components(stride)",
                () -> BlockBinding.of(2).in(ZoneField.MAGNETIC_FIELD, View.of(new double[6])));
        refused(
                "temperature has 1 component(s) but 0 view(s) are given; give one per component",
                () -> BlockBinding.of(2).in(ZoneField.TEMPERATURE));
    }

    @Test
    void anOutputNeedsMemoryOfItsOwnPerZone() {
        refused(
                "axial_source_per_cm3_s is read-only memory; an output needs an array or buffer to write to",
                () -> BlockBinding.of(2).out(FluxField.AXIAL_SOURCE, View.constant(0)));
        refused(
                "axial_source_per_cm3_s is read-only memory; an output needs an array or buffer to write to",
                () -> BlockBinding.of(2)
                        .out(
                                FluxField.AXIAL_SOURCE,
                                View.of(DoubleBuffer.allocate(2).asReadOnlyBuffer())));
        refused(
                "axial_source_per_cm3_s has stride 0 along an axis of 2 zones; an output needs an element per zone",
                () -> BlockBinding.of(2).out(FluxField.AXIAL_SOURCE, View.of(new double[2], 0, 0)));
    }

    @Test
    void flagsAndMaskNeedAnElementPerZone() {
        refused(
                "flags has 3 elements for a block of 4 zones; needs one per zone",
                () -> BlockBinding.of(2, 2).flags(new long[3]));
        refused(
                "mask has 3 elements for a block of 4 zones; needs one per zone",
                () -> BlockBinding.of(2, 2).mask(new byte[3]));
    }

    @Test
    void extentsAreOneToFourAndNotNegative() {
        argumentRefused("a block has 0 extents; must have 1 to 4", BlockBinding::of);
        argumentRefused("a block has 5 extents; must have 1 to 4", () -> BlockBinding.of(1, 1, 1, 1, 1));
        argumentRefused("extents of a block are [3, -1]; must be >= 0", () -> BlockBinding.of(3, -1));
        argumentRefused(
                "unit factor of a view is 0.0; must be finite and not 0",
                () -> View.constant(1).times(0));
        argumentRefused(
                "unit factor of a view is NaN; must be finite and not 0",
                () -> View.constant(1).times(Double.NaN));
    }

    @Test
    void fieldsCanBeBoundByTheirNumber() {
        BlockBinding block = BlockBinding.of(2)
                .bind(ZoneField.TEMPERATURE.number(), View.constant(1))
                .bind(FluxField.AXIAL_SOURCE.number(), View.of(new double[2]))
                .build();
        assertEquals(Set.of(ZoneField.TEMPERATURE), block.inputs());
        assertEquals(Set.of(FluxField.AXIAL_SOURCE), block.outputs());
        refused(
                "field number 77 is not known; inputs are 1 to 29, 31 to 39, outputs 101 to 110, 121 to 126, 131 to 133",
                () -> BlockBinding.of(2).bind(77, View.constant(1)));
    }

    @Test
    void aBlockOfNoZonesBindsAnything() {
        assertEquals(
                0,
                BlockBinding.of(4, 0)
                        .in(ZoneField.TEMPERATURE, View.of(new double[0]))
                        .out(FluxField.AXIAL_SOURCE, View.of(new double[0], 5, 1, 4))
                        .build()
                        .zones());
    }

    @Test
    void onlyBoundFieldsCanMove() {
        BlockBinding block =
                BlockBinding.of(3).in(ZoneField.TEMPERATURE, View.constant(1)).build();
        block.rebind(ZoneField.TEMPERATURE, View.of(new double[3]));
        refused(
                "density is not bound; bind it when building, only then can it be moved",
                () -> block.rebind(ZoneField.DENSITY, View.constant(1)));
        refused(
                "temperature_mev needs elements 0 to 2 for a block of [3] zones, but the memory has 2 elements;"
                        + " check offset, strides and extents",
                () -> block.rebind(ZoneField.TEMPERATURE, View.of(new double[2])));
    }

    private static void refused(String message, Executable call) {
        CouplingException refused = assertThrows(CouplingException.class, call);
        assertEquals(CouplingException.Kind.FIELD, refused.kind());
        assertEquals(message, refused.getMessage());
    }

    private static void argumentRefused(String message, Executable call) {
        CouplingException refused = assertThrows(CouplingException.class, call);
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertEquals(message, refused.getMessage());
    }
}
