package org.chiralkick.star.kick;

import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.star.emission.Neutrinosphere;

/**
 * What a star whose surface stays as it is received, step by step.
 *
 * @param surface the sphere that emitted
 * @param moments the ledger after each step; the first is the start
 * @param bySource the ledger's total per source and closures
 * @param flags validity flags of the committed steps, label to count of zone evaluations
 * @param assumptions what was assumed where the host gave nothing, a sentence each
 */
public record KickHistory(
        Neutrinosphere surface,
        List<Moment> moments,
        List<RecoilEntry> bySource,
        Map<String, Long> flags,
        List<String> assumptions) {
    /**
     * The ledger at a time.
     *
     * @param step steps done
     * @param timeS time since the start [s]
     * @param recoil what the star has received so far
     */
    public record Moment(long step, double timeS, Recoil recoil) {}

    /** Keeps its own copies. */
    public KickHistory {
        moments = List.copyOf(moments);
        bySource = List.copyOf(bySource);
        assumptions = List.copyOf(assumptions);
    }

    /** Returns the total. */
    public Recoil recoil() {
        return moments.get(moments.size() - 1).recoil();
    }
}
