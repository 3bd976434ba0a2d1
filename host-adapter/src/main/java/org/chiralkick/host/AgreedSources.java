package org.chiralkick.host;

import java.util.List;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;

/**
 * The sources that all ranks of a host act with. While ranks decide about their steps together, what changes on one of them is proposed and
 * taken up when it has been proposed on all: until then the sources of the last step act on, also where they have left the registry.
 */
final class AgreedSources implements AutoCloseable {
    private SourceProvider.@Nullable Lease lease;
    private @Nullable SourceSet set;
    private SourceProvider.@Nullable Lease proposed;
    private @Nullable SourceSet proposedSet;
    private long heldBack;

    /** Returns whether the ranks have agreed on the sources of the next step. */
    boolean isThere() {
        return lease != null;
    }

    /** Returns the sources agreed on, none where the ranks agreed that there are none; to be asked where {@link #isThere}. */
    List<NeutrinoSource> sources() {
        SourceProvider.Lease of = lease;
        return of == null ? List.of() : of.sources();
    }

    /** Returns what the sources agreed on say about themselves; null where there is no agreement. */
    @Nullable
    SourceSet set() {
        return set;
    }

    /** Proposes sources for the next step, in place of what was proposed before; closes their lease in the end. */
    void propose(SourceProvider.Lease ofThem, SourceSet theirs) {
        withdraw();
        proposed = ofThem;
        proposedSet = theirs;
    }

    private void withdraw() {
        SourceProvider.Lease before = proposed;
        proposed = null;
        proposedSet = null;
        if (before != null) {
            before.close();
        }
    }

    /** Takes up what is proposed: all ranks have the same. */
    void takeProposed() {
        SourceProvider.Lease taken = proposed;
        SourceSet its = proposedSet;
        proposed = null;
        proposedSet = null;
        if (taken != null && its != null) {
            replace(taken, its);
        }
        heldBack = 0;
    }

    /**
     * Keeps the sources of the step that ends, since ranks have different proposals.
     *
     * @param ofStep lease of the step, which is closed in the end; null where the step had the sources agreed on
     * @param itsSet what they say about themselves
     */
    void keep(SourceProvider.@Nullable Lease ofStep, @Nullable SourceSet itsSet) {
        SourceSet waiting = proposedSet;
        SourceSet acting = ofStep == null ? set : itsSet;
        heldBack = waiting != null && !waiting.equals(acting) ? heldBack + 1 : 0;
        withdraw();
        if (ofStep != null && itsSet != null) {
            replace(ofStep, itsSet);
        }
    }

    private void replace(SourceProvider.Lease by, SourceSet its) {
        SourceProvider.Lease before = lease;
        lease = by;
        set = its;
        if (before != null) {
            before.close();
        }
    }

    /** Returns for how many steps in succession this rank has had other sources ready than those which act. */
    long heldBack() {
        return heldBack;
    }

    /** Forgets the agreement: this rank decides by itself again. */
    @Override
    public void close() {
        withdraw();
        SourceProvider.Lease before = lease;
        lease = null;
        set = null;
        heldBack = 0;
        if (before != null) {
            before.close();
        }
    }
}
