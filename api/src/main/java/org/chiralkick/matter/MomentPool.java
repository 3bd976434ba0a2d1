package org.chiralkick.matter;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Scratch for {@link FermiIntegrals#moments}, kept for reuse by a mechanism: a call allocates nothing once its thread has been here. It belongs
 * to the mechanism and goes with it, as a ThreadLocal would not. Safe for any number of threads.
 */
public final class MomentPool {
    private static final int SLOTS = 256;

    private final AtomicReferenceArray<double @Nullable []> slots = new AtomicReferenceArray<>(SLOTS);

    /** Makes an empty pool. */
    public MomentPool() {}

    /** Returns scratch for {@link FermiIntegrals#POWERS} numbers, of any content, that nobody else uses until it is given back. */
    public double[] take() {
        double[] scratch = slots.getAndSet(slot(), null);
        return scratch == null ? new double[FermiIntegrals.POWERS] : scratch;
    }

    /** Takes scratch back that {@link #take} gave. */
    public void giveBack(double[] scratch) {
        slots.set(slot(), scratch);
    }

    private static int slot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
