package org.chiralkick.it.certify.bundle;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A control that breaks R1: its service has no name. */
public final class NamelessMechanism implements NeutrinoSource, BundleActivator {
    /** Made by the framework. */
    public NamelessMechanism() {}

    @Override
    public void start(BundleContext context) {
        context.registerService(NeutrinoSource.class, this, null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework unregisters the service.
    }

    @Override
    public SourceDescriptor describe() {
        return SourceDescriptor.named("nameless")
                .version("0.1.0")
                .summary("a control")
                .citation("none")
                .build();
    }

    @Override
    public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
        // A control.
    }
}
