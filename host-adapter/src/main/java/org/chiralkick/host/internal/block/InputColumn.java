package org.chiralkick.host.internal.block;

import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/** One column that a block reads from the host. */
final class InputColumn {
    final ZoneField field;
    final int axis;
    private final int group;
    final boolean forSources;
    private final Slot slot;
    private final double unit;
    private double factor = 1;
    private double @Nullable [] lent;

    /** Makes the column, of a group if the field is per group; {@code unit} is the host's unit in that of the field, {@code forSources} whether a source reads it. */
    InputColumn(ZoneField field, int axis, int group, Slot slot, double unit, boolean forSources) {
        this.field = field;
        this.axis = axis;
        this.group = group;
        this.slot = slot;
        this.unit = unit;
        this.forSources = forSources;
    }

    /** Returns the offset at which the host's array could be lent, or -1 if it has to be gathered. */
    int lendableOffset() {
        return slot.factor() * unit == 1 && slot.lendable() != null ? slot.offset() : -1;
    }

    /** Decides whether to lend the host's array, which is right where its offset is {@code base}. */
    void place(int base) {
        factor = slot.factor() * unit;
        lent = base >= 0 && lendableOffset() == base ? slot.lendable() : null;
    }

    /** Returns whether the zones along an extent have the same number by a stride of zero. */
    boolean repeats(int axis) {
        return slot.repeats(axis);
    }

    /** Returns the host's array where it is lent, or {@code null}. */
    double @Nullable [] lent() {
        return lent;
    }

    /** Lends a column to the sources, or takes it back. */
    void lend(ZoneBlock.Owner zones, double @Nullable [] column) {
        if (field.perGroup()) {
            zones.lend(field, axis, group, column);
        } else {
            zones.lend(field, axis, column);
        }
    }

    void gather(long zone, int count, double[] into, int at) {
        slot.gather(zone, count, factor, into, at);
    }
}
