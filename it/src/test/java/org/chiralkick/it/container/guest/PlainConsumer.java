package org.chiralkick.it.container.guest;

import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Gets a source, evaluates it and gives it back, over and over, as the books tell: no lease, no adapter. */
final class PlainConsumer {
    private final BundleContext context;
    private final double expected;
    private final AtomicLong evaluations = new AtomicLong();
    private final AtomicReference<@Nullable String> failure = new AtomicReference<>();
    private final Thread thread = new Thread(this::consume, "plain-consumer");
    private volatile boolean ended;

    PlainConsumer(BundleContext context, double expected) {
        this.context = context;
        this.expected = expected;
        thread.setDaemon(true);
        thread.start();
    }

    /** Returns how often it has evaluated. */
    long evaluations() {
        return evaluations.get();
    }

    /** Ends it and returns what went wrong first; empty if nothing has. */
    String end() throws InterruptedException {
        ended = true;
        thread.join();
        String first = failure.get();
        return first == null ? "" : first;
    }

    private void consume() {
        while (!ended && failure.get() == null) {
            try {
                references().forEach(this::evaluate);
            } catch (Exception | LinkageError e) {
                failure.compareAndSet(null, e.toString());
            }
        }
    }

    private Collection<ServiceReference<NeutrinoSource>> references() throws InvalidSyntaxException {
        return context.getServiceReferences(NeutrinoSource.class, "(chiralkick.source.name=chiral)");
    }

    private void evaluate(ServiceReference<NeutrinoSource> reference) {
        NeutrinoSource source = context.getService(reference);
        if (source == null) {
            return; // it has gone since
        }
        // Once as soon as it is there, and once after some time, in which its bundle may have gone.
        for (int time = 0; time < 2; time++) {
            double flux = Zone.flux(source);
            if (flux != expected) {
                failure.compareAndSet(null, "flux is " + flux + ", not " + expected);
            }
            evaluations.incrementAndGet();
            LockSupport.parkNanos(1000);
        }
        context.ungetService(reference);
    }
}
