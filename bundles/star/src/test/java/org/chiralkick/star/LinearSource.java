package org.chiralkick.star;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** A mechanism for tests: number flux a B with one MeV per neutrino. */
final class LinearSource implements NeutrinoSource {
    private static final double ERG_PER_NEUTRINO = 1.602176634e-6;

    private final double fluxPerGauss;

    /**
     * @param fluxPerGauss flux along B [cm^-2 s^-1 G^-1]
     */
    LinearSource(double fluxPerGauss) {
        this.fluxPerGauss = fluxPerGauss;
    }

    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named("linear")
                .version("1.0.0")
                .summary("a flux along the field")
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
            double[] b = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            if (fluxes.wants(FluxField.NEUTRINO_FLUX)) {
                add(b, fluxes.column(FluxField.NEUTRINO_FLUX, axis), 1, zones);
            }
            if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
                add(b, fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis), ERG_PER_NEUTRINO, zones);
            }
        }
    }

    private void add(double[] b, double[] out, double factor, ZoneBlock zones) {
        for (int i = zones.first(); i < zones.end(); i++) {
            out[i] += factor * fluxPerGauss * b[i];
        }
    }
}
