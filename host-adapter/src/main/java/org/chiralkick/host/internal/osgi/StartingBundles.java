package org.chiralkick.host.internal.osgi;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.chiralkick.host.internal.watch.Arrival;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Tells the watchdog which bundles are starting: called by the thread that calls a bundle's activator, before and after. After that Declarative
 * Services are, before us or behind us, and make there and then what the bundle has of immediate components: the bundle has not arrived before
 * the call that starts it returns.
 */
public final class StartingBundles implements SynchronousBundleListener {
    private final Map<Long, Arrival> activators = new ConcurrentHashMap<>();
    private final Map<Long, Start> starts = new ConcurrentHashMap<>();

    /** The call that starts a bundle, and in how many such calls, one inside the other, the thread is with it. */
    private record Start(Arrival arrival, Thread thread, int depth) {}

    /** Makes a listener that has seen no bundle start yet. */
    public StartingBundles() {}

    @Override
    public void bundleChanged(BundleEvent event) {
        Bundle bundle = event.getBundle();
        long id = bundle.getBundleId();
        if (id == 0) {
            return; // the framework itself, which starts all others
        }
        if (event.getType() == BundleEvent.STARTING) {
            begin(bundle);
            return;
        }
        close(activators.remove(id));
        if (event.getType() != BundleEvent.STARTED) {
            Start start = starts.remove(id);
            close(start == null ? null : start.arrival);
        }
    }

    private void begin(Bundle bundle) {
        Thread thread = Thread.currentThread();
        int depth = ComponentThreads.starts(thread);
        endStarts(thread, depth);
        String label = "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion();
        BooleanSupplier inActivator = () -> bundle.getState() == Bundle.STARTING;
        if (depth > 0) {
            Arrival whole = Arrival.begin(
                    bundle,
                    label + " is ACTIVE, and the constructor or activate method of a component that is made at once",
                    () -> inActivator.getAsBoolean() || ComponentThreads.starts(thread) >= depth);
            starts.put(bundle.getBundleId(), new Start(whole, thread, depth));
        }
        // Inside the other one: as long as it lasts it is what is named.
        close(activators.put(
                bundle.getBundleId(), Arrival.begin(bundle, label + " is STARTING, and its activator", inActivator)));
    }

    /** Ends the starts at this depth or further inside: the thread starts another bundle there, so that these calls have returned. */
    private void endStarts(Thread thread, int depth) {
        starts.values().removeIf(one -> {
            boolean over = !one.thread.isAlive() || (one.thread.equals(thread) && one.depth >= depth);
            if (over) {
                one.arrival.close();
            }
            return over;
        });
    }

    private static void close(@Nullable Arrival arrival) {
        if (arrival != null) {
            arrival.close();
        }
    }
}
