package org.chiralkick.it.felix.mechanism;

import java.util.Map;
import java.util.Objects;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** Gives nothing, a number of times, and then ends the process. */
public final class QuittingSource implements NeutrinoSource {
    /** What the process ends with. */
    public static final int EXIT = 23;

    private final double good;
    private final SourceDescriptor descriptor;
    private int calls;

    /** Makes the source; the size of its component's flux is how many evaluations return. */
    public QuittingSource(Map<String, Object> properties) {
        good = (Double) Objects.requireNonNull(properties.get(SteadySource.FLUX));
        descriptor = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version("1.0.0")
                .summary("ends the process, for tests")
                .citation("none: a test")
                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX)
                .build();
    }

    @Override
    public SourceDescriptor describe() {
        return descriptor;
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        calls++;
        if (calls > good) {
            System.exit(EXIT);
        }
    }
}
