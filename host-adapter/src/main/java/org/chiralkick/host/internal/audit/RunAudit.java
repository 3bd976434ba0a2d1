package org.chiralkick.host.internal.audit;

import org.chiralkick.host.value.CouplingAudit;

/** What was noticed in all steps of a coupling. Not thread-safe: the coupling guards it. */
public final class RunAudit {
    private long steps;
    private long held;
    private long retries;
    private long rolledBack;
    private long flagged;
    private long invalid;
    private long implausible;
    private double worstWeightError;
    private double areaDefect;
    private long silent;
    private long unjudged;
    private double force;
    private double outside;

    /** Makes an empty audit. */
    public RunAudit() {}

    /**
     * Notes a committed step.
     *
     * @param emission with the surface of all ranks, or, where nobody knows that, with this rank's part, which is not judged then
     * @param whole whether the surface is that of all ranks
     * @param dt its length [s]
     * @param weightError the most by which the weights of a block differ from 1
     * @param withoutSource whether it was held
     */
    public void committed(StepEmission emission, boolean whole, double dt, double weightError, boolean withoutSource) {
        steps++;
        held += withoutSource ? 1 : 0;
        worstWeightError = Math.max(worstWeightError, weightError);
        areaDefect = whole ? Math.max(areaDefect, emission.areaDefect()) : areaDefect;
        force += dt * emission.force();
        outside += dt * emission.outside();
    }

    /** Notes the zone evaluations of a committed step that have any flag, and of them those with an invalid or an implausible input. */
    public void zones(long withFlag, long withInvalid, long withImplausible) {
        flagged += withFlag;
        invalid += withInvalid;
        implausible += withImplausible;
    }

    /** Notes that in a committed step no zone of any rank could emit. */
    public void silent() {
        silent++;
    }

    /** Notes that nobody knows of a committed step whether its surface is closed and some zone could emit: other ranks have zones, too. */
    public void unjudged() {
        unjudged++;
    }

    /** Notes a commit that asked for a smaller dt. */
    public void retried() {
        retries++;
    }

    /** Notes a step that was dropped. */
    public void rolledBack() {
        rolledBack++;
    }

    /**
     * Returns all that was noticed.
     *
     * @param energyErg what the ledger counted
     * @param budgetErg what there is
     */
    public CouplingAudit value(double energyErg, double budgetErg) {
        return new CouplingAudit(
                steps,
                held,
                retries,
                rolledBack,
                flagged,
                invalid,
                implausible,
                worstWeightError,
                areaDefect,
                force > 0 ? outside / force : 0,
                energyErg > budgetErg ? 1 - budgetErg / energyErg : 0,
                silent,
                unjudged);
    }
}
