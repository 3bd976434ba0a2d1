package org.chiralkick.host.internal.audit;

import org.jspecify.annotations.Nullable;

/**
 * Which of the host's blocks an evaluation is of: a number that the host gave, or, without one, this object itself. Not thread-safe: it
 * belongs to a binding, which one thread at a time uses.
 */
public final class BlockIdentity {
    private long number;
    private boolean numbered;
    private boolean piece;

    /** Makes the identity of a block that has no number. */
    public BlockIdentity() {}

    /** Says the number of the block. */
    public void number(long ofBlock) {
        number = ofBlock;
        numbered = true;
        piece = false;
    }

    /** Says that what is evaluated is a further piece of a block, whose weight the first piece gives. */
    public void pieceOf(long ofBlock) {
        number(ofBlock);
        piece = true;
    }

    /** Returns whether the host gave a number. */
    boolean isNumbered() {
        return numbered;
    }

    boolean isPiece() {
        return piece;
    }

    /** Returns the number; 0 where none is given. */
    long number() {
        return number;
    }

    /** Returns what tells a block without a number from others; null where there is a number. */
    @Nullable
    Object itself() {
        return numbered ? null : this;
    }
}
