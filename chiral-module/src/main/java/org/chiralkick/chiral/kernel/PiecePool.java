package org.chiralkick.chiral.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps pieces for reuse, without locks. It belongs to its kernel and dies with it; a ThreadLocal would tie the bundle's
 * classes to the host's threads instead, and an uninstalled bundle would never be freed.
 */
final class PiecePool {
    /** More than the threads of any host; beyond, a call makes a piece of its own and drops it. */
    private static final int SLOTS = 256;

    private final AtomicReferenceArray<@Nullable Piece> slots = new AtomicReferenceArray<>(SLOTS);

    /** Returns a piece that nobody else uses until it is given back. */
    Piece take() {
        int start = firstSlot();
        for (int k = 0; k < SLOTS; k++) {
            int slot = (start + k) % SLOTS;
            if (slots.getPlain(slot) != null) {
                Piece piece = slots.getAndSet(slot, null);
                if (piece != null) {
                    return piece;
                }
            }
        }
        return new Piece();
    }

    /** Takes a piece back. */
    void giveBack(Piece piece) {
        int start = firstSlot();
        for (int k = 0; k < SLOTS; k++) {
            if (slots.compareAndSet((start + k) % SLOTS, null, piece)) {
                return;
            }
        }
    }

    /** Returns where the current thread begins to look: mostly a slot of its own. */
    private static int firstSlot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
