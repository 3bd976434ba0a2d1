package org.chiralkick.benchmark;

import java.util.List;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** The columns of a block: 10 in, 12 out, the same numbers as in {@code reference.c}. */
final class Columns {
    static final List<FluxField> FLUXES = List.of(
            FluxField.LEPTON_FLUX, FluxField.AXIAL_FLUX, FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);

    private static final int SPACING = 56;
    private static final double[] VALUE = {10, 120, 0.1, 70, 1e12, 2e12, -1e12, 100, 50, 1000};

    final int zones;
    /** T, mu_e, mu_5, mu_nu, B, curl v. */
    final double[][] in = new double[VALUE.length][];
    /** Three columns per flux. */
    final double[][] out = new double[3 * FLUXES.size()][];

    Columns(int zones) {
        this.zones = zones;
        for (int j = 0; j < in.length; j++) {
            in[j] = new double[zones + SPACING];
            for (int i = 0; i < zones; i++) {
                in[j][i] = VALUE[j] + VALUE[j] / 4 * (i % 97) / 97;
            }
        }
        for (int j = 0; j < out.length; j++) {
            out[j] = new double[zones + SPACING];
        }
    }

    /** Lends all columns; mu_5 only where it takes part. */
    void lend(ZoneBlock.Owner zoneOwner, FluxBlock.Owner fluxOwner, boolean axial) {
        zoneOwner.lend(ZoneField.TEMPERATURE, 0, in[0]);
        zoneOwner.lend(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0, in[1]);
        zoneOwner.lend(ZoneField.AXIAL_CHEMICAL_POTENTIAL, 0, axial ? in[2] : null);
        zoneOwner.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, in[3]);
        for (int axis = 0; axis < 3; axis++) {
            zoneOwner.lend(ZoneField.MAGNETIC_FIELD, axis, in[4 + axis]);
            zoneOwner.lend(ZoneField.VORTICITY, axis, in[7 + axis]);
            for (int f = 0; f < FLUXES.size(); f++) {
                fluxOwner.lend(FLUXES.get(f), axis, out[3 * f + axis]);
            }
        }
        fluxOwner.lendFlags(new long[zones]);
        zoneOwner.window(0, zones);
        fluxOwner.window(0, zones);
    }
}
