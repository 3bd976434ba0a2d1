package org.chiralkick.host.internal.watch;

import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks after one coupling: names a mechanism that does not return, and one that ends the process. What {@linkplain Arrival arrives} concerns
 * every coupling of the process.
 */
public final class Watchdog implements AutoCloseable {
    private static final double USUAL_LIMIT_S = 60;

    private final long limitNs;
    private final Supplier<Inside[]> threads;
    private final BiConsumer<Level, String> log;
    /** What was named because it does not arrive. */
    private final Set<Arrival> late = new HashSet<>();

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
        Guard.GUARD.add(watchdog);
        return watchdog;
    }

    /** Returns a watchdog for what arrives while no coupling is open that could say so. */
    static Watchdog ofNoCoupling(BiConsumer<Level, String> log) {
        return new Watchdog(USUAL_LIMIT_S, () -> new Inside[0], log);
    }

    /** Says nothing more. When this returns the log is not in use. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        Guard.GUARD.remove(this);
    }

    /** Returns how long a mechanism may take [ns]; 0 for any time. */
    long limitNs() {
        return limitNs;
    }

    /** Looks at all threads and at what arrives, and says what is new. */
    void check(long nowNs) {
        checkArrivals(nowNs);
        for (Inside inside : threads.get()) {
            long calls = inside.calls();
            if (calls != inside.seen) {
                if (inside.named) {
                    inside.named = false;
                    say(
                            Level.WARNING,
                            "source " + inside.source() + ", which did not return for " + seconds(limitNs)
                                    + " s, has returned");
                }
                inside.seen = calls;
                inside.seenSinceNs = nowNs;
            } else if (isInside(calls) && !inside.named && nowNs - inside.seenSinceNs >= limitNs) {
                inside.named = true;
                say(
                        Level.WARNING,
                        "source " + inside.source() + " has not returned for " + seconds(limitNs) + " s"
                                + whereIs(inside.thread()));
            }
        }
    }

    private void checkArrivals(long nowNs) {
        for (Arrival one : Arrival.all()) {
            Thread thread = nowNs - one.sinceNs() >= limitNs ? one.thread() : null;
            if (thread != null && late.add(one)) {
                say(Level.WARNING, one.what() + " has not returned for " + seconds(limitNs) + " s" + whereIs(thread));
            }
        }
        late.removeIf(one -> {
            boolean returned = !one.isUnderWay();
            if (returned) {
                say(Level.WARNING, one.what() + ", which did not return for " + seconds(limitNs) + " s, has returned");
            }
            return returned;
        });
    }

    /** Forgets what was named: others say it now. */
    void forget() {
        late.clear();
    }

    private static boolean isInside(long calls) {
        return (calls & 1) != 0;
    }

    private static String seconds(long ns) {
        double s = ns / 1e9;
        return s == Math.rint(s) ? Long.toString((long) s) : Double.toString(s);
    }

    private static String whereIs(@Nullable Thread thread) {
        if (thread == null) {
            return "";
        }
        StackTraceElement[] trace = thread.getStackTrace();
        return trace.length == 0 ? "" : "; thread " + thread.getName() + " is at " + place(trace[0]);
    }

    // Without the loader and module that its own text begins with.
    private static String place(StackTraceElement at) {
        return at.getClassName() + "." + at.getMethodName() + "(" + at.getFileName() + ":" + at.getLineNumber() + ")";
    }

    /** Names a mechanism that ends the process: while the VM ends it is still inside its call of {@link System#exit}. */
    void nameTheEnd() {
        for (Inside inside : threads.get()) {
            Thread thread = isInside(inside.calls()) ? inside.thread() : null;
            if (thread != null) {
                nameTheEnd("source " + inside.source(), thread);
            }
        }
        for (Arrival one : Arrival.all()) {
            Thread thread = one.thread();
            if (thread != null) {
                nameTheEnd(one.what(), thread);
            }
        }
    }

    private void nameTheEnd(String who, Thread thread) {
        StackTraceElement[] trace = thread.getStackTrace();
        int exit = lastExit(trace);
        if (exit >= 0) {
            say(
                    Level.ERROR,
                    who + " ends the process: it called System.exit"
                            + (exit + 1 < trace.length ? " at " + place(trace[exit + 1]) : "")
                            + "; a mechanism must not, take it out of the folder of mechanisms");
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
