package org.chiralkick.host;

import org.chiralkick.host.internal.audit.StepEmission;
import org.chiralkick.host.internal.audit.StepIdentity;
import org.chiralkick.host.value.RecoilForm;

/**
 * What one rank brings to the decision of all ranks about a step ({@link Coupling#ballot}): what must be the same on all of them, as numbers
 * and hashes to compare. Only {@link #dtMax} and {@link #nextSources} may differ, {@link #form} where it is none, and what the zones of all ranks
 * make up together: area and {@link #emits}. The object belongs to the coupling and changes with its next ballot.
 */
public final class Ballot {
    private static final long OWN = -1;

    private long step;
    private double dt;
    private double dtMax;
    private boolean canRetry;
    private long configuration;
    private long sources;
    private long nextSources;
    private long history;
    private long steps;
    private long lastStep;
    private RecoilForm form = RecoilForm.NONE;
    private double areaX;
    private double areaY;
    private double areaZ;
    private double areaSize;
    private boolean emits;

    Ballot() {}

    void setStep(long number, double dtSeconds, double largestDt, boolean hostCanRetry) {
        step = number;
        dt = dtSeconds;
        dtMax = largestDt;
        canRetry = hostCanRetry;
    }

    void setSources(StepIdentity pending, StepIdentity next) {
        configuration = pending.configurationHash();
        sources = pending.sourcesHash();
        nextSources = next.hash();
    }

    void setCommitted(long hashOfHistory, long committedSteps, long lastNumber) {
        history = hashOfHistory;
        steps = committedSteps;
        lastStep = lastNumber;
    }

    void setEmission(RecoilForm ofBlocks, StepEmission emission, boolean canEmit) {
        form = ofBlocks;
        areaX = emission.x();
        areaY = emission.y();
        areaZ = emission.z();
        areaSize = emission.area();
        emits = canEmit;
    }

    /** Says that the host's numbers are free: a rank may have numbers of its own, and they are not compared. */
    void hideNumbers() {
        step = OWN;
        lastStep = OWN;
    }

    /** Returns the number of the pending step; -1 on all ranks where step numbers are free, so that each may have its own. */
    public long step() {
        return step;
    }

    /** Returns its dt [s]. */
    public double dt() {
        return dt;
    }

    /** Returns the largest stable explicit dt of this rank's evaluations [s]; infinite if nothing limits it. The smallest of all ranks counts. */
    public double dtMax() {
        return dtMax;
    }

    /** Returns whether the host can redo a step with a smaller dt. */
    public boolean canRetry() {
        return canRetry;
    }

    /** Returns the hash of what is computed: closures and parameters in force, recoil, rules, energy groups. */
    public long configuration() {
        return configuration;
    }

    /** Returns the hash of the names and versions of the sources of the step. */
    public long sources() {
        return sources;
    }

    /** Returns the hash of sources and configuration that this rank could begin its next step with; these may differ among ranks. */
    public long nextSources() {
        return nextSources;
    }

    /** Returns the hash of which sources and configuration acted from which step on, in the steps committed so far. */
    public long history() {
        return history;
    }

    /** Returns the committed steps, also where their numbers are free: a rank that was restarted from an older state has fewer. */
    public long steps() {
        return steps;
    }

    /** Returns the number of the step committed last; 0 before the first, -1 where step numbers are free. */
    public long lastStep() {
        return lastStep;
    }

    /**
     * Returns the form in which the step's blocks count the recoil, surface or volume: the same on all ranks that have blocks. None where no
     * block counts any, such as on a rank without zones, and in form transport.
     */
    public RecoilForm form() {
        return form;
    }

    /** Returns the x component of the sum of the step's surface elements, times their weights, in a unit that ranks of one run share. */
    public double areaX() {
        return areaX;
    }

    /** Returns its y component. */
    public double areaY() {
        return areaY;
    }

    /** Returns its z component. */
    public double areaZ() {
        return areaZ;
    }

    /** Returns the sum of the sizes of these elements, {@code >= 0}; 0 where the step counts no surface. */
    public double areaSize() {
        return areaSize;
    }

    /** Returns whether some zone of the step could emit, or the host tells what its transport lets out. */
    public boolean emits() {
        return emits;
    }
}
