package org.chiralkick.host.internal.memory;

import java.util.Arrays;
import org.chiralkick.host.value.CouplingException;
import org.jspecify.annotations.Nullable;

/**
 * One column of a block in the host's memory: zone (i0, i1, i2, i3) is the element offset + sum i_k stride_k. Bound once, bound
 * anew when the host's memory moves; neither that nor moving zones allocates.
 */
public final class Slot {
    private static final int AXES = 4;

    private final String name;
    private final int[] extent = new int[AXES];
    private final int[] stride = new int[AXES];
    /** Bit by bit, whether the zones along an axis of the block lie at the same place. */
    private int repeats;

    private Memory memory = new Constant(0);
    private double factor = 1;
    private int offset;

    /** Makes an unbound slot; {@code name} is the column's for messages. */
    public Slot(String name) {
        this.name = name;
    }

    /**
     * Binds the column.
     *
     * @param where the memory
     * @param first element of zone (0, 0, 0, 0)
     * @param strides elements from a zone to the next along each axis; {@code null} for zones without gaps, first axis fastest
     * @param extents zones along each axis
     * @param unitFactor what the host's numbers times this are in the coupling's units
     * @throws CouplingException if a zone lies outside the memory
     */
    public void bind(Memory where, long first, long @Nullable [] strides, int[] extents, double unitFactor) {
        requireInside(where, first, strides, extents);
        memory = where;
        factor = unitFactor;
        offset = (int) first;
        join(strides, extents, where.length() < 0);
    }

    /** Refuses a column that cannot be written, or in which two zones share an element. */
    public void requireWritable() {
        if (!memory.writable()) {
            throw CouplingException.field(
                    name + " is read-only memory; an output needs an array or buffer to write to");
        }
        for (int axis = 0; axis < AXES; axis++) {
            if (extent[axis] > 1 && stride[axis] == 0) {
                throw CouplingException.field(name + " has stride 0 along an axis of " + extent[axis]
                        + " zones; an output needs an element per zone");
            }
        }
    }

    /** Returns whether all zones along an axis of the block, of more than one zone, lie at the same place. */
    public boolean repeats(int axis) {
        return (repeats >> axis & 1) != 0;
    }

    /** Returns the column's name. */
    public String name() {
        return name;
    }

    /** Returns what the host's numbers times this are in the coupling's units. */
    public double factor() {
        return factor;
    }

    /** Returns the element of zone 0. */
    public int offset() {
        return offset;
    }

    /** Returns the host's array if zone i is its element offset + i, so that it can be lent as it is; else {@code null}. */
    public double @Nullable [] lendable() {
        boolean oneRun = extent[1] == 1 && extent[2] == 1 && extent[3] == 1 && (stride[0] == 1 || extent[0] == 1);
        return oneRun ? memory.array() : null;
    }

    /**
     * Reads zones times a factor.
     *
     * @param zone first zone, the first axis varying fastest
     * @param count number of zones
     * @param times factor on top of nothing: pass {@link #factor} times that of the field's unit
     */
    public void gather(long zone, int count, double times, double[] into, int at) {
        walk(zone, count, times, into, at, true);
    }

    /**
     * Writes zones, divided by a factor.
     *
     * @throws CouplingException if a number does not fit into single precision
     */
    public void scatter(long zone, int count, double divisor, double[] from, int at) {
        walk(zone, count, divisor, from, at, false);
    }

    private void walk(long zone, int count, double scale, double[] column, int at, boolean read) {
        int i0 = (int) (zone % extent[0]);
        long rest = zone / extent[0];
        int i1 = (int) (rest % extent[1]);
        rest /= extent[1];
        int i2 = (int) (rest % extent[2]);
        int i3 = (int) (rest / extent[2]);
        int done = 0;
        while (done < count) {
            int run = Math.min(count - done, extent[0] - i0);
            int index = offset + i0 * stride[0] + i1 * stride[1] + i2 * stride[2] + i3 * stride[3];
            if (read) {
                memory.read(index, stride[0], run, scale, column, at + done);
            } else {
                int misfit = memory.write(index, stride[0], run, scale, column, at + done);
                if (misfit != Memory.ALL_FIT) {
                    throw misfit(zone + done + misfit, column[at + done + misfit] / scale);
                }
            }
            done += run;
            i0 = 0;
            if (++i1 == extent[1]) {
                i1 = 0;
                if (++i2 == extent[2]) {
                    i2 = 0;
                    i3++;
                }
            }
        }
    }

    private CouplingException misfit(long zone, double number) {
        return CouplingException.field(name + " of zone " + zone + " is " + number
                + " in the host's units, beyond single precision; bind doubles, or give the view a larger unit factor");
    }

    // Axes of one zone vanish, and axes that continue each other become one: fewer and longer runs.
    private void join(long @Nullable [] strides, int[] extents, boolean constant) {
        Arrays.fill(extent, 1);
        Arrays.fill(stride, 0);
        repeats = 0;
        int last = -1;
        long contiguous = 1;
        for (int axis = 0; axis < extents.length; axis++) {
            long step = constant ? 0 : strides == null ? contiguous : strides[axis];
            contiguous *= extents[axis];
            if (extents[axis] == 1) {
                continue;
            }
            repeats |= step == 0 ? 1 << axis : 0;
            if (last >= 0
                    && step == (long) stride[last] * extent[last]
                    && (long) extent[last] * extents[axis] <= Integer.MAX_VALUE) {
                extent[last] *= extents[axis];
            } else {
                last++;
                extent[last] = extents[axis];
                stride[last] = (int) step;
            }
        }
    }

    private void requireInside(Memory where, long first, long @Nullable [] strides, int[] extents) {
        if (strides != null && strides.length != extents.length) {
            throw CouplingException.field(name + " has " + strides.length + " strides for a block of " + extents.length
                    + " extents " + Arrays.toString(extents) + "; give one stride per extent");
        }
        if (where.length() < 0) {
            return;
        }
        long lowest = first;
        long highest = first;
        long contiguous = 1;
        for (int axis = 0; axis < extents.length; axis++) {
            if (extents[axis] == 0) {
                return;
            }
            long step = strides == null ? contiguous : strides[axis];
            contiguous = saturatedProduct(contiguous, extents[axis]);
            long reach = saturatedProduct(step, extents[axis] - 1L);
            if (reach < 0) {
                lowest = saturatedSum(lowest, reach);
            } else {
                highest = saturatedSum(highest, reach);
            }
        }
        if (lowest < 0 || highest >= where.length()) {
            throw CouplingException.field(name + " needs elements " + lowest + " to " + highest + " for a block of "
                    + Arrays.toString(extents) + " zones, but the memory has " + where.length()
                    + " elements; check offset, strides and extents");
        }
    }

    private static long saturatedProduct(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        return high == low >> 63 ? low : high < 0 ? Long.MIN_VALUE / 8 : Long.MAX_VALUE / 8;
    }

    private static long saturatedSum(long a, long b) {
        return Math.max(Long.MIN_VALUE / 8, Math.min(Long.MAX_VALUE / 8, a + b));
    }
}
