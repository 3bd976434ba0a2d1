package org.chiralkick.host;

import org.chiralkick.host.internal.audit.StepEmission;
import org.chiralkick.host.internal.audit.StepWeights;
import org.chiralkick.host.internal.block.BlockEvaluator;
import org.chiralkick.host.internal.block.Workspace;
import org.chiralkick.host.internal.emission.ToldEmission;
import org.chiralkick.host.internal.ledger.EntryKey;
import org.chiralkick.host.internal.ledger.Ledger;
import org.chiralkick.host.internal.ledger.Tally;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.internal.step.PendingStep;
import org.chiralkick.host.internal.step.StepGate;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.StepRules.Weights;

/** The evaluations of the pending step, on any thread, and the sum of what they counted or what the host told instead. */
final class StepEvaluations {
    private static final double LARGEST_WEIGHT = 1000;

    private final BlockEvaluator evaluator;
    private final PendingStep pending;
    private final ToldEmission told;
    private final Weights rule;
    private final StepGate gate = new StepGate();
    private final StepWeights weights = new StepWeights();
    private final StepEmission emission = new StepEmission();
    private volatile Closed closed = Closed.NEVER_BEGUN;
    private volatile boolean voted;

    /** Why no step is pending. */
    enum Closed {
        NEVER_BEGUN("no step was begun yet"),
        COMMITTED("the latest one is committed"),
        RETRY("the latest one asked for a retry with a smaller dt"),
        ROLLED_BACK("the latest one is rolled back"),
        COUPLING_CLOSED("");

        private final String words;

        Closed(String words) {
            this.words = words;
        }
    }

    StepEvaluations(BlockEvaluator evaluator, PendingStep pending, ToldEmission told, Weights rule) {
        this.rule = rule;
        this.evaluator = evaluator;
        this.pending = pending;
        this.told = told;
    }

    boolean isOpen() {
        return gate.isOpen();
    }

    void open() {
        gate.open();
    }

    /** Lets no evaluation in any more; refused while some run. */
    void close(String call) {
        if (!gate.close()) {
            throw CouplingException.state(
                    call + " while " + gate.inside() + " evaluation(s) run; wait until they have returned");
        }
    }

    void requirePending(String call) {
        if (!gate.isOpen()) {
            throw noStep(call);
        }
    }

    private CouplingException noStep(String call) {
        return CouplingException.state(
                closed == Closed.COUPLING_CLOSED
                        ? "coupling is closed; open another"
                        : call + " without a step: " + closed.words + "; call begin(step, time, dt) first");
    }

    static void requireWeight(double weight) {
        if (!(Math.abs(weight) <= LARGEST_WEIGHT)) {
            throw CouplingException.argument("stage weight is " + weight
                    + "; must be in [-1000, 1000], the weight of the Runge-Kutta stage in the final state");
        }
    }

    void evaluate(BlockBinding block, double weight) {
        requireWeight(weight);
        if (!gate.enter()) {
            throw noStep("evaluate");
        }
        try {
            if (block.block().isEmpty()) {
                evaluator.evaluateEmpty(block.block());
                return;
            }
            SourceSet set = pending.sourceSet();
            if (set == null) {
                throw new IllegalStateException("an open step has sources");
            }
            RecoilForm form = evaluator.prepare(block.block(), set);
            if (form != RecoilForm.NONE) {
                pending.agree(form);
            }
            run(block, weight);
        } finally {
            gate.leave();
        }
    }

    private void run(BlockBinding block, double weight) {
        if (voted) {
            voted = false;
        }
        try {
            evaluator.evaluate(block.block(), pending.sources(), weight);
        } catch (RuntimeException | Error e) {
            pending.spoil(e);
            throw e;
        }
    }

    /**
     * Closes the gate if the step is whole; else it stays open.
     *
     * @throws CouplingException if evaluations run, one has failed half-way, or weights of a block are not those of a whole step
     */
    void closeWhole(String call) {
        close(call);
        weights.clear();
        for (Workspace workspace : evaluator.pool().all()) {
            weights.add(workspace.weights());
        }
        try {
            pending.requireWhole(); // not before: now no evaluation runs that could fail
            if (rule != Weights.FREE) {
                weights.requireWhole(pending.number());
            }
        } catch (CouplingException e) {
            gate.open();
            throw e;
        }
    }

    /** Notes that the step, which no evaluation can enter now, is what the others are told of it. */
    void vote() {
        voted = true;
    }

    /** Returns whether nothing was evaluated since the others were told of the step. */
    boolean isAsVoted() {
        return voted;
    }

    /** Returns whether zones were evaluated in stages of weight other than 0. */
    boolean anyZones() {
        for (Workspace workspace : evaluator.pool().all()) {
            if (workspace.evaluated() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the outputs that were asked for in the pending step, as a set of bits by their ordinals. */
    long outputBits() {
        long bits = 0;
        for (Workspace workspace : evaluator.pool().all()) {
            bits |= workspace.outputBits();
        }
        return bits;
    }

    /** Returns the largest rate met in the step [1/s]. */
    double largestRate() {
        double largest = 0;
        for (Workspace workspace : evaluator.pool().all()) {
            largest = Math.max(largest, workspace.largestRate());
        }
        return largest;
    }

    /** Returns what the emission of this rank's zones in the step, which is whole, comes from; summed anew for each call. */
    StepEmission emission() {
        emission.clear();
        for (Workspace workspace : evaluator.pool().all()) {
            emission.add(workspace.emission());
        }
        return emission;
    }

    /** Returns the most by which the weights of a block of the step, which is whole, differ from 1. */
    double worstWeightError() {
        return weights.worstError();
    }

    /** Returns whether the step, which is whole, has no zone that could emit, and the host does not tell what leaves. */
    boolean isSilent() {
        return !told.isTheRecoil() && !(anyZones() && weights.emits());
    }

    /** Adds the step to the ledger, and its flags to the result. */
    void addTo(Ledger ledger, double dt, StepResult result) {
        Workspace[] all = evaluator.pool().all();
        for (Workspace workspace : all) {
            result.addFlags(workspace.flagged(), workspace.flagCounts());
            result.addZones(workspace.evaluated(), workspace.invalid(), workspace.implausible());
        }
        SourceSet set = pending.sourceSet();
        if (told.isTheRecoil() && set != null) {
            ledger.add(set.transportKey(), told.tally(), dt);
            return;
        }
        EntryKey[] keys = set == null ? new EntryKey[0] : set.keys(pending.form());
        for (int k = 0; k < keys.length; k++) {
            ledger.add(keys[k], sum(all, k), dt);
        }
    }

    private static Tally sum(Workspace[] all, int source) {
        Tally sum = null;
        for (Workspace workspace : all) {
            if (source >= workspace.tallies()) {
                continue;
            }
            if (sum == null) {
                sum = workspace.tally(source);
            } else {
                sum.add(workspace.tally(source));
            }
        }
        return sum == null ? new Tally() : sum;
    }

    /** Forgets what was counted. */
    void forget(Closed why) {
        closed = why;
        told.clear();
        weights.clear();
        for (Workspace workspace : evaluator.pool().all()) {
            workspace.clearStep();
        }
    }
}
