package org.chiralkick.host.internal.audit;

import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;

/** Says when steps begin to be held for want of their source, why, and when that ends; and counts how often it began. */
public final class HoldLog {
    private final BiConsumer<Level, String> log;
    private boolean holding;
    private long holds;
    private long heldBefore;

    /** Says it to this log. */
    public HoldLog(BiConsumer<Level, String> log) {
        this.log = log;
    }

    /** Returns whether the latest step was held. */
    public boolean isHolding() {
        return holding;
    }

    /**
     * Notes that steps are held from this one on.
     *
     * @param heldSteps steps that were held and committed until now
     * @param cause why the source is not there
     */
    public void begin(long step, long heldSteps, String cause) {
        holding = true;
        holds++;
        heldBefore = heldSteps;
        log.accept(Level.WARNING, "step " + step + " is held, its fluxes are zero: " + cause);
    }

    /**
     * Notes that from this step on sources act again.
     *
     * @param heldSteps steps that were held and committed until now
     * @param sources their names
     */
    public void end(long step, long heldSteps, String sources) {
        holding = false;
        log.accept(Level.WARNING, "source " + sources + " acts from step " + step + " on, after " + held(heldSteps));
    }

    /** Notes that the coupling closes. */
    public void close(long heldSteps) {
        if (holding) {
            holding = false;
            log.accept(Level.WARNING, "the coupling is closed without its source, after " + held(heldSteps));
        }
    }

    private String held(long heldSteps) {
        long steps = heldSteps - heldBefore;
        return steps + (steps == 1 ? " step was held" : " steps were held");
    }

    /** Returns how often a hold began. */
    public long holds() {
        return holds;
    }
}
