package org.chiralkick.host.internal.watch;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The watchdogs of the process. One daemon thread looks after all of them; it is there while a coupling is open that asked for it, or
 * something {@linkplain Arrival arrives}. A hook into the end of the process is there while any coupling is open, or something arrives. A
 * coupling that is forgotten without being closed is not kept.
 */
final class Guard {
    static final Guard GUARD = new Guard();

    private static final long LONGEST_PAUSE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);

    private final List<WeakReference<Watchdog>> all = new ArrayList<>();
    /** Says what arrives where no coupling is open; used by the looker alone. */
    private final Watchdog ofNoCoupling = Watchdog.ofNoCoupling(StandardLog.LOG);

    private @Nullable Thread looker;
    private @Nullable Thread hook;

    private Guard() {}

    synchronized void add(Watchdog watchdog) {
        all.add(new WeakReference<>(watchdog));
        hookInto();
        if (watchdog.limitNs() > 0) {
            startLooking();
        }
        notifyAll(); // its limit may be a shorter one
    }

    /** Looks after what has begun to arrive. */
    synchronized void arrives() {
        hookInto();
        startLooking();
    }

    private void startLooking() {
        if (looker == null) {
            Thread thread = new Thread(this::look, "chiralkick-watchdog");
            thread.setDaemon(true);
            thread.setContextClassLoader(Guard.class.getClassLoader());
            looker = thread;
            thread.start();
        }
    }

    synchronized void remove(Watchdog watchdog) {
        all.removeIf(one -> one.refersTo(null) || one.refersTo(watchdog));
        notifyAll();
        unhookIfIdle();
    }

    private void hookInto() {
        if (hook != null) {
            return;
        }
        Thread thread = new Thread(this::nameTheEnd, "chiralkick-exit");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
            hook = thread;
        } catch (IllegalStateException e) {
            hook = null; // the process is ending
        }
    }

    private void unhookIfIdle() {
        Thread thread = hook;
        if (thread == null || !all.isEmpty() || Arrival.any()) {
            return;
        }
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
            hook = null;
        } catch (IllegalStateException e) {
            hook = thread; // the process is ending, and the hook runs
        }
    }

    /** Returns whether somebody says who ends the process. */
    synchronized boolean isHooked() {
        return hook != null;
    }

    private void look() {
        while (pause(checkAll())) {
            // Looks again.
        }
    }

    /** Looks once, and returns when to look again. */
    private long checkAll() {
        long pauseNs = LONGEST_PAUSE_NS;
        List<Watchdog> open = open();
        if (open.isEmpty()) {
            ofNoCoupling.check(System.nanoTime());
        } else {
            ofNoCoupling.forget();
        }
        for (Watchdog watchdog : open) {
            if (watchdog.limitNs() > 0) {
                watchdog.check(System.nanoTime());
                pauseNs = Math.min(pauseNs, Math.max(SHORTEST_PAUSE_NS, watchdog.limitNs() / 4));
            }
        }
        return pauseNs;
    }

    /** Waits for the next look; returns false if there is nothing left to look after. */
    private synchronized boolean pause(long pauseNs) {
        all.removeIf(one -> one.refersTo(null));
        boolean goesOn = Arrival.any() || all.stream().anyMatch(Guard::hasLimit);
        try {
            if (goesOn) {
                // However it ends, what there is to see is looked at again.
                TimeUnit.NANOSECONDS.timedWait(this, pauseNs);
            }
        } catch (InterruptedException e) {
            goesOn = false;
        }
        if (!goesOn) {
            looker = null;
            unhookIfIdle();
        }
        return goesOn;
    }

    private static boolean hasLimit(WeakReference<Watchdog> one) {
        Watchdog watchdog = one.get();
        return watchdog != null && watchdog.limitNs() > 0;
    }

    private synchronized List<Watchdog> open() {
        List<Watchdog> open = new ArrayList<>();
        for (WeakReference<Watchdog> one : all) {
            Watchdog watchdog = one.get();
            if (watchdog != null) {
                open.add(watchdog);
            }
        }
        return open;
    }

    /** Runs while the VM ends. */
    private void nameTheEnd() {
        List<Watchdog> open = open();
        if (open.isEmpty()) {
            ofNoCoupling.nameTheEnd();
        }
        open.forEach(Watchdog::nameTheEnd);
    }
}
