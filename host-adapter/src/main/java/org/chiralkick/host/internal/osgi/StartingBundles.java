package org.chiralkick.host.internal.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chiralkick.host.internal.watch.Arrival;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/** Tells the watchdog which bundles are starting: called by the thread that calls a bundle's activator, before and after. */
public final class StartingBundles implements SynchronousBundleListener {
    private final Map<Long, Arrival> starting = new ConcurrentHashMap<>();

    /** Makes a listener that has seen no bundle start yet. */
    public StartingBundles() {}

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        long id = bundle.getBundleId();
        if (id == 0) {
            return; // the framework itself, which starts all others
        }
        Arrival next = event.getType() == BundleEvent.STARTING
                ? Arrival.begin(
                        bundle,
                        "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion()
                                + " is STARTING, and its activator",
                        () -> bundle.getState() == Bundle.STARTING)
                : null;
        @Nullable Arrival before = next == null ? starting.remove(id) : starting.put(id, next);
        if (before != null) {
            before.close();
        }
    }
}
