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
import org.chiralkick.source.service.SourceService;
import org.osgi.framework.BundleContext;

/**
 * A mechanism whose component provides no service but registers it when it is made, which a test can delay, or which ends the process. It
 * gives nothing.
 */
public final class ImmediateSource implements NeutrinoSource {
    /** What the process ends with. */
    public static final int EXIT = 24;

    private final SourceDescriptor descriptor;
    private final SourceService service;

    /**
     * Makes the source, once it may, and registers it; ends the process instead where its component's flux is negative.
     *
     * @param context of its bundle
     * @param properties of its component
     */
    public ImmediateSource(BundleContext context, Map<String, Object> properties) {
        if ((Double) Objects.requireNonNull(properties.get(SteadySource.FLUX)) < 0) {
            System.exit(EXIT);
        }
        while (Boolean.getBoolean(StuckSource.STUCK)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        descriptor = SourceDescriptor.named(
                        Objects.requireNonNull(properties.get(NAME)).toString())
                .version("1.0.0")
                .summary("registers itself, for tests")
                .citation("none: a test")
                .gives(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX)
                .build();
        service = SourceService.register(context, this, properties);
    }

    /** Takes the source back. */
    public void stop() {
        service.close();
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
