package org.chiralkick.host.internal.block;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.host.internal.audit.BlockIdentity;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.EscapedField;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/** The columns of a block, bound to the host's memory, with the plan made for them and the sums of the latest evaluation. */
public final class BoundBlock {
    /** A block without zones. */
    static final BoundBlock NONE = new BoundBlock(new int[] {0});

    private final int[] extents;
    private final long zones;
    private final Slot[] @Nullable [] in = new Slot[ZoneField.values().length][];
    private final Slot[] @Nullable [] out = new Slot[FluxField.values().length][];
    private final Set<ZoneField> inputs = EnumSet.noneOf(ZoneField.class);
    private final Set<FluxField> outputs = EnumSet.noneOf(FluxField.class);
    private final Slot[] @Nullable [] escapedSlots = new Slot[EscapedField.values().length][];
    private final Set<EscapedField> escaped = EnumSet.noneOf(EscapedField.class);
    private final Set<EscapedField> escapedView = Collections.unmodifiableSet(escaped);
    private final Set<ZoneField> inputsView = Collections.unmodifiableSet(inputs);
    private final Set<FluxField> outputsView = Collections.unmodifiableSet(outputs);
    private final BlockSums sums = new BlockSums();
    private final BlockIdentity identity = new BlockIdentity();
    private ZoneOrder order = new ZoneOrder(false);
    private long outputBits;
    private int groups;
    private long @Nullable [] flags;
    private byte @Nullable [] mask;
    private @Nullable BlockPlan plan;

    /** Makes a block without columns; the extents are kept. */
    public BoundBlock(int[] extents) {
        this.extents = extents;
        long product = 1;
        for (int extent : extents) {
            product = Math.multiplyExact(product, extent);
        }
        this.zones = product;
        for (int axis = 0; axis < extents.length; axis++) {
            order.extent(axis, extents[axis]);
        }
    }

    /** Returns the zones along each axis. */
    public int[] extents() {
        return extents;
    }

    /** Returns the number of zones. */
    public long zones() {
        return zones;
    }

    /**
     * Returns whether the host's block has no zones: it counts nothing and has no weight. A piece without zones is of a block that has some,
     * which its mask leaves out.
     */
    public boolean isEmpty() {
        return zones == 0 && !order.isOfPieces();
    }

    /** Returns the number of energy groups; 0 where none is said. */
    public int groups() {
        return groups;
    }

    /** Sets the number of energy groups. */
    public void groups(int count) {
        groups = count;
    }

    /** Returns the fields bound as input. */
    public Set<ZoneField> inputs() {
        return inputsView;
    }

    /** Returns the fields bound as output. */
    public Set<FluxField> outputs() {
        return outputsView;
    }

    /** Returns what is bound of what is counted as escaped. */
    public Set<EscapedField> escaped() {
        return escapedView;
    }

    /** Returns the outputs as a set of bits, by their ordinals. */
    long outputBits() {
        return outputBits;
    }

    /** Returns which of the host's blocks it is. */
    public BlockIdentity identity() {
        return identity;
    }

    /** Returns where its zones stand in the host's block. */
    public ZoneOrder order() {
        return order;
    }

    /** Says that the block is a piece of one of the host's, which has this order. */
    public void order(ZoneOrder ofPieces) {
        order = ofPieces;
    }

    /** Returns the sums of the latest evaluation. */
    public BlockSums sums() {
        return sums;
    }

    /** Takes over the columns of an input. */
    public void bind(ZoneField field, Slot[] slots) {
        in[field.ordinal()] = slots;
        inputs.add(field);
        plan = null;
    }

    /** Takes over the columns of an output. */
    public void bind(FluxField field, Slot[] slots) {
        out[field.ordinal()] = slots;
        outputs.add(field);
        outputBits |= 1L << field.ordinal();
        plan = null;
    }

    /** Takes over the columns of something that is counted as escaped. */
    public void bind(EscapedField field, Slot[] slots) {
        escapedSlots[field.ordinal()] = slots;
        escaped.add(field);
        plan = null;
    }

    /** Returns the columns of an input that is bound. */
    public Slot[] in(ZoneField field) {
        Slot[] slots = in[field.ordinal()];
        if (slots == null) {
            throw new IllegalStateException(field + " is not bound");
        }
        return slots;
    }

    /** Returns the columns of an output that is bound. */
    public Slot[] out(FluxField field) {
        Slot[] slots = out[field.ordinal()];
        if (slots == null) {
            throw new IllegalStateException(field + " is not bound");
        }
        return slots;
    }

    /** Returns the columns of what is bound of what is counted as escaped. */
    public Slot[] out(EscapedField field) {
        Slot[] slots = escapedSlots[field.ordinal()];
        if (slots == null) {
            throw new IllegalStateException(field + " is not bound");
        }
        return slots;
    }

    /** Sets where the flag words go. */
    public void flags(long[] words) {
        requireZones("flags", words.length);
        flags = words;
    }

    /** Sets which zones take part. */
    public void mask(byte[] bytes) {
        requireZones("mask", bytes.length);
        mask = bytes;
    }

    private void requireZones(String what, int length) {
        if (length < zones) {
            throw CouplingException.field(
                    what + " has " + length + " elements for a block of " + zones + " zones; needs one per zone");
        }
    }

    /** Finds the inputs that repeat along an extent; a piece of a block is told. */
    void findRepeats(InputColumn[] columns) {
        if (order.isOfPieces()) {
            return;
        }
        order.forgetRepeats();
        for (InputColumn column : columns) {
            for (int axis = 0; axis < extents.length; axis++) {
                if (column.field.components() == 1 && !column.field.perGroup() && column.repeats(axis)) {
                    order.repeats(axis, column.field);
                }
            }
        }
    }

    /** Notes that a column lies elsewhere now. */
    public void moved() {
        BlockPlan current = plan;
        if (current != null) {
            current.place(this);
        }
    }

    long @Nullable [] flags() {
        return flags;
    }

    byte @Nullable [] mask() {
        return mask;
    }

    @Nullable
    BlockPlan plan() {
        return plan;
    }

    void plan(BlockPlan made) {
        plan = made;
    }
}
