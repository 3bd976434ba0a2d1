package org.chiralkick.it.certify.bundle;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** Fails to start. */
public final class FailingActivator implements BundleActivator {
    /** Made by the framework. */
    public FailingActivator() {}

    @Override
    public void start(BundleContext context) {
        throw new IllegalStateException("opacity table is missing");
    }

    @Override
    public void stop(BundleContext context) {
        // Never started.
    }
}
