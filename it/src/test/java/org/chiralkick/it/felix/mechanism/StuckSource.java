package org.chiralkick.it.felix.mechanism;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;

/** A mechanism whose constructor does not return for as long as a test wants; it gives nothing. */
public final class StuckSource implements NeutrinoSource {
    /** System property that says so: it is all that the two copies of this class, the bundle's and the test's, share. */
    public static final String STUCK = "chiralkick.it.stuck";

    private final SourceDescriptor descriptor;

    /** Makes the source from the properties of its component, once it may. */
    public StuckSource(Map<String, Object> properties) {
        while (Boolean.getBoolean(STUCK)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        descriptor = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version("1.0.0")
                .summary("comes up late, for tests")
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
        // Adds nothing.
    }
}
