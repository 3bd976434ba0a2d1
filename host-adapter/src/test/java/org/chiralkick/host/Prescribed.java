package org.chiralkick.host;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * A source whose number flux and momentum flux are the numbers given as magnetic field, and whose momentum source, where asked for,
 * is given as velocity.
 */
record Prescribed(boolean momentumSource) implements NeutrinoSource {
    @Override
    public SourceDescriptor describe() {
        return TestSources.descriptor("prescribed", builder -> {
            if (momentumSource) {
                builder.requires(ZoneField.VELOCITY).gives(FluxField.NEUTRINO_MOMENTUM_SOURCE);
            } else {
                builder.requires(ZoneField.MAGNETIC_FIELD)
                        .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);
            }
        });
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        if (momentumSource) {
            add(zones, ZoneField.VELOCITY, fluxes, FluxField.NEUTRINO_MOMENTUM_SOURCE, 1);
        } else {
            add(zones, ZoneField.MAGNETIC_FIELD, fluxes, FluxField.NEUTRINO_FLUX, 1);
            add(zones, ZoneField.MAGNETIC_FIELD, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, PhysicalConstants.C_CM_PER_S);
        }
    }

    private static void add(ZoneBlock zones, ZoneField from, FluxBlock fluxes, FluxField to, double factor) {
        for (int axis = 0; axis < 3 && fluxes.wants(to); axis++) {
            double[] in = zones.column(from, axis);
            double[] out = fluxes.column(to, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                out[i] += factor * in[i];
            }
        }
    }
}
