package org.chiralkick.host.internal.step;

import java.util.concurrent.atomic.AtomicLong;

/** Whether evaluations may enter, and how many are inside. */
public final class StepGate {
    private static final long OPEN = 1L << 62;

    private final AtomicLong word = new AtomicLong();

    /** Lets one evaluation in; returns false if no step is open. */
    public boolean enter() {
        while (true) {
            long now = word.get();
            if ((now & OPEN) == 0) {
                return false;
            }
            if (word.compareAndSet(now, now + 1)) {
                return true;
            }
        }
    }

    /** Lets one evaluation out. */
    public void leave() {
        word.decrementAndGet();
    }

    /** Returns whether a step is open. */
    public boolean isOpen() {
        return (word.get() & OPEN) != 0;
    }

    /** Returns how many evaluations are inside. */
    public long inside() {
        return word.get() & ~OPEN;
    }

    /** Opens the gate, which must be closed and empty. */
    public void open() {
        word.set(OPEN);
    }

    /** Closes the gate; returns false, and leaves it open, while evaluations are inside. */
    public boolean close() {
        return word.compareAndSet(OPEN, 0) || word.get() == 0;
    }
}
