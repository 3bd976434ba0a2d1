package org.chiralkick.it.container.guest;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** State E05 of the golden file: T = 10 MeV, all chemical potentials 300 MeV, eB = 0.1 MeV^2 along z. */
final class Zone {
    static final double TEMPERATURE_MEV = 10;
    static final double POTENTIAL_MEV = 300;
    static final double FIELD_GAUSS = 16904130110425.91;

    private Zone() {}

    /** Returns the neutrino flux along z [cm^-2 s^-1] of a source that nobody stands in front of. */
    static double flux(NeutrinoSource source) {
        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        zones.lend(ZoneField.TEMPERATURE, 0, new double[] {TEMPERATURE_MEV});
        zones.lend(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, 0, new double[] {POTENTIAL_MEV});
        zones.lend(ZoneField.ELECTRON_CHEMICAL_POTENTIAL, 0, new double[] {POTENTIAL_MEV});
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        double[][] flux = new double[3][1];
        for (int axis = 0; axis < 3; axis++) {
            zones.lend(ZoneField.MAGNETIC_FIELD, axis, new double[] {axis == 2 ? FIELD_GAUSS : 0});
            fluxes.lend(FluxField.NEUTRINO_FLUX, axis, flux[axis]);
        }
        fluxes.lendFlags(new long[1]);
        zones.window(0, 1);
        fluxes.window(0, 1);
        source.evaluate(zones.block(), fluxes.block());
        return flux[2][0];
    }
}
