package org.chiralkick.host.internal.osgi;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The service objects of one moment, counted: the selection holds them once while they are current, and each step in flight once
 * more. After the last the services are given back and forgotten.
 */
public final class ServiceLease implements AutoCloseable {
    /** After how long an exchange is remarked upon; it takes milliseconds. */
    private static final long OVERDUE_NS = TimeUnit.SECONDS.toNanos(5);

    private final BundleContext context;
    private final long generation;
    private final AtomicInteger holders = new AtomicInteger(1);
    private final List<String> names;
    private List<Taken> taken;
    private List<NeutrinoSource> sources;
    // When the bundle of a source was seen to be exchanged; 0 while none is.
    private volatile long awaitingSinceNs;
    private final List<String> builds;

    /** A service that was taken, and the bundle that it came from. */
    record Taken(ServiceReference<NeutrinoSource> reference, Origin origin, NeutrinoSource source) {
        static List<ServiceReference<NeutrinoSource>> references(List<Taken> all) {
            return all.stream().map(Taken::reference).toList();
        }

        static List<NeutrinoSource> sources(List<Taken> all) {
            return all.stream().map(Taken::source).toList();
        }
    }

    /**
     * Makes the lease of services that were taken under these names.
     *
     * @param builds which build of its bundle each is
     */
    ServiceLease(BundleContext context, long generation, List<String> names, List<Taken> taken, List<String> builds) {
        this.context = context;
        this.generation = generation;
        this.names = List.copyOf(names);
        this.taken = List.copyOf(taken);
        this.sources = Taken.sources(taken);
        this.builds = List.copyOf(builds);
    }

    /** Returns what tells builds of each source apart beside its own word for its version: symbolic name, version and digest of its bundle. */
    public List<String> builds() {
        return builds;
    }

    /** Adds a holder; returns false if the services were given back already. */
    boolean retain() {
        int count = holders.get();
        while (count > 0) {
            if (holders.compareAndSet(count, count + 1)) {
                return true;
            }
            count = holders.get();
        }
        return false;
    }

    /** Returns the sources in the order of the request. */
    public List<NeutrinoSource> sources() {
        return sources;
    }

    /** Returns a number that differs between any two leases of a selection with different source instances. */
    public long generation() {
        return generation;
    }

    /** Returns whether the lease holds exactly these instances. */
    boolean holds(List<NeutrinoSource> others) {
        List<NeutrinoSource> mine = sources;
        if (mine.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < mine.size(); i++) {
            if (mine.get(i) != others.get(i)) {
                return false;
            }
        }
        return true;
    }

    /** Returns the names of the sources, in their order. */
    List<String> names() {
        return names;
    }

    /** Returns where the service of the reference came from, or null if it is none of these. */
    @Nullable
    Origin origin(ServiceReference<?> reference) {
        for (Taken one : taken) {
            if (one.reference.equals(reference)) {
                return one.origin;
            }
        }
        return null;
    }

    /** Notes that the bundle of a source is being exchanged: the sources act on until the new one is ready. */
    void await() {
        if (awaitingSinceNs == 0) {
            awaitingSinceNs = System.nanoTime() | 1;
        }
    }

    /** Returns whether a new instance is awaited. */
    boolean isAwaiting() {
        return awaitingSinceNs != 0;
    }

    /** Returns whether new instances have been awaited longer than an exchange takes. */
    boolean isOverdue() {
        return isAwaiting() && System.nanoTime() - awaitingSinceNs >= OVERDUE_NS;
    }

    /** Returns whether others come from the same bundles. */
    boolean isOfBundlesOf(List<Taken> others) {
        return others.stream()
                .map(one -> one.origin.bundle())
                .toList()
                .equals(taken.stream().map(one -> one.origin.bundle()).toList());
    }

    /** Returns whether a source comes from a bundle. */
    boolean isOf(Bundle bundle) {
        List<Taken> all = taken;
        return all.stream().anyMatch(one -> one.origin.bundle().equals(bundle));
    }

    /** Returns the bundle of the source that was taken under a name; null where there is none any more. */
    @Nullable
    Bundle bundle(String name) {
        int place = names.indexOf(name);
        List<Taken> all = taken;
        return place < 0 || place >= all.size() ? null : all.get(place).origin.bundle();
    }

    /** Returns whether no source has gone for good, and a bundle of one is being exchanged. */
    boolean isExchanged() {
        List<Taken> all = taken;
        return isExpected() && (isAwaiting() || all.stream().anyMatch(one -> one.origin.isExchanged()));
    }

    /** Returns whether the bundles of all sources run, or will again. */
    boolean isExpected() {
        List<Taken> all = taken;
        return !all.isEmpty() && all.stream().allMatch(one -> one.origin.isExpected());
    }

    /** Gives up what one holder has: the step is over. */
    @Override
    public void close() {
        if (holders.decrementAndGet() > 0) {
            return;
        }
        List<ServiceReference<NeutrinoSource>> given = Taken.references(taken);
        // A host that keeps the lease object must not keep the mechanism's class loader with it.
        taken = List.of();
        sources = List.of();
        unget(context, given);
    }

    /** Gives services back. */
    static void unget(BundleContext context, List<ServiceReference<NeutrinoSource>> references) {
        for (ServiceReference<NeutrinoSource> reference : references) {
            try {
                context.ungetService(reference);
            } catch (IllegalStateException e) {
                // The framework has stopped and forgot all its services.
                return;
            }
        }
    }
}
