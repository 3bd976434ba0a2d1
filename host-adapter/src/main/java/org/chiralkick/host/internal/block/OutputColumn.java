package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.memory.Slot;
import org.jspecify.annotations.Nullable;

/** One column that a block writes to the host. */
final class OutputColumn {
    private final Slot slot;
    private final double unit;
    private double divisor = 1;
    private double @Nullable [] lent;

    /** Makes the column; {@code unit} is the host's unit in that of the field. */
    OutputColumn(Slot slot, double unit) {
        this.slot = slot;
        this.unit = unit;
    }

    /** Decides whether sources write into the host's array itself, which is right where its offset is {@code base}. */
    void place(int base) {
        divisor = slot.factor() * unit;
        lent = base >= 0 && divisor == 1 && slot.offset() == base ? slot.lendable() : null;
    }

    /** Returns the host's array where it is lent, or {@code null}. */
    double @Nullable [] lent() {
        return lent;
    }

    void scatter(long zone, int count, double[] from, int at) {
        slot.scatter(zone, count, divisor, from, at);
    }
}
