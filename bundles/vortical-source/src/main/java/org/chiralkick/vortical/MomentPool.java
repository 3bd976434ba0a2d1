package org.chiralkick.vortical;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.chiralkick.matter.FermiIntegrals;
import org.jspecify.annotations.Nullable;

/**
 * Scratch for the moments of a group, kept for reuse: a call allocates nothing once its thread has been here. It belongs to the source and goes
 * with it, as a ThreadLocal would not.
 */
final class MomentPool {
    private static final int SLOTS = 256;

    private final AtomicReferenceArray<double @Nullable []> slots = new AtomicReferenceArray<>(SLOTS);

    /** Returns scratch that nobody else uses until it is given back. */
    double[] take() {
        double[] scratch = slots.getAndSet(slot(), null);
        return scratch == null ? new double[FermiIntegrals.POWERS] : scratch;
    }

    /** Takes scratch back. */
    void giveBack(double[] scratch) {
        slots.set(slot(), scratch);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
