package org.chiralkick.host.internal.osgi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.service.BundleClasses;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceEvent;
import org.osgi.framework.ServiceListener;
import org.osgi.framework.ServiceReference;

/**
 * The sources of one request, followed in the service registry.
 *
 * <p>While nothing changes, {@link #acquire} is a few volatile reads and one counter. A service event only raises a flag, and drops
 * a lease whose service goes away, so that no class loader is kept; the registry is read again by the next {@code acquire}. The
 * listener never waits for a lock: it runs inside the framework's own.
 *
 * <p>In an update in place a bundle stops, is exchanged and starts, some milliseconds in which its service is not there. The old
 * instances, which have all their classes, act on until the new ones are registered and made, or it is clear that there will
 * be none ({@link Origin}); so no step is held.
 */
public final class ServiceSelection implements AutoCloseable, ServiceListener {
    /** How long a coupling that opens waits for a source whose bundle is being exchanged. */
    private static final Duration EXCHANGE = Duration.ofSeconds(1);

    /** How long it waits for a component that is known and about to register its source: milliseconds, but for a machine with much to do. */
    private static final Duration COMING = Duration.ofSeconds(5);

    /** How often the registry is read before what it gave is used, though it has changed again meanwhile. */
    private static final int LOOKS = 2;

    private static final long POLL_NS = TimeUnit.MILLISECONDS.toNanos(1);

    private final SourceRegistry registry;
    private final Request request;
    private final Diagnosis diagnosis;
    private final List<String> configured = new ArrayList<>();
    private final AtomicReference<@Nullable ServiceLease> current = new AtomicReference<>();
    private final Object signal = new Object();
    private volatile boolean changed = true;
    private volatile boolean closed;
    private volatile Function<List<NeutrinoSource>, Optional<String>> objection = others -> Optional.empty();
    private long generations;
    private long lookedBeyond;
    // Written under the lock or by the thread that steps, and read by any.
    private volatile long overdue;
    private volatile Optional<String> delay = Optional.empty();
    // Why what is there does not act, and which of several bundles acts; as of the latest look at the registry.
    private volatile Optional<String> refused = Optional.empty();
    private volatile Optional<String> rivals = Optional.empty();

    ServiceSelection(SourceRegistry registry, Request request, Diagnosis diagnosis) {
        this.registry = registry;
        this.request = request;
        this.diagnosis = diagnosis;
        try {
            registry.context()
                    .addServiceListener(
                            this,
                            "(|(objectClass=" + NeutrinoSource.class.getName() + ")(objectClass=" + Components.RUNTIME
                                    + ")(objectClass=" + SourceConfigurations.ADMIN + "))");
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException("a constant filter is well formed", e);
        } catch (IllegalStateException e) {
            throw CouplingException.state("the OSGi framework is closed; open the coupling before closing it");
        }
        try {
            requireAccepted(chosenNames());
        } catch (RuntimeException e) {
            closeAfter(e);
            throw e;
        }
    }

