package org.chiralkick.host.internal.step;

import java.util.concurrent.atomic.AtomicReference;
import org.chiralkick.host.internal.source.SourceSet;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;

/** The step that is begun and neither committed nor rolled back, with the sources it began with. */
public final class PendingStep {
    private static final NeutrinoSource[] NO_SOURCES = {};

    private final AtomicReference<@Nullable RecoilForm> form = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private NeutrinoSource[] sources = NO_SOURCES;
    private @Nullable SourceSet sourceSet;
    private long number;
    private double time;
    private double dtBegun;
    private double dt = Double.NaN;

    /** Starts a step; {@code dtSeconds} is NaN where it is not known yet. */
    public void start(long step, double hostTime, double dtSeconds, NeutrinoSource[] instances, SourceSet set) {
        number = step;
        time = hostTime;
        dtBegun = dtSeconds;
        dt = dtSeconds;
        sources = instances;
        sourceSet = set;
        form.set(null);
        failure.set(null);
    }

    /** Lets go of the sources; the step is over. */
    public void end() {
        sources = NO_SOURCES;
    }

    /** Returns whether a begin with these arguments means this step: same number and time, and dt as begun or as set since. */
    public boolean is(long step, double hostTime, double dtSeconds) {
        return number == step
                && Double.compare(time, hostTime) == 0
                && (Double.compare(dtBegun, dtSeconds) == 0 || Double.compare(dt, dtSeconds) == 0);
    }

    /** Returns the host's number of the step. */
    public long number() {
        return number;
    }

    /** Returns the dt of the step [s]; NaN where it is not known yet. */
    public double dt() {
        return dt;
    }

    /** Sets the dt of the step [s]. */
    public void dt(double seconds) {
        dt = seconds;
    }

    /** Returns the sources that the step began with; none where they are missing. */
    public NeutrinoSource[] sources() {
        return sources;
    }

    /** Returns what these sources say about themselves; null before the first step. */
    public @Nullable SourceSet sourceSet() {
        return sourceSet;
    }

    /** Returns the form of recoil of the evaluations so far; NONE if none counted recoil. */
    public RecoilForm form() {
        RecoilForm agreed = form.get();
        return agreed == null ? RecoilForm.NONE : agreed;
    }

    /**
     * Notes that an evaluation counts recoil in this form.
     *
     * @throws CouplingException if another block of the step counts in another form
     */
    public void agree(RecoilForm mine) {
        RecoilForm agreed = form.get();
        if (agreed == null && !form.compareAndSet(null, mine)) {
            agreed = form.get();
        }
        if (agreed != null && agreed != mine) {
            throw CouplingException.field(
                    "this block counts recoil in " + mine.label() + " form, another block of step "
                            + number + " in " + agreed.label()
                            + " form; bind the same fields in all blocks (a surface element of"
                            + " zero where nothing emits), or set recoil.form");
        }
    }

    /** Notes that an evaluation failed half-way, so that what was counted is not a whole step. */
    public void spoil(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    /**
     * Returns if no evaluation of the step failed half-way.
     *
     * @throws CouplingException if one did, with its cause
     */
    public void requireWhole() {
        Throwable cause = failure.get();
        if (cause != null) {
            throw new CouplingException(
                    CouplingException.Kind.STATE,
                    "an evaluation of step " + number + " failed (" + cause.getMessage()
                            + "); roll the step back, or begin it again",
                    cause);
        }
    }
}
