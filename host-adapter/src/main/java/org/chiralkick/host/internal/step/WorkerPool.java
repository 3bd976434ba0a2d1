package org.chiralkick.host.internal.step;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A fixed pool of daemon threads that work off numbered tasks together with the caller. A round of work allocates nothing: the task
 * object is the caller's, tasks are drawn from a counter, and waiting threads are parked.
 */
public final class WorkerPool implements AutoCloseable {
    /** A round of tasks. */
    public interface Tasks {
        /** Does task {@code index}; called once for each index, on any thread of the pool or the caller's. */
        void run(int index);
    }

    private final Thread[] threads;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger round = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile @Nullable Tasks tasks;
    private volatile int count;
    private volatile @Nullable Thread caller;
    private volatile boolean closed;

    /** Starts this many threads, {@code >= 1}. */
    public WorkerPool(int size) {
        threads = new Thread[size];
        for (int i = 0; i < size; i++) {
            Thread thread = new Thread(this::workForever, "chiralkick-worker-" + i);
            thread.setDaemon(true);
            threads[i] = thread;
        }
        for (Thread thread : threads) {
            thread.start();
        }
    }

    /**
     * Does tasks 0 to {@code size - 1} and returns when all are done; throws what the first failing one threw. One caller at a time.
     */
    public void run(Tasks what, int size) {
        startRound(what, size);
        work(what, size);
        awaitWorkers();
        tasks = null;
        caller = null;
        rethrow(failure.getAndSet(null));
    }

    private void startRound(Tasks what, int size) {
        caller = Thread.currentThread();
        tasks = what;
        count = size;
        next.set(0);
        working.set(threads.length);
        round.incrementAndGet();
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }

    private void work(Tasks what, int size) {
        int index = next.getAndIncrement();
        while (index < size) {
            try {
                what.run(index);
            } catch (RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
            index = next.getAndIncrement();
        }
    }

    // An interrupt must not end the wait, since tasks use the caller's blocks; it is handed on afterwards.
    private void awaitWorkers() {
        boolean interrupted = false;
        while (working.get() > 0) {
            LockSupport.park(this);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(@Nullable Throwable thrown) {
        if (thrown instanceof RuntimeException unchecked) {
            throw unchecked;
        }
        if (thrown instanceof Error error) {
            throw error;
        }
    }

    private void workForever() {
        int seen = 0;
        while (!closed) {
            int now = round.get();
            if (now == seen) {
                LockSupport.park(this);
                continue;
            }
            seen = now;
            Tasks what = tasks;
            if (what != null) {
                work(what, count);
            }
            Thread waiting = caller;
            if (working.decrementAndGet() == 0) {
                LockSupport.unpark(waiting);
            }
        }
    }

    /** Ends the threads; not during a round. */
    @Override
    public void close() {
        closed = true;
        for (Thread thread : threads) {
            LockSupport.unpark(thread);
        }
    }
}