    private void closeAfter(RuntimeException failure) {
        try {
            close();
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
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
                throw CouplingException.source(diagnosis.of(name, request.configuration(name)));
            }
        }
    }

    @Override
    public void serviceChanged(ServiceEvent event) {
        // First the flag, then the lease: a lease that is made meanwhile sees the flag and is made again.
        changed = true;
        if (event.getType() == ServiceEvent.UNREGISTERING) {
            ServiceLease lease = current.get();
            Origin origin = lease == null ? null : lease.origin(event.getServiceReference());
            if (lease != null && origin != null) {
                leaves(lease, origin);
            }
        }
        synchronized (signal) {
            signal.notifyAll();
        }
    }

    // One that will be back acts on; one that goes is dropped at once, so that its class loader is not kept.
    private void leaves(ServiceLease lease, Origin origin) {
        if (origin.isExchanged()) {
            lease.await();
        } else {
            drop(lease);
        }
    }

    private void drop(ServiceLease lease) {
        if (current.compareAndSet(lease, null)) {
            lease.close();
        }
    }

    /**
     * Returns the sources as they are now, counted once more, for one step; null if one is missing after the wait. While nothing changes it
     * allocates nothing.
     */
    public @Nullable ServiceLease acquire(Duration wait) {
        ServiceLease lease = current.get();
        if (!changed && lease != null && !lease.isAwaiting() && lease.retain()) {
            return lease;
        }
        return acquireChanged(wait);
    }

    /** Returns {@link #whyAbsent} if a source is missing now, else empty; one that is only being exchanged is waited for, a short time. */
    public Optional<String> missing() {
        ServiceLease lease = acquire(patience());
        if (lease == null) {
            lease = acquire(patience()); // a component that was not known a moment ago may be coming now
        }
        if (lease == null) {
            return Optional.of(whyAbsent());
        }
        lease.close();
        return Optional.empty();
    }

    private Duration patience() {
        List<String> names =
                request.names().isEmpty() ? registry.names().stream().limit(1).toList() : request.names();
        if (names.stream().anyMatch(name -> registry.isComing(name, request.configuration(name)))) {
            return COMING;
        }
        return registry.isChanging() ? EXCHANGE : Duration.ZERO;
    }

    /** Returns that an update takes long, if one does; asked in every step. */
    public Optional<String> remark() {
        ServiceLease lease = current.get();
        if (lease == null || refused.isPresent()) {
            return refused;
        }
        return lease.isOverdue() ? delayOf(lease) : rivals;
    }

    private Optional<String> delayOf(ServiceLease lease) {
        if (lease.generation() != overdue) {
            overdue = lease.generation();
            delay = Optional.of("source " + String.join("+", lease.names())
                    + " acts on as it was: its bundle is being updated, and the new one is not ready; " + whyAbsent());
        }
        return delay;
    }

    /**
     * Has somebody asked whether instances that are there may take the place of those that {@link #acquire} gave last.
     *
     * @param who returns why the instances it is given must not act; empty where they may
     */
    public void objectedToBy(Function<List<NeutrinoSource>, Optional<String>> who) {
        objection = who;
        changed = true;
    }

    private @Nullable ServiceLease acquireChanged(Duration wait) {
        long now = System.nanoTime();
        long deadline = now + wait.toNanos();
        long settled = now + Math.max(wait.toNanos(), EXCHANGE.toNanos());
        while (true) {
            Optional<ServiceLease> lease = resolved();
            if (lease.isPresent()) {
                return lease.get();
            }
            // What changes at this moment is looked at again also for who does not wait, but not for ever.
            if (changed ? System.nanoTime() - settled >= 0 : !awaitChange(deadline)) {
                return null;
            }
            LockSupport.parkNanos(POLL_NS);
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
        ServiceLease awaiting = current.get();
        if (awaiting != null && awaiting.isAwaiting() && !awaiting.isExpected()) {
            changed = true; // no event tells that the new one will not come
        }
        if (awaiting != null && awaiting.generation() != lookedBeyond && awaiting.isOverdue()) {
            lookedBeyond = awaiting.generation();
            changed = true; // another bundle may give what an updated one gives no more
        }
        boolean looks = changed;
        // No more: what changes over and over would hold the lock, and the sources that are there, back for ever.
        for (int look = 0; changed && look < LOOKS; look++) {
            changed = false;
            resolve();
        }
        rivals = looks ? rivals() : rivals;
        ServiceLease lease = current.get();
        return lease != null && lease.retain() ? Optional.of(lease) : Optional.empty();
    }

    private void resolve() {
        ServiceLease before = current.get();
        boolean exchanged = before != null && before.isExchanged();
        // While the one of highest ranking is exchanged the next one in the ranking does not step in.
        List<String> names = before != null && exchanged ? before.names() : chosenNames();
        Choice choice = choose(before, names);
        List<ServiceLease.Taken> taken = choice.taken;
        // Looked at again, after the services: the exchange may have begun between the two.
        exchanged = before != null && before.isExchanged();
        boolean complete =
                choice.outcome == Outcome.COMPLETE && (before == null || !exchanged || mayFollow(before, names, taken));
        if (before != null && (complete ? isSame(before, taken) : actsOn(before, exchanged, choice))) {
            ServiceLease.unget(registry.context(), ServiceLease.Taken.references(taken));
            if (complete || choice.refusal.isPresent()) {
                refused = choice.refusal.map(refusal -> refusal.words(before));
            }
            if (!complete && exchanged && choice.outcome != Outcome.REFUSED) {
                before.await();
            }
            return;
        }
        ServiceLease next = null;
        if (complete) {
            next = new ServiceLease(registry.context(), ++generations, names, taken, choice.builds);
        } else {
            ServiceLease.unget(registry.context(), ServiceLease.Taken.references(taken));
        }
        ServiceLease acting = next;
        refused = acting == null ? Optional.empty() : choice.refusal.map(refusal -> refusal.words(acting));
        ServiceLease replaced = current.getAndSet(next);
        if (replaced != null) {
            replaced.close();
        }
        boolean gone = taken.stream().anyMatch(one -> one.reference().getBundle() == null);
        if (complete && gone) {
            changed = true; // it went while it was taken: its event was too early for this lease
        }
        if (exchanged && request.names().isEmpty()) {
            changed = true; // the ranking was not looked at
        }
    }

    /** What came of the look for services. */
    private enum Outcome {
        /** There is one for each name, and nobody objects. */
        COMPLETE,
        /** There is none for a name. */
        LACKING,
        /** A bundle was exchanged again, stopped or removed meanwhile; it is looked at again. */
        UNSETTLED,
        /** The bundles of those that act have new ones, which are refused. */
        REFUSED
    }

    /**
     * Services that were taken.
     *
     * @param builds which builds they are; none unless complete
     * @param refusal of the first ones that were tried
     */
    private record Choice(
            List<ServiceLease.Taken> taken, List<String> builds, Outcome outcome, Optional<Refusal> refusal) {}

    /** Builds that may not act, and why. */
    private record Refusal(List<String> builds, String why) {
        String words(ServiceLease acting) {
            return "source " + String.join("+", acting.names()) + " acts on as bundle "
                    + String.join(" and ", acting.builds()) + " gave it, and bundle " + String.join(" and ", builds)
                    + " does not take its place: " + why;
        }
    }

    /** Takes the best services that nobody objects to; a bundle that is refused is no obstacle to an update of one that acts. */
    private Choice choose(@Nullable ServiceLease before, List<String> names) {
        Set<Bundle> passedOver = new HashSet<>();
        Optional<Refusal> refusal = Optional.empty();
        while (true) {
            List<ServiceLease.Taken> taken = take(names, passedOver);
            if (names.isEmpty() || taken.size() != names.size()) {
                return new Choice(taken, List.of(), Outcome.LACKING, refusal);
            }
            Optional<List<String>> builds = loaded(before, taken);
            if (builds.isEmpty()) {
                return new Choice(taken, List.of(), Outcome.UNSETTLED, refusal);
            }
            Optional<String> why = before == null ? Optional.empty() : whyNot(before, taken);
            if (before == null || why.isEmpty()) {
                return new Choice(taken, builds.get(), Outcome.COMPLETE, refusal);
            }
            if (refusal.isEmpty()) {
                refusal = Optional.of(new Refusal(builds.get(), why.get()));
            }
            List<Bundle> others = taken.stream()
                    .map(one -> one.origin().bundle())
                    .filter(bundle -> !before.isOf(bundle))
                    .toList();
            if (!passedOver.addAll(others)) {
                return new Choice(taken, List.of(), Outcome.REFUSED, refusal);
            }
            ServiceLease.unget(registry.context(), ServiceLease.Taken.references(taken));
        }
    }

    /** Returns whether the old instances act on where there are not, or not yet, others that may. */
    private static boolean actsOn(ServiceLease before, boolean exchanged, Choice choice) {
        return exchanged || choice.refusal.isPresent() || (choice.outcome == Outcome.UNSETTLED && before.isExpected());
    }

    /** Returns whether sources may act after ones of a bundle in exchange: no other bundle steps in while its own may be there in a moment. */
    private static boolean mayFollow(ServiceLease before, List<String> names, List<ServiceLease.Taken> taken) {
        return names.equals(before.names()) && (before.isOverdue() || before.isOfBundlesOf(taken));
    }

    /** Returns why new instances may not take the place of the old ones, which are there still or have outlived an update. */
    private Optional<String> whyNot(ServiceLease before, List<ServiceLease.Taken> taken) {
        List<NeutrinoSource> sources = ServiceLease.Taken.sources(taken);
        return !before.isExpected() || before.holds(sources) ? Optional.empty() : objection.apply(sources);
    }

    private Optional<String> rivals() {
        ServiceLease lease = current.get();
        return lease == null
                ? Optional.empty()
                : lease.names().stream()
                        .flatMap(name -> registry.rivals(name, lease.bundle(name)).stream())
                        .reduce((one, other) -> one + "; " + other);
    }

    /**
     * Loads all classes of sources that are new, and returns which builds they are, read this once: later the bundle may be another one. Empty if
     * a bundle was exchanged, stopped or removed meanwhile, for then nobody can say what it was.
     */
    private Optional<List<String>> loaded(@Nullable ServiceLease before, List<ServiceLease.Taken> taken) {
        if (before != null && isSame(before, taken)) {
            return Optional.of(before.builds());
        }
        taken.forEach(one -> BundleClasses.load(one.origin().bundle()));
        List<String> builds =
                taken.stream().map(one -> registry.builds().of(one.origin())).toList();
        // Looked at last, so that what changes while it is read is seen.
        if (taken.stream().anyMatch(one -> one.origin().isChanged())) {
            changed = true;
            return Optional.empty();
        }
        return Optional.of(builds);
    }

    private static boolean isSame(ServiceLease before, List<ServiceLease.Taken> taken) {
        return !before.isAwaiting() && before.holds(ServiceLease.Taken.sources(taken));
    }

    /** Takes the best service of each name that can be had from other bundles than these. */
    private List<ServiceLease.Taken> take(List<String> names, Set<Bundle> passedOver) {
        List<ServiceLease.Taken> taken = new ArrayList<>();
        for (String name : names) {
            for (ServiceReference<NeutrinoSource> reference : registry.candidates(name, request.configuration(name))) {
                Bundle bundle = reference.getBundle();
                if (bundle != null && passedOver.contains(bundle)) {
                    continue;
                }
                Optional<Origin> origin =
                        Optional.ofNullable(bundle).flatMap(from -> Origin.of(registry.context(), from));
                Optional<NeutrinoSource> source = origin.isEmpty() ? Optional.empty() : registry.service(reference);
                if (origin.isPresent() && source.isPresent() && reference.getBundle() == null) {
                    // It has gone, and its bundle may be another one already: look again.
                    changed = true;
                    ServiceLease.unget(registry.context(), List.of(reference));
                } else if (origin.isPresent() && source.isPresent()) {
                    taken.add(new ServiceLease.Taken(reference, origin.get(), source.get()));
                    break;
                }
            }
        }
        return taken;
    }

    /** Returns the names of the request, or the one of highest ranking; each is configured when this returns. */
    private synchronized List<String> chosenNames() {
        List<String> names =
                request.names().isEmpty() ? registry.names().stream().limit(1).toList() : request.names();
        for (String name : names) {
            if (!configured.contains(name) && registry.configure(name, request)) {
                configured.add(name);
            }
        }
        return names;
    }

    /** Returns a sentence that names the source that is missing and says why. */
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

    /** Ends the selection and what was configured for it; leases out are still valid. */
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
}
