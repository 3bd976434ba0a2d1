package org.chiralkick.cli.serve;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Says how long to wait for the next step. One thread at a time. */
final class Metronome {
    /** What a slow step has lost is caught up with, but not more than this [ns]: after a long halt no burst follows. */
    private static final long MOST_LATE_NS = TimeUnit.MILLISECONDS.toNanos(250);

    /** Longest wait that a step can ask for [s]: far more than anybody waits, far less than a long holds. */
    private static final double LONGEST_WAIT_S = 1e6;

    private final LongSupplier nanoTime;
    private long dueNs;

    /** @param nanoTime a clock that never goes back, as {@code System::nanoTime} */
    Metronome(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        restart();
    }

    /** Makes the next step due now. */
    void restart() {
        dueNs = nanoTime.getAsLong();
    }

    /** Counts a step that was done and should take so long in all [s]. */
    void after(double wallSeconds) {
        long late = nanoTime.getAsLong() - dueNs;
        long forgiven = Math.max(0, late - MOST_LATE_NS);
        dueNs += forgiven + (long) (1e9 * Math.min(wallSeconds, LONGEST_WAIT_S));
    }

    /** Returns the time until the next step is due [ns], {@code >= 0}. */
    long waitNs() {
        return Math.max(0, dueNs - nanoTime.getAsLong());
    }
}
