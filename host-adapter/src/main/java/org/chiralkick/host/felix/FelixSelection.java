package org.chiralkick.host.felix;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;

/**
 * The sources of one request, followed in the service registry.
 *
 * <p>While nothing changes, {@link #acquire} is two volatile reads and one counter. A service event only raises a flag, and drops
 * a lease whose service goes away, so that no class loader is kept; the registry is read again by the next {@code acquire}. The
 * listener never waits for a lock: it runs inside the framework's own.
 */
final class FelixSelection implements SourceProvider.Selection, ServiceListener {
    private final SourceRegistry registry;
    private final SourceRequest request;
    private final Diagnosis diagnosis;
    private final List<String> configured = new ArrayList<>();
    private final AtomicReference<@Nullable ServiceLease> current = new AtomicReference<>();
    private final Object signal = new Object();
    private volatile boolean changed = true;
    private volatile boolean closed;
    private long generations;

    FelixSelection(SourceRegistry registry, SourceRequest request, Diagnosis diagnosis) {
        this.registry = registry;
        this.request = request;
        this.diagnosis = diagnosis;
        try {
            registry.context()
                    .addServiceListener(
                            this,
                            "(|(objectClass=" + NeutrinoSource.class.getName() + ")(objectClass="
                                    + ServiceComponentRuntime.class.getName() + "))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter is well formed", e);
        } catch (IllegalStateException e) {
            throw CouplingException.state("the OSGi framework is closed; open the coupling before closing it");
        }
        requireAccepted(chosenNames());
    }

    // A source that is there and refuses its settings is a mistake of whoever wrote them, not an absence to be held or
    // waited for.
    private void requireAccepted(List<String> names) {
        for (String name : names) {
            List<ServiceReference<NeutrinoSource>> made =
                    registry.candidates(name, request.configuration(name)).stream()
                            .filter(reference -> registry.service(reference).isPresent())
                            .toList();
            ServiceLease.unget(registry.context(), made);
            if (made.isEmpty() && registry.refuses(name, request.configuration(name))) {
                String why = diagnosis.of(name, request.configuration(name));
                close();
                throw CouplingException.source(why);
            }
        }
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        // First the flag, then the lease: a lease that is made meanwhile sees the flag and is made again.
        changed = true;
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            ServiceLease lease = current.get();
            if (lease != null && lease.uses(event.getServiceReference()) && current.compareAndSet(lease, null)) {
                lease.close();
            }
        }
        synchronized (signal) {
            signal.notifyAll();
        }
    }

    @Override
    public SourceProvider.Lease acquire(Duration wait) {
        ServiceLease lease = current.get();
        if (!changed && lease != null && lease.retain()) {
            return lease;
        }
        return acquireChanged(wait);
    }

    private SourceProvider.Lease acquireChanged(Duration wait) {
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            Optional<ServiceLease> lease = resolved();
            if (lease.isPresent()) {
                return lease.get();
            }
            if (!awaitChange(deadline)) {
                return Absent.LEASE;
            }
        }
    }

    /** Waits for a service event; returns false if there was none until the deadline, or the thread was interrupted. */
    private boolean awaitChange(long deadlineNs) {
        synchronized (signal) {
            while (!changed) {
                long leftMs = TimeUnit.NANOSECONDS.toMillis(deadlineNs - System.nanoTime());
                if (leftMs <= 0) {
                    return false;
                }
                try {
                    signal.wait(leftMs);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns the sources as they are now, held once more, or empty if one is missing. */
    private synchronized Optional<ServiceLease> resolved() {
        if (closed) {
            throw CouplingException.state("the selection of sources was closed; open a new coupling");
        }
        while (changed) {
            changed = false;
            resolve();
        }
        ServiceLease lease = current.get();
        return lease != null && lease.retain() ? Optional.of(lease) : Optional.empty();
    }

    private void resolve() {
        List<ServiceReference<NeutrinoSource>> references = new ArrayList<>();
        List<NeutrinoSource> sources = new ArrayList<>();
        List<String> names = chosenNames();
        for (String name : names) {
            for (ServiceReference<NeutrinoSource> reference : registry.candidates(name, request.configuration(name))) {
                Optional<NeutrinoSource> source = registry.service(reference);
                if (source.isPresent()) {
                    references.add(reference);
                    sources.add(source.get());
                    break;
                }
            }
        }
        ServiceLease before = current.get();
        boolean complete = !names.isEmpty() && sources.size() == names.size();
        if (complete && before != null && before.holds(sources)) {
            ServiceLease.unget(registry.context(), references);
            return;
        }
        ServiceLease next = null;
        if (complete) {
            references.forEach(
                    reference -> Optional.ofNullable(reference.getBundle()).ifPresent(BundleClasses::load));
            next = new ServiceLease(registry.context(), ++generations, references, sources);
        } else {
            ServiceLease.unget(registry.context(), references);
        }
        ServiceLease replaced = current.getAndSet(next);
        if (replaced != null) {
            replaced.close();
        }
        if (complete && references.stream().anyMatch(reference -> reference.getBundle() == null)) {
            changed = true; // it went while it was taken: its event was too early for this lease
        }
    }

    /** Returns the names of the request, or the one of highest ranking; each is configured when this returns. */
    private synchronized List<String> chosenNames() {
        List<String> names =
                request.names().isEmpty() ? registry.names().stream().limit(1).toList() : request.names();
        for (String name : names) {
            if (!configured.contains(name)) {
                registry.configure(name, request);
                configured.add(name);
            }
        }
        return names;
    }

    @Override
    public String whyAbsent() {
        List<String> names =
                request.names().isEmpty() ? registry.names().stream().limit(1).toList() : request.names();
        if (names.isEmpty()) {
            return diagnosis.nothingThere();
        }
        List<String> reasons = new ArrayList<>();
        for (String name : names) {
            if (registry.candidates(name, request.configuration(name)).isEmpty()) {
                reasons.add(diagnosis.of(name, request.configuration(name)));
            }
        }
        return reasons.isEmpty()
                ? diagnosis.of(names.get(0), request.configuration(names.get(0)))
                : String.join("; ", reasons);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            try {
                registry.context().removeServiceListener(this);
            } catch (IllegalStateException e) {
                // The framework has stopped: it forgot its listeners.
            }
            ServiceLease lease = current.getAndSet(null);
            if (lease != null) {
                lease.close();
            }
            configured.forEach(name -> registry.unconfigure(name, request));
            configured.clear();
        }
    }

    /** The lease of a step without sources. */
    private enum Absent implements SourceProvider.Lease {
        LEASE;

        @Override
        public List<NeutrinoSource> sources() {
            return List.of();
        }

        @Override
        public long generation() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing was lent.
        }
    }
}
