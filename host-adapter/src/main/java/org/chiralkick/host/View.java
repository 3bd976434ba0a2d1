package org.chiralkick.host;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.util.Objects;
import org.chiralkick.host.internal.memory.Constant;
import org.chiralkick.host.internal.memory.DoubleArray;
import org.chiralkick.host.internal.memory.DoubleMemory;
import org.chiralkick.host.internal.memory.FloatArray;
import org.chiralkick.host.internal.memory.FloatMemory;
import org.chiralkick.host.internal.memory.Memory;
import org.chiralkick.host.internal.memory.Slot;
import org.chiralkick.host.value.CouplingException;
import org.jspecify.annotations.Nullable;

/**
 * How a field lies in the host's memory: where, from which element on, with which strides, in which unit. Immutable; the memory
 * stays the host's and is never copied as a whole.
 *
 * <p>Offsets and strides count elements, not bytes. Without strides the zones follow each other without gaps, the first extent
 * varying fastest. Strides may be zero (a profile broadcast over angles) and negative (a reversed axis). In buffers, element 0 is
 * at the buffer's position.
 */
public final class View {
    private final Memory memory;
    private final long offset;
    private final long @Nullable [] strides;
    private final double factor;
    private final long componentStride;
    private final boolean hasComponents;
    private final long groupStride;
    private final boolean hasGroups;

    private View(Memory memory, long offset, long @Nullable [] strides) {
        this.memory = memory;
        this.offset = offset;
        this.strides = strides;
        this.factor = 1;
        this.hasComponents = false;
        this.componentStride = 0;
        this.hasGroups = false;
        this.groupStride = 0;
    }

    private View(
            View view,
            double factor,
            boolean hasComponents,
            long componentStride,
            boolean hasGroups,
            long groupStride) {
        this.memory = view.memory;
        this.offset = view.offset;
        this.strides = view.strides;
        this.factor = factor;
        this.hasComponents = hasComponents;
        this.componentStride = componentStride;
        this.hasGroups = hasGroups;
        this.groupStride = groupStride;
    }

    private static View whole(Memory memory) {
        return new View(memory, 0, null);
    }

    private static View part(Memory memory, long offset, long[] strides) {
        return new View(memory, offset, strides.length == 0 ? null : strides.clone());
    }

    /** Returns a view of zones that fill an array from its first element on. */
    public static View of(double[] array) {
        return whole(new DoubleArray(array));
    }

    /** Returns a view of an array from {@code offset} on, with a stride per extent or none. */
    public static View of(double[] array, long offset, long... strides) {
        return part(new DoubleArray(array), offset, strides);
    }

    /** Returns a view of zones that fill an array from its first element on. */
    public static View of(float[] array) {
        return whole(new FloatArray(array));
    }

    /** Returns a view of an array from {@code offset} on, with a stride per extent or none. */
    public static View of(float[] array, long offset, long... strides) {
        return part(new FloatArray(array), offset, strides);
    }

    /** Returns a view of zones that fill a buffer from its position on. */
    public static View of(DoubleBuffer buffer) {
        return whole(new DoubleMemory(buffer));
    }

    /** Returns a view of a buffer from {@code offset} on, with a stride per extent or none. */
    public static View of(DoubleBuffer buffer, long offset, long... strides) {
        return part(new DoubleMemory(buffer), offset, strides);
    }

    /** Returns a view of zones that fill a buffer from its position on. */
    public static View of(FloatBuffer buffer) {
        return whole(new FloatMemory(buffer));
    }

    /** Returns a view of a buffer from {@code offset} on, with a stride per extent or none. */
    public static View of(FloatBuffer buffer, long offset, long... strides) {
        return part(new FloatMemory(buffer), offset, strides);
    }

    /**
     * Returns a view of doubles in a byte buffer, in the buffer's byte order (Java's default is big-endian; a host's memory is
     * in {@link ByteOrder#nativeOrder}). Offset and strides count doubles.
     */
    public static View of(ByteBuffer buffer, long offset, long... strides) {
        return part(new DoubleMemory(inItsOrder(buffer).asDoubleBuffer()), offset, strides);
    }

    /** Returns a view of doubles that fill a byte buffer from its position on, in the buffer's byte order. */
    public static View of(ByteBuffer buffer) {
        return whole(new DoubleMemory(inItsOrder(buffer).asDoubleBuffer()));
    }

    /** Returns a view of floats in a byte buffer, in the buffer's byte order. Offset and strides count floats. */
    public static View ofFloats(ByteBuffer buffer, long offset, long... strides) {
        return part(new FloatMemory(inItsOrder(buffer).asFloatBuffer()), offset, strides);
    }

    /** Returns a view of floats that fill a byte buffer from its position on, in the buffer's byte order. */
    public static View ofFloats(ByteBuffer buffer) {
        return whole(new FloatMemory(inItsOrder(buffer).asFloatBuffer()));
    }

    /** Returns a view that has the same number in every zone. */
    public static View constant(double number) {
        return whole(new Constant(number));
    }

    /**
     * Returns this view in a unit of its own.
     *
     * @param unitFactor what the numbers in memory times this are in the coupling's units, finite and not zero; an input is
     *     multiplied by it, an output divided
     */
    public View times(double unitFactor) {
        if (unitFactor == 0 || !Double.isFinite(unitFactor)) {
            throw CouplingException.argument("unit factor of a view is " + unitFactor + "; must be finite and not 0");
        }
        return new View(this, factor * unitFactor, hasComponents, componentStride, hasGroups, groupStride);
    }

    /** Returns this view of a whole vector: component c of a zone is c times {@code stride} elements after the first. */
    public View components(long stride) {
        return new View(this, factor, true, stride, hasGroups, groupStride);
    }

    /**
     * Returns this view of all energy groups: group g of a zone is g times {@code stride} elements after the first. 0 for an input that is
     * the same in every group.
     */
    public View groups(long stride) {
        return new View(this, factor, hasComponents, componentStride, true, stride);
    }

    boolean hasComponents() {
        return hasComponents;
    }

    boolean hasGroups() {
        return hasGroups;
    }

    /** Returns whether several groups would share an element. */
    boolean sharesGroups() {
        return groupStride == 0;
    }

    /** Binds one component and group of the field this view shows; 0 for a view of a single one. */
    void bind(Slot slot, int component, int group, int[] extents) {
        Objects.requireNonNull(slot);
        slot.bind(memory, offset + component * componentStride + group * groupStride, strides, extents, factor);
    }

    private static ByteBuffer inItsOrder(ByteBuffer buffer) {
        ByteOrder order = buffer.order();
        return buffer.slice().order(order);
    }
}
