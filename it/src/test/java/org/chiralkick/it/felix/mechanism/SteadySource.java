package org.chiralkick.it.felix.mechanism;

import java.util.Map;
import java.util.Objects;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** Gives every zone the same number flux, and a hundred times that as energy flux, along z. */
public final class SteadySource implements NeutrinoSource {
    /** Component property with the number flux [cm^-2 s^-1]. */
    public static final String FLUX = "flux";

    /** Component property with the version. */
    public static final String VERSION = "version";

    private final double flux;
    private final SourceDescriptor descriptor;

    /** Makes the source from the properties of its component and of its configuration. */
    public SteadySource(Map<String, Object> properties) {
        this.flux = (Double) Objects.requireNonNull(properties.get(FLUX));
        Settings settings = Settings.of(properties);
        if (settings.closures().containsValue("unsteady")) {
            throw new IllegalArgumentException("steadiness is 'unsteady'; must be 'steady'");
        }
        SourceDescriptor.Builder builder = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version(Objects.requireNonNull(properties.get(VERSION)).toString())
                .summary("the same flux in every zone, for tests")
                .citation("none: a test")
                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX);
        if (!settings.isEmpty()) {
            // What it was told shows in what it assumes.
            builder.assumes("settings " + settings);
        }
        this.descriptor = builder.build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        // A class of its own, so that a test sees whether it can still be loaded in the middle of a step.
        ConstantFlux.add(flux, zones, fluxes);
    }
}
