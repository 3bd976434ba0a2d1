package org.chiralkick.chiral.kernel;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Keeps workspaces for reuse, without locks. It belongs to its kernel and dies with it; a ThreadLocal would tie the bundle's
 * classes to the host's threads instead, and an uninstalled bundle would never be freed.
 */
final class WorkspacePool {
    /** More than the threads of any host; beyond, a call makes a workspace of its own and drops it. */
    private static final int SLOTS = 256;

    private final AtomicReferenceArray<@Nullable Workspace> slots = new AtomicReferenceArray<>(SLOTS);

    /** Returns a workspace that nobody else uses until it is given back. */
    Workspace take() {
        int start = firstSlot();
        for (int k = 0; k < SLOTS; k++) {
            int slot = (start + k) % SLOTS;
            if (slots.getPlain(slot) != null) {
                Workspace workspace = slots.getAndSet(slot, null);
                if (workspace != null) {
                    return workspace;
                }
            }
        }
        return new Workspace();
    }

    /** Takes a workspace back. */
    void giveBack(Workspace workspace) {
        int start = firstSlot();
        for (int k = 0; k < SLOTS; k++) {
            if (slots.compareAndSet((start + k) % SLOTS, null, workspace)) {
                return;
            }
        }
    }

    /** Returns where the current thread begins to look: mostly a slot of its own. */
    private static int firstSlot() {
        return (int) (Thread.currentThread().getId() % SLOTS);
    }
}
