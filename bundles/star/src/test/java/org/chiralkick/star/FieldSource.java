package org.chiralkick.star;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Sends out B neutrinos per cm^2 and s with momentum 1 g cm/s each. */
public final class FieldSource implements NeutrinoSource {
    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named("field")
                .version("1")
                .summary("flux equal to the field")
                .citation("none")
                .requires(ZoneField.MAGNETIC_FIELD)
                .gives(
                        FluxField.NEUTRINO_FLUX,
                        FluxField.NEUTRINO_ENERGY_FLUX,
                        FluxField.LEPTON_FLUX,
                        FluxField.AXIAL_FLUX)
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            add(zones, fluxes, FluxField.NEUTRINO_FLUX, axis, field, 1);
            add(zones, fluxes, FluxField.NEUTRINO_ENERGY_FLUX, axis, field, PhysicalConstants.C_CM_PER_S);
        }
    }

    private static void add(
            ZoneBlock zones, FluxBlock fluxes, FluxField field, int axis, double[] values, double factor) {
        if (fluxes.wants(field)) {
            double[] column = fluxes.column(field, axis);
            for (int i = zones.first(); i < zones.end(); i++) {
                column[i] += factor * values[i];
            }
        }
    }
}
