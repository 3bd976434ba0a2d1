package org.chiralkick.it.host;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Fluxes in closed form: F_N = B and F_E = T B in cgs per gauss and MeV; the largest stable rate is the diffusivity's number. */
final class PushSource implements NeutrinoSource {
    private static final SourceDescriptor DESCRIPTOR = SourceDescriptor.named("push")
            .version("1.0.0")
            .summary("fluxes along the magnetic field, proportional to it")
            .citation("none; for tests only")
            .requires(ZoneField.TEMPERATURE, ZoneField.MAGNETIC_FIELD)
            .uses(ZoneField.MAGNETIC_DIFFUSIVITY, "step not limited")
            .gives(
                    FluxField.NEUTRINO_FLUX,
                    FluxField.NEUTRINO_ENERGY_FLUX,
                    FluxField.CHIRAL_INVERSE_LENGTH,
                    FluxField.LARGEST_STABLE_RATE)
            .build();

    @Override
    public SourceDescriptor describe() {
        return DESCRIPTOR;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                    fluxes.column(FluxField.NEUTRINO_FLUX, axis)[i] += field[i];
                }
                if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                    fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis)[i] += temperature[i] * field[i];
                }
            }
        }
        if (zones.has(ZoneField.MAGNETIC_DIFFUSIVITY) && fluxes.wants(FluxField.LARGEST_STABLE_RATE)) {
            double[] rate = fluxes.column(FluxField.LARGEST_STABLE_RATE);
            double[] diffusivity = zones.column(ZoneField.MAGNETIC_DIFFUSIVITY);
            for (int i = zones.first(); i < zones.end(); i++) {
                rate[i] = Math.max(rate[i], diffusivity[i]);
            }
        }
    }
}
