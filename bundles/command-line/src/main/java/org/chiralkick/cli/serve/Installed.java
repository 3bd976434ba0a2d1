package org.chiralkick.cli.serve;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.source.SourceDescriptor;
import org.osgi.framework.Bundle;

/**
 * The mechanisms that are installed, looked up again every second by a thread of its own, so that nobody who watches a run touches
 * the framework. Safe for use by several threads.
 */
public final class Installed implements AutoCloseable {
    private static final long EVERY_MS = 1000;

    private final FelixRuntime runtime;
    private final ScheduledExecutorService lookout;
    private final ScheduledFuture<?> looking;
    private Map<Long, Long> bundles;
    private volatile Listing listing;

    /**
     * What there was at one moment.
     *
     * @param version differs between any two listings; later ones are larger
     * @param sources the mechanisms with their default settings
     * @param troubles a line for each bundle that does not work
     */
    public record Listing(long version, List<SourceDescriptor> sources, List<String> troubles) {
        /** Keeps its own copies. */
        public Listing {
            sources = List.copyOf(sources);
            troubles = List.copyOf(troubles);
        }
    }

    private Installed(FelixRuntime runtime) {
        this.runtime = runtime;
        bundles = bundles();
        listing = new Listing(1, runtime.installed(), runtime.troubles());
        lookout = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "chiralkick-installed");
            thread.setDaemon(true);
            return thread;
        });
        looking = lookout.scheduleWithFixedDelay(this::look, EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
    }

    /** Begins to follow the mechanisms of a framework. */
    public static Installed in(FelixRuntime runtime) {
        return new Installed(runtime);
    }

    /** Returns what there is. */
    public Listing listing() {
        return listing;
    }

    /** Descriptions are made anew only when a bundle has changed, or one has not come up yet: each needs its mechanism configured. */
    private void look() {
        try {
            Map<Long, Long> now = bundles();
            Listing old = listing;
            if (!now.equals(bundles) || runtime.names().size() != old.sources().size()) {
                List<SourceDescriptor> sources = runtime.installed();
                List<String> troubles = runtime.troubles();
                bundles = now;
                if (!sources.equals(old.sources()) || !troubles.equals(old.troubles())) {
                    listing = new Listing(old.version() + 1, sources, troubles);
                }
            }
        } catch (RuntimeException e) {
            // The framework is changing or has stopped; the next look finds out.
        }
    }

    /** Returns the bundles' ids with what changes when one is updated, started or stopped. */
    private Map<Long, Long> bundles() {
        return Arrays.stream(runtime.context().getBundles())
                .collect(Collectors.toMap(
                        Bundle::getBundleId, bundle -> 31 * bundle.getLastModified() + bundle.getState()));
    }

    @Override
    public void close() {
        looking.cancel(true);
        lookout.shutdownNow();
    }
}
