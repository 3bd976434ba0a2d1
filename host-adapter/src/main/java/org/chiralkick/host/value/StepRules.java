package org.chiralkick.host.value;

import java.util.Objects;

/**
 * What a coupling refuses, so that no kick is wrong in silence, and what a host that means it is let do.
 *
 * @param weights of the stages of a block
 * @param stepNumbers of the steps that are begun
 * @param missingOutput what becomes of an output that no source in force gives
 * @param reportEvery invalid and implausible zones are reported at most once in so many committed steps, {@code >= 0}; 0: never
 */
public record StepRules(Weights weights, StepNumbers stepNumbers, MissingOutput missingOutput, int reportEvery) {
    /** What the weights of a block's evaluations in a step may be. */
    public enum Weights {
        /** Of every block that has one other than 0 they add up to 1, within 1e-6, and not all weights of a step that can emit are 0. */
        CHECKED,
        /** Anything: for hosts whose blocks have time steps of their own. */
        FREE
    }

    /** What the number of a step may be. */
    public enum StepNumbers {
        /** Higher than that of the step committed last, here or in the state that was loaded. */
        RISING,
        /** Anything. */
        FREE
    }

    /** What becomes of an output that no source in force gives. */
    public enum MissingOutput {
        /** The block is refused, and so is a change to sources that lack an output which is bound. */
        REFUSE,
        /** It is set to zero, which is said once among the assumptions. */
        WARN
    }

    /** The rules of an empty configuration: everything is checked. */
    public static final StepRules STRICT =
            new StepRules(Weights.CHECKED, StepNumbers.RISING, MissingOutput.REFUSE, 100);

    /** Refuses null, and a negative number of steps. */
    public StepRules {
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(stepNumbers, "stepNumbers");
        Objects.requireNonNull(missingOutput, "missingOutput");
        if (reportEvery < 0) {
            throw CouplingException.argument("report-zones-every is " + reportEvery + "; must be >= 0 steps");
        }
    }

    /** Returns these rules with another one for weights. */
    public StepRules withWeights(Weights other) {
        return new StepRules(other, stepNumbers, missingOutput, reportEvery);
    }

    /** Returns these rules with another one for step numbers. */
    public StepRules withStepNumbers(StepNumbers other) {
        return new StepRules(weights, other, missingOutput, reportEvery);
    }

    /** Returns these rules with another one for outputs that nobody gives. */
    public StepRules withMissingOutput(MissingOutput other) {
        return new StepRules(weights, stepNumbers, other, reportEvery);
    }

    /** Returns these rules with reports of zones at most once in so many steps; 0 for none. */
    public StepRules withReportEvery(int steps) {
        return new StepRules(weights, stepNumbers, missingOutput, steps);
    }
}
