package org.chiralkick.cli.serve;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.StarFlags;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.Kick;

/**
 * A run at one moment, for everyone to read.
 *
 * @param version differs between any two states; later ones are larger
 * @param status what it does now
 * @param message why it pauses or has failed; may be empty
 * @param pace how fast it goes
 * @param history the star at the start and after each step
 * @param sources the mechanisms of the latest step; before the first, of the next
 * @param builds which build of its bundle each of them is, in their order; none, or empty texts, where they came from no bundle
 * @param inForce what the latest step used; before the first, what the next does
 * @param requested what the next step uses
 * @param changes mechanisms and closures that took over, in order
 * @param escape what decides how neutrinos leave
 * @param bySource what each build of a mechanism gave under each set of closures, in the order in which they first acted; with the dipole
 *     mechanisms that act together are one, and what one has stored inside goes on leaving in its name
 * @param emission the run so far, to be asked for other kicks; empty before the first step
 * @param flags zone evaluations with each validity flag, of the surface that emits and of the interior
 * @param assumptions what was assumed so far, a sentence each
 */
public record LiveState(
        long version,
        Status status,
        String message,
        Pace pace,
        List<Snapshot> history,
        List<SourceDescriptor> sources,
        List<String> builds,
        CouplingConfig inForce,
        CouplingConfig requested,
        List<Change> changes,
        Escape escape,
        List<RecoilEntry> bySource,
        Optional<EmissionHistory> emission,
        StarFlags flags,
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
        builds = List.copyOf(builds);
        changes = List.copyOf(changes);
        bySource = List.copyOf(bySource);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns the next state, which differs in its message only. */
    LiveState saying(String words) {
        return new LiveState(
                version + 1,
                status,
                words,
                pace,
                history,
                sources,
                builds,
                inForce,
                requested,
                changes,
                escape,
                bySource,
                emission,
                flags,
                assumptions);
    }

    /** Returns whether the next step uses something else than the latest. */
    public boolean pending() {
        return !requested.equals(inForce);
    }

    /** Returns the velocity of the star at a moment, under the closure of escape in force. */
    Kick kick(Snapshot snapshot) {
        return snapshot.kick().kick(escape);
    }

    /** Returns the star now. */
    public Snapshot now() {
        return history.get(history.size() - 1);
    }
}
