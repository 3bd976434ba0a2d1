package org.chiralkick.host.felix;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.source.NeutrinoSource;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/**
 * The service objects of one moment, counted: the selection holds them once while they are current, and each step in flight once
 * more. After the last the services are given back and forgotten.
 */
final class ServiceLease implements SourceProvider.Lease {
    private final BundleContext context;
    private final long generation;
    private final AtomicInteger holders = new AtomicInteger(1);
    private List<ServiceReference<NeutrinoSource>> references;
    private List<NeutrinoSource> sources;

    ServiceLease(
            BundleContext context,
            long generation,
            List<ServiceReference<NeutrinoSource>> references,
            List<NeutrinoSource> sources) {
        this.context = context;
        this.generation = generation;
        this.references = List.copyOf(references);
        this.sources = List.copyOf(sources);
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

    @Override
    public List<NeutrinoSource> sources() {
        return sources;
    }

    @Override
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

    /** Returns whether one of the services is that of the reference. */
    boolean uses(ServiceReference<?> reference) {
        return references.contains(reference);
    }

    @Override
    public void close() {
        if (holders.decrementAndGet() > 0) {
            return;
        }
        List<ServiceReference<NeutrinoSource>> given = references;
        // A host that keeps the lease object must not keep the mechanism's class loader with it.
        references = List.of();
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
