package org.chiralkick.host;

import java.util.concurrent.atomic.AtomicReference;
import org.chiralkick.host.block.SourceSet;
import org.chiralkick.source.NeutrinoSource;
import org.jspecify.annotations.Nullable;

/** The step that is begun and neither committed nor rolled back, with the sources it began with. */
final class PendingStep {
    private static final NeutrinoSource[] NO_SOURCES = {};

    private final AtomicReference<@Nullable RecoilForm> form = new AtomicReference<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private NeutrinoSource[] sources = NO_SOURCES;
    private SourceProvider.@Nullable Lease lease;
    private @Nullable SourceSet sourceSet;
    private long number;
    private double time;
    private double dtBegun;
    private double dt = Double.NaN;

    /** Starts a step; {@code dtSeconds} is NaN where it is not known yet. */
    void start(
            long step,
            double hostTime,
            double dtSeconds,
            SourceProvider.Lease leased,
            NeutrinoSource[] instances,
            SourceSet set) {
        number = step;
        time = hostTime;
        dtBegun = dtSeconds;
        dt = dtSeconds;
        lease = leased;
        sources = instances;
        sourceSet = set;
        form.set(null);
        failure.set(null);
    }

    /** Gives the sources back. */
    void release() {
        SourceProvider.Lease leased = lease;
        lease = null;
        sources = NO_SOURCES;
        if (leased != null) {
            leased.close();
        }
    }

    /** Tells whether a begin with these arguments means this step: same number and time, and dt as begun or as set since. */
    boolean is(long step, double hostTime, double dtSeconds) {
        return number == step
                && Double.compare(time, hostTime) == 0
                && (Double.compare(dtBegun, dtSeconds) == 0 || Double.compare(dt, dtSeconds) == 0);
    }

    long number() {
        return number;
    }

    double dt() {
        return dt;
    }

    void dt(double seconds) {
        dt = seconds;
    }

    NeutrinoSource[] sources() {
        return sources;
    }

    @Nullable
    SourceSet sourceSet() {
        return sourceSet;
    }

    /** Returns the form of recoil of the evaluations so far; NONE if none counted recoil. */
    RecoilForm form() {
        RecoilForm agreed = form.get();
        return agreed == null ? RecoilForm.NONE : agreed;
    }

    /** Notes that an evaluation counts recoil in this form; returns whether it is the first to do so. */
    boolean agree(RecoilForm mine) {
        if (form.get() == mine) {
            return false;
        }
        if (form.compareAndSet(null, mine)) {
            return true;
        }
        RecoilForm theirs = form.get();
        if (theirs != mine) {
            throw CouplingException.field(
                    "this block counts recoil in " + mine.label() + " form, another block of step "
                            + number + " in " + form().label()
                            + " form; bind the same fields in all blocks (a surface element of"
                            + " zero where nothing emits), or set recoil.form");
        }
        return false;
    }

    /** Notes that an evaluation failed half-way, so that what was counted is not a whole step. */
    void spoil(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    void requireWhole() {
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
