package org.chiralkick.cli.serve;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.Snapshot;

/**
 * A run at one moment, for everyone to read.
 *
 * @param version differs between any two states; later ones are larger
 * @param status what it does now
 * @param message why it pauses or has failed; may be empty
 * @param pace how fast it goes
 * @param history the star at the start and after each step
 * @param sources the mechanisms of the latest step; before the first, of the next
 * @param inForce what the latest step used; before the first, what the next does
 * @param requested what the next step uses
 * @param changes mechanisms and closures that took over, in order
 * @param bySource what each mechanism gave under each set of closures, in the order in which they first acted
 * @param flags zone evaluations with each validity flag
 * @param zoneEvaluations how many zone evaluations the steps had
 * @param assumptions what was assumed so far, a sentence each
 */
public record LiveState(
        long version,
        Status status,
        String message,
        Pace pace,
        List<Snapshot> history,
        List<SourceDescriptor> sources,
        CouplingConfig inForce,
        CouplingConfig requested,
        List<Change> changes,
        List<RecoilEntry> bySource,
        Map<ValidityFlag, Long> flags,
        long zoneEvaluations,
        List<String> assumptions) {
    /** What a run does. */
    public enum Status {
        /** It does step after step. */
        RUNNING,
        /** It waits for an order. */
        PAUSED,
        /** It has reached its end. */
        FINISHED,
        /** It cannot go on. */
        FAILED;

        /** Returns the name as pages and answers show it. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Returns whether no further step will be done. */
        public boolean isLast() {
            return this == FINISHED || this == FAILED;
        }
    }

    /** Keeps its own copies. */
    public LiveState {
        history = List.copyOf(history);
        sources = List.copyOf(sources);
        changes = List.copyOf(changes);
        bySource = List.copyOf(bySource);
        Map<ValidityFlag, Long> counts = new EnumMap<>(ValidityFlag.class);
        counts.putAll(flags);
        flags = Collections.unmodifiableMap(counts);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns whether the next step uses something else than the latest. */
    public boolean pending() {
        return !requested.equals(inForce);
    }

    /** Returns the star now. */
    public Snapshot now() {
        return history.get(history.size() - 1);
    }
}
