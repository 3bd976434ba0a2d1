package org.chiralkick.host.internal.audit;

import org.jspecify.annotations.Nullable;

/** The weights of one block in the pending step. */
final class BlockWeights {
    private @Nullable Object itself;
    private long number;
    private long zones;
    private long evaluations;
    private double sum;
    private boolean weighed;

    /** Starts with a block: what tells it from others where it has no number, its number, and its zones. */
    void start(@Nullable Object blockItself, long blockNumber, long blockZones) {
        itself = blockItself;
        number = blockNumber;
        zones = blockZones;
        evaluations = 0;
        sum = 0;
        weighed = false;
    }

    void letGo() {
        itself = null;
    }

    @Nullable
    Object itself() {
        return itself;
    }

    long number() {
        return number;
    }

    long zones() {
        return zones;
    }

    @SuppressWarnings("ReferenceEquality") // a block without a number is its binding
    boolean isOf(@Nullable Object blockItself, long blockNumber) {
        return itself == blockItself && number == blockNumber;
    }

    void add(double weight) {
        evaluations++;
        sum += weight;
        weighed |= weight != 0;
    }

    void add(BlockWeights other) {
        evaluations += other.evaluations;
        sum += other.sum;
        weighed |= other.weighed;
    }

    /** Returns how far the sum is from 1; 0 where no weight was other than 0. */
    double error() {
        return weighed ? Math.abs(sum - 1) : 0;
    }

    /** Returns whether the weights are those of as many whole blocks. */
    boolean isSeveralWholes() {
        return sum >= 2 && Math.abs(sum - Math.rint(sum)) <= StepWeights.TOLERANCE;
    }

    /** Returns whether this is named in place of another that is as far off, so that messages do not depend on threads. */
    boolean comesBefore(BlockWeights other) {
        if ((itself == null) != (other.itself == null)) {
            return itself == null;
        }
        return itself == null ? number < other.number : zones < other.zones;
    }

    /** Returns {@code "block 3 was evaluated 2 times with sum 1.5"}. */
    String said() {
        return (itself == null ? "block " + number : "a block of " + zones + " zone(s), which has no number,")
                + " was evaluated " + (evaluations == 1 ? "once" : evaluations + " times") + " with sum " + said(sum);
    }

    private static String said(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? Long.toString((long) value) : Double.toString(value);
    }
}
