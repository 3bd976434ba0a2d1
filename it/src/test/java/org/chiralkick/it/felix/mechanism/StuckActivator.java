package org.chiralkick.it.felix.mechanism;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** The activator of a bundle that does not come up for as long as a test wants. */
public final class StuckActivator implements BundleActivator {
    /** Made by the framework. */
    public StuckActivator() {}

    @Override
    public void start(BundleContext context) {
        while (Boolean.getBoolean(StuckSource.STUCK)) { // a constant: the class itself is not in the bundle
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
    }

    @Override
    public void stop(BundleContext context) {
        // Nothing was started.
    }
}
