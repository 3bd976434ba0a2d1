package org.chiralkick.it.felix.mechanism;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;

/** The loop of {@link SteadySource}. */
final class ConstantFlux {
    private static final double ENERGY_PER_NEUTRINO_ERG = 100;

    private ConstantFlux() {}

    static void add(double flux, ZoneBlock zones, FluxBlock fluxes) {
        if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
            double[] number = fluxes.column(FluxField.NEUTRINO_FLUX, 2);
            for (int i = zones.first(); i < zones.end(); i++) {
                number[i] += flux;
            }
        }
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
            double[] energy = fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, 2);
            for (int i = zones.first(); i < zones.end(); i++) {
                energy[i] += ENERGY_PER_NEUTRINO_ERG * flux;
            }
        }
    }
}
