package org.chiralkick.host.internal.step;

import java.lang.System.Logger.Level;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Names a mechanism that does not return, and one that ends the process. One daemon thread looks after all couplings of the process; it is
 * there while one of them is open and has asked for it. A coupling that is forgotten without being closed is not kept.
 */
public final class Watchdog implements AutoCloseable {
    private static final Object LOCK = new Object();
    private static final List<WeakReference<Watchdog>> ALL = new ArrayList<>();
    private static final long LONGEST_PAUSE_NS = TimeUnit.SECONDS.toNanos(1);
    private static final long SHORTEST_PAUSE_NS = TimeUnit.MILLISECONDS.toNanos(5);
    private static @Nullable Thread looker;
    private static @Nullable Thread hook;

    private final long limitNs;
    private final Supplier<Inside[]> threads;
    private final BiConsumer<Level, String> log;
    private boolean closed;

    private Watchdog(double limitS, Supplier<Inside[]> threads, BiConsumer<Level, String> log) {
        this.limitNs = (long) (limitS * 1e9);
        this.threads = threads;
        this.log = log;
    }

    /**
     * Looks after the threads of a coupling until it is closed.
     *
     * @param limitS how long a mechanism may take [s]; 0 for any time
     * @param threads the coupling's threads, those that come later, too
     * @param log takes the messages, on a thread of the watchdog's own
     */
    public static Watchdog watch(double limitS, Supplier<Inside[]> threads, BiConsumer<Level, String> log) {
        Watchdog watchdog = new Watchdog(limitS, threads, log);
        synchronized (LOCK) {
            ALL.add(new WeakReference<>(watchdog));
            if (hook == null) {
                hookInto();
            }
            if (watchdog.limitNs > 0 && looker == null) {
                Thread thread = new Thread(Watchdog::look, "chiralkick-watchdog");
                thread.setDaemon(true);
                thread.setContextClassLoader(Watchdog.class.getClassLoader());
                looker = thread;
                thread.start();
            }
            LOCK.notifyAll(); // its limit may be a shorter one
        }
        return watchdog;
    }

    /** Says nothing more. When this returns the log is not in use. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        synchronized (LOCK) {
            ALL.removeIf(one -> one.refersTo(null) || one.refersTo(this));
            LOCK.notifyAll();
            if (ALL.isEmpty() && hook != null) {
                unhook(hook);
            }
        }
    }

    private static void hookInto() {
        Thread thread = new Thread(Watchdog::nameTheEnd, "chiralkick-exit");
        try {
            Runtime.getRuntime().addShutdownHook(thread);
            hook = thread;
        } catch (IllegalStateException e) {
            hook = null; // the process is ending
        }
    }

    private static void unhook(Thread thread) {
        hook = null;
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException e) {
            hook = thread; // the process is ending, and the hook runs
        }
    }

    private static void look() {
        while (true) {
            long pauseNs = checkAll();
            synchronized (LOCK) {
                ALL.removeIf(one -> one.refersTo(null));
                if (ALL.isEmpty()) {
                    looker = null;
                    return;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(LOCK, pauseNs);
                } catch (InterruptedException e) {
                    looker = null;
                    return;
                }
            }
        }
    }

    /** Looks once, and returns when to look again. */
    private static long checkAll() {
        long pauseNs = LONGEST_PAUSE_NS;
        for (Watchdog watchdog : open()) {
            if (watchdog.limitNs > 0) {
                watchdog.check(System.nanoTime());
                pauseNs = Math.min(pauseNs, Math.max(SHORTEST_PAUSE_NS, watchdog.limitNs / 4));
            }
        }
        return pauseNs;
    }

    private static List<Watchdog> open() {
        List<Watchdog> open = new ArrayList<>();
        synchronized (LOCK) {
            for (WeakReference<Watchdog> one : ALL) {
                Watchdog watchdog = one.get();
                if (watchdog != null) {
                    open.add(watchdog);
                }
            }
        }
        return open;
    }

    private void check(long nowNs) {
        for (Inside inside : threads.get()) {
            long calls = inside.calls();
            if (calls != inside.seen) {
                if (inside.named) {
                    inside.named = false;
                    say(Level.WARNING, "source " + inside.source() + ", which did not return for "
                            + seconds(limitNs) + " s, has returned");
                }
                inside.seen = calls;
                inside.seenSinceNs = nowNs;
            } else if (isInside(calls) && !inside.named && nowNs - inside.seenSinceNs >= limitNs) {
                inside.named = true;
                say(Level.WARNING, "source " + inside.source() + " has not returned for " + seconds(limitNs)
                        + " s" + whereIs(inside.thread()));
            }
        }
    }

    private static boolean isInside(long calls) {
        return (calls & 1) != 0;
    }

    private static String seconds(long ns) {
        double s = ns / 1e9;
        return s == Math.rint(s) ? Long.toString((long) s) : Double.toString(s);
    }

    private static String whereIs(@Nullable Thread thread) {
        StackTraceElement[] trace = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
        return trace.length == 0 ? "" : "; thread " + (thread == null ? "" : thread.getName()) + " is at " + trace[0];
    }

    /** Runs while the VM ends: a mechanism that ended it is still inside its call of {@link System#exit}. */
    private static void nameTheEnd() {
        for (Watchdog watchdog : open()) {
            for (Inside inside : watchdog.threads.get()) {
                Thread thread = isInside(inside.calls()) ? inside.thread() : null;
                StackTraceElement[] trace = thread == null ? new StackTraceElement[0] : thread.getStackTrace();
                int exit = lastExit(trace);
                if (exit >= 0) {
                    watchdog.say(
                            Level.ERROR,
                            "source " + inside.source() + " ends the process: it called System.exit"
                                    + (exit + 1 < trace.length ? " at " + trace[exit + 1] : "")
                                    + "; a mechanism must not, take it out of the folder of mechanisms");
                }
            }
        }
    }

    private static int lastExit(StackTraceElement[] trace) {
        return Arrays.stream(trace)
                .filter(at -> at.getMethodName().equals("exit")
                        && (at.getClassName().equals("java.lang.System")
                                || at.getClassName().equals("java.lang.Runtime")))
                .reduce((first, second) -> second)
                .map(at -> Arrays.asList(trace).lastIndexOf(at))
                .orElse(-1);
    }

    private synchronized void say(Level level, String message) {
        if (!closed) {
            log.accept(level, message);
        }
    }
}
