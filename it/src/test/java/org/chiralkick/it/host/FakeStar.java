package org.chiralkick.it.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.chiralkick.chiral.ChiralSource;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SurfaceElements;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** A star in a box whose state changes with time, for hosts of different shapes to have it in their own ways; all get the same recoil. */
final class FakeStar {
    static final int SIDE = 16;
    static final int ZONES = SIDE * SIDE * SIDE;
    static final double SPACING_CM = 2e5;
    static final double DT_S = 1e-3;
    static final int STEPS = 3;

    final double[] temperature = new double[ZONES];
    final double[] electron = new double[ZONES];
    final double[] neutrino = new double[ZONES];
    final double[][] field = new double[3][ZONES];
    final double[][] element = new double[3][ZONES];
    final double[][] flux = new double[3][ZONES];

    FakeStar() {
        double corner = -(SIDE - 1) / 2.0 * SPACING_CM;
        SurfaceElements.ofSphere(new Vector3(0, 0, 0), 6 * SPACING_CM)
                .fill(
                        new Vector3(corner, corner, corner),
                        new Vector3(SPACING_CM, SPACING_CM, SPACING_CM),
                        new int[] {SIDE, SIDE, SIDE},
                        views(element, 0, 1, SIDE, (long) SIDE * SIDE));
        at(0, 0);
    }

    static View[] views(double[][] columns, long offset, long... strides) {
        return new View[] {
            View.of(columns[0], offset, strides),
            View.of(columns[1], offset, strides),
            View.of(columns[2], offset, strides)
        };
    }

    /** A coupling with the defaults of the chiral mechanism. */
    static Coupling open(CouplingOptions options) {
        return Coupling.open(SourceProvider.of(new ChiralSource(Map.of())), CouplingConfig.defaults(), options);
    }

    static Coupling open() {
        return open(CouplingOptions.defaults());
    }

    /**
     * Makes the state that of a stage: the star cools and its field turns.
     *
     * @param part of the step that has passed [1]
     */
    void at(long step, double part) {
        double time = step + part;
        double middle = (SIDE - 1) / 2.0;
        for (int zone = 0; zone < ZONES; zone++) {
            double x = zone % SIDE - middle;
            double y = zone / SIDE % SIDE - middle;
            int layer = zone / (SIDE * SIDE);
            double z = layer - middle;
            double r = Math.sqrt(x * x + y * y + z * z) / SIDE;
            temperature[zone] = 30 * Math.exp(-r - 0.1 * time);
            electron[zone] = 150 * Math.exp(-2 * r);
            neutrino[zone] = 90 * Math.exp(-2 * r - 0.2 * time);
            field[0][zone] = 1e11 * y * (1 + time * time);
            field[2][zone] = 1e12 * (1 + 0.1 * x);
        }
    }

    /** Starts the binding of a part of the grid, in place. */
    BlockBinding.Builder part(int[] extents, long first, long... strides) {
        return BlockBinding.of(extents)
                .in(ZoneField.TEMPERATURE, View.of(temperature, first, strides))
                .in(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, View.of(electron, first, strides))
                .in(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, View.of(neutrino, first, strides))
                .in(ZoneField.MAGNETIC_FIELD, views(field, first, strides))
                .in(ZoneField.SURFACE_ELEMENT, views(element, first, strides))
                .out(FluxField.NEUTRINO_FLUX, views(flux, first, strides));
    }

    /**
     * Returns the recoil of the whole grid in one block. Each stage that counts is a step of one stage, of its part of dt: no weights are
     * needed for it, and with halves of dt its bits are those of the stages.
     */
    Recoil reference(Scheme scheme) {
        try (Coupling coupling = open()) {
            BlockBinding whole = part(new int[] {SIDE, SIDE, SIDE}, 0, 1, SIDE, (long) SIDE * SIDE)
                    .build();
            long number = 0;
            for (int step = 1; step <= STEPS; step++) {
                for (Scheme.Stage stage : scheme.stages()) {
                    if (stage.weight() > 0) {
                        at(step, stage.at());
                        coupling.advance(++number, step + stage.at(), DT_S * stage.weight(), whole);
                    }
                }
            }
            assertEquals(List.of(), coupling.audit().problems());
            assertTrue(Math.abs(coupling.recoil().momentum().z()) > 0);
            return coupling.recoil();
        }
    }

    /** Requires that a host which went through the stages of a scheme has the very bits of {@link #reference}. */
    void requireReference(Scheme scheme, Recoil recoil) {
        Recoil expected = reference(scheme);
        assertEquals(expected.momentum(), recoil.momentum());
        assertEquals(expected.number(), recoil.number());
        assertEquals(expected.energyErg(), recoil.energyErg());
        assertEquals(STEPS, recoil.steps());
    }
}
