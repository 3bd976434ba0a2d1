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
    private double force;
    private double outside;

    /** Makes an empty audit. */
    public RunAudit() {}

    /**
     * Notes a committed step.
     *
     * @param dt its length [s]
     * @param weightError the most by which the weights of a block differ from 1
     * @param withoutSource whether it was held
     */
    public void committed(StepEmission emission, double dt, double weightError, boolean withoutSource) {
        steps++;
        held += withoutSource ? 1 : 0;
        worstWeightError = Math.max(worstWeightError, weightError);
        areaDefect = Math.max(areaDefect, emission.areaDefect());
        force += dt * emission.force();
        outside += dt * emission.outside();
    }

    /** Notes the zone evaluations of a committed step that have any flag, and of them those with an invalid or an implausible input. */
    public void zones(long withFlag, long withInvalid, long withImplausible) {
        flagged += withFlag;
        invalid += withInvalid;
        implausible += withImplausible;
    }

    /** Notes that in a committed step no zone could emit. */
    public void silent() {
        silent++;
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
     * @param whole whether these are all blocks that the host has: a part of a surface is not closed, and a rank may have no zones
     */
    public CouplingAudit value(double energyErg, double budgetErg, boolean whole) {
        return new CouplingAudit(
                steps,
                held,
                retries,
                rolledBack,
                flagged,
                invalid,
                implausible,
                worstWeightError,
                whole ? areaDefect : 0,
                force > 0 ? outside / force : 0,
                energyErg > budgetErg ? 1 - budgetErg / energyErg : 0,
                whole ? silent : 0);
    }
}
