package org.chiralkick.host.value;

/**
 * What the committed steps of a ledger were made with, so that parts of different runs are not taken for parts of one. The numbers say only
 * whether two are the same.
 *
 * @param configuration hash of what was computed in the latest step: closures and parameters in force, recoil, rules, energy groups; 0 before
 *     the first
 * @param sources hash of the names and versions of its sources; 0 before the first
 * @param history hash of all changes of these two and the steps that they took effect at; 0 before the first
 * @param steps committed steps
 * @param lastStep the host's number of the step committed last; 0 before the first
 */
public record Fingerprint(long configuration, long sources, long history, long steps, long lastStep) {
    /** Returns whether the steps of the other were made with the same sources and settings; a ledger without steps fits to every other. */
    public boolean fits(Fingerprint other) {
        return steps == 0
                || other.steps == 0
                || (configuration == other.configuration && sources == other.sources && history == other.history);
    }
}
