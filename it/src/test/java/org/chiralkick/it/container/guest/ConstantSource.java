package org.chiralkick.it.container.guest;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** A source that a bundle registers itself: the same flux along z everywhere. */
final class ConstantSource implements NeutrinoSource {
    static final String SOURCE_NAME = "constant";

    private static final SourceDescriptor DESCRIPTOR = SourceDescriptor.named(SOURCE_NAME)
            .version("1.0.0")
            .summary("a constant flux")
            .citation("none: a test")
            .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX)
            .build();

    private final double flux;

    ConstantSource(double flux) {
        this.flux = flux;
    }

    @Override
    public SourceDescriptor describe() {
        return DESCRIPTOR;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        for (FluxField field : DESCRIPTOR.gives()) {
            if (fluxes.wants(field)) {
                double[] column = fluxes.column(field, 2);
                for (int i = zones.first(); i < zones.end(); i++) {
                    column[i] += flux;
                }
            }
        }
    }
}
