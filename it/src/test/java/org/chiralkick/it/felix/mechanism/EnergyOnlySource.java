package org.chiralkick.it.felix.mechanism;

import java.util.Map;
import java.util.Objects;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** A mechanism that gives an energy flux, which is zero, and no number flux: a host that has bound one cannot do with it. */
public final class EnergyOnlySource implements NeutrinoSource {
    private final SourceDescriptor descriptor;

    /** Makes the source from the properties of its component. */
    public EnergyOnlySource(Map<String, Object> properties) {
        descriptor = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version("1.0.0")
                .summary("nothing but energy, for tests")
                .citation("none: a test")
                .gives(FluxField.NEUTRINO_ENERGY_FLUX)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        // Zero is what is there already.
    }
}
