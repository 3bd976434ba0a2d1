package org.chiralkick.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Columns lent to sources, their window, and what misuse is answered with. */
class BlocksTest {
    private final ZoneBlock.Owner zones = new ZoneBlock.Owner();
    private final FluxBlock.Owner fluxes = new FluxBlock.Owner();

    @Test
    void aSourceSeesTheVeryArraysThatWereLent() {
        double[] temperature = {1, 2, 3};
        double[] fieldZ = {4, 5, 6};
        zones.lend(ZoneField.TEMPERATURE, 0, temperature);
        zones.lend(ZoneField.MAGNETIC_FIELD, 2, fieldZ);
        assertSame(temperature, zones.block().column(ZoneField.TEMPERATURE));
        assertSame(fieldZ, zones.block().column(ZoneField.MAGNETIC_FIELD, 2));

        double[] flux = new double[3];
        long[] flags = new long[3];
        fluxes.lend(FluxField.NEUTRINO_FLUX, 0, flux);
        fluxes.lendFlags(flags);
        assertSame(flux, fluxes.block().column(FluxField.NEUTRINO_FLUX, 0));
        assertSame(flags, fluxes.block().flags());
    }

    @Test
    void theBlockIsTheSameObjectWhateverItsWindow() {
        ZoneBlock zoneBlock = zones.block();
        FluxBlock fluxBlock = fluxes.block();
        zones.window(3, 10);
        fluxes.window(3, 10);
        assertSame(zoneBlock, zones.block());
        assertSame(fluxBlock, fluxes.block());
        assertEquals(3, zoneBlock.first());
        assertEquals(10, zoneBlock.end());
        assertEquals(7, zoneBlock.size());
        assertEquals(3, fluxBlock.first());
        assertEquals(10, fluxBlock.end());
        zones.window(5, 5);
        assertEquals(0, zoneBlock.size());
    }

    @Test
    void whatWasNotLentIsNotThere() {
        assertFalse(zones.block().has(ZoneField.VELOCITY));
        assertFalse(fluxes.block().wants(FluxField.AXIAL_FLUX));
        zones.lend(ZoneField.VELOCITY, 0, new double[1]);
        fluxes.lend(FluxField.AXIAL_FLUX, 0, new double[1]);
        assertTrue(zones.block().has(ZoneField.VELOCITY));
        assertTrue(fluxes.block().wants(FluxField.AXIAL_FLUX));
        zones.lend(ZoneField.VELOCITY, 0, null);
        assertFalse(zones.block().has(ZoneField.VELOCITY));
        zones.lend(ZoneField.LAPSE, 0, new double[1]);
        zones.clear();
        fluxes.clear();
        assertFalse(zones.block().has(ZoneField.LAPSE));
        assertFalse(fluxes.block().wants(FluxField.AXIAL_FLUX));
    }

    @Test
    void misuseIsAnsweredWithWhatToDo() {
        assertMessage(
                "LAPSE is not given; a source may read a field without asking has() only if its descriptor requires it",
                () -> zones.block().column(ZoneField.LAPSE));
        assertMessage(
                "MAGNETIC_FIELD is a vector; ask for column(MAGNETIC_FIELD, axis)",
                () -> zones.block().column(ZoneField.MAGNETIC_FIELD));
        assertMessage(
                "lapse has 1 component(s); axis must be in [0, 0], is 1",
                () -> zones.block().column(ZoneField.LAPSE, 1));
        assertMessage(
                "AXIAL_SOURCE is not wanted by the host; ask wants(AXIAL_SOURCE) first",
                () -> fluxes.block().column(FluxField.AXIAL_SOURCE));
        assertMessage(
                "LEPTON_FLUX is a vector; ask for column(LEPTON_FLUX, axis)",
                () -> fluxes.block().column(FluxField.LEPTON_FLUX));
        assertMessage(
                "lepton_flux has 3 component(s); axis must be in [0, 2], is 3",
                () -> fluxes.block().column(FluxField.LEPTON_FLUX, 3));
        assertMessage(
                "velocity has 3 component(s); axis must be in [0, 2], is -1",
                () -> zones.lend(ZoneField.VELOCITY, -1, new double[1]));
        assertMessage(
                "axial_source has 1 component(s); axis must be in [0, 0], is 2",
                () -> fluxes.lend(FluxField.AXIAL_SOURCE, 2, new double[1]));
        assertMessage("window [4, 2) must satisfy 0 <= first <= end", () -> zones.window(4, 2));
        assertMessage("window [-1, 2) must satisfy 0 <= first <= end", () -> fluxes.window(-1, 2));
    }

    private static void assertMessage(String expected, Executable misuse) {
        assertEquals(
                expected, assertThrows(IllegalArgumentException.class, misuse).getMessage());
    }
}
