package org.chiralkick.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** R8: several threads may evaluate different blocks at once. */
final class ConcurrencyRule extends NumberedRule {
    private static final int THREADS = 4;
    private static final long EVALUATE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long WAIT_SECONDS = 20;

    ConcurrencyRule() {
        super(8, "may be called from many threads");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        AtomicReference<@Nullable Violation> found = new AtomicReference<>();
        CountDownLatch start = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(THREADS);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            ZoneColumns zones = ProbeStates.broad(40 + 7 * i, 80 + i);
            FluxColumns alone = Call.on(zones).evaluate(source);
            Thread thread = new Thread(
                    () -> {
                        evaluateUntilTimeIsUp(source, zones, alone, start, found);
                        done.countDown();
                    },
                    "contract-kit-R8-" + i);
            thread.setDaemon(true);
            threads.add(thread);
        }
        threads.forEach(Thread::start);
        start.countDown();
        awaitAll(done);
        Violation violation = found.get();
        if (violation != null) {
            throw violation;
        }
        return THREADS + " threads at once get the bits that each gets alone";
    }

    private static void evaluateUntilTimeIsUp(
            NeutrinoSource source,
            ZoneColumns zones,
            FluxColumns alone,
            CountDownLatch start,
            AtomicReference<@Nullable Violation> found) {
        try {
            start.await();
            long began = System.nanoTime();
            while (found.get() == null && System.nanoTime() - began < EVALUATE_NANOS) {
                String circumstances = "while " + (THREADS - 1) + " other threads evaluate other blocks";
                FluxColumns fluxes = Call.on(zones).when(circumstances).evaluate(source);
                Comparison.requireSame(fluxes, alone, circumstances);
            }
        } catch (Violation violation) {
            found.compareAndSet(null, violation);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAll(CountDownLatch done) {
        try {
            if (!done.await(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Violation("evaluate did not return within " + WAIT_SECONDS + " s while " + THREADS
                        + " threads call it; must not block");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Violation("interrupted while " + THREADS + " threads evaluate");
        }
    }
}
