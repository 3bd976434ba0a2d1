package org.chiralkick.host;

import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.chiralkick.host.internal.watch.StandardLog;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Units;

/**
 * What the host is, as opposed to what it wants computed ({@link CouplingConfig}).
 *
 * @param units the host's units
 * @param canRetry whether the host can redo a step with a smaller dt; if not, {@link Coupling#commit} never asks for it
 * @param threads worker threads of {@link Coupling#evaluateAll} beside the caller, {@code >= 0}; 0 for hosts with threads of their own
 * @param rank number of this process among the host's ranks, in [0, ranks)
 * @param ranks number of the host's processes, {@code >= 1}
 * @param log takes what happens while the host runs, a sentence each, with its level: steps that are held, and by a thread of ours a
 *     mechanism that does not return. It must not call the coupling
 */
public record CouplingOptions(
        Units units, boolean canRetry, int threads, int rank, int ranks, BiConsumer<Level, String> log) {
    /** Refuses negative thread counts and ranks that do not exist. */
    public CouplingOptions {
        Objects.requireNonNull(units, "units");
        Objects.requireNonNull(log, "log");
        if (threads < 0 || threads > 1024) {
            throw CouplingException.argument("threads is " + threads + "; must be in [0, 1024]");
        }
        if (ranks < 1 || rank < 0 || rank >= ranks) {
            throw CouplingException.argument("rank " + rank + " of " + ranks + "; must satisfy 0 <= rank < ranks");
        }
    }

    /** Returns cgs units, no retry, no worker threads, a single rank, and the {@link System.Logger} {@code org.chiralkick.host} as log. */
    public static CouplingOptions defaults() {
        return new CouplingOptions(Units.CGS, false, 0, 0, 1, StandardLog.LOG);
    }

    /** Returns these options with the host's units. */
    public CouplingOptions withUnits(Units hostUnits) {
        return new CouplingOptions(hostUnits, canRetry, threads, rank, ranks, log);
    }

    /** Returns these options for a host that can, or cannot, redo a step with a smaller dt. */
    public CouplingOptions withRetry(boolean hostCanRetry) {
        return new CouplingOptions(units, hostCanRetry, threads, rank, ranks, log);
    }

    /** Returns these options with this many worker threads. */
    public CouplingOptions withThreads(int workers) {
        return new CouplingOptions(units, canRetry, workers, rank, ranks, log);
    }

    /** Returns these options with another receiver of what happens while the host runs. */
    public CouplingOptions withLog(BiConsumer<Level, String> receiver) {
        return new CouplingOptions(units, canRetry, threads, rank, ranks, receiver);
    }

    /** Returns these options for one rank of many. */
    public CouplingOptions withRank(int number, int of) {
        return new CouplingOptions(units, canRetry, threads, number, of, log);
    }
}
