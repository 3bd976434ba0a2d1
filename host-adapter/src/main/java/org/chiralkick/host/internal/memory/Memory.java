package org.chiralkick.host.internal.memory;

import org.jspecify.annotations.Nullable;

/**
 * A piece of the host's memory that holds real numbers. Moves runs of elements {@code index, index + stride, ...} to and from
 * columns; bounds are the caller's ({@link Slot} checks them when it is bound).
 */
public abstract sealed class Memory permits DoubleArray, FloatArray, DoubleMemory, FloatMemory, Constant {
    /** What {@link #write} returns when every number fitted. */
    static final int ALL_FIT = -1;

    /** Returns the number of elements, or -1 where any index is allowed. */
    public abstract long length();

    /** Returns whether it can be written. */
    public abstract boolean writable();

    /** Returns the array itself if it is one of doubles. */
    double @Nullable [] array() {
        return null;
    }

    /**
     * Reads a run times a factor into a column.
     *
     * @param index first element
     * @param stride distance between elements; zero and negative too
     * @param count number of elements
     * @param factor what to multiply with; with 1 the bits are kept
     * @param into where they go, from {@code at} on
     */
    abstract void read(int index, int stride, int count, double factor, double[] into, int at);

    /**
     * Writes a run of a column, each number divided by a divisor.
     *
     * @return index in the run of the first finite number that does not fit the element type, or {@link #ALL_FIT}
     */
    abstract int write(int index, int stride, int count, double divisor, double[] from, int at);
}
