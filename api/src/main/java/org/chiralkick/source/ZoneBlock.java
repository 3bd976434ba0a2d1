package org.chiralkick.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The state of a run of neighbouring zones, as columns: one {@code double[]} per scalar and per vector component, in the units
 * of {@link ZoneField}.
 *
 * <p>Only the indices {@code first() <= i < end()} of a column are zones of this block; what lies outside belongs to the host.
 * The same indices are used in the {@link FluxBlock} of the call. Columns are borrowed for the call: read them, never write
 * them, never keep them.
 */
public final class ZoneBlock {
    private static final ZoneField[] FIELDS = ZoneField.values();

    private final double[] @Nullable [] columns = new double[FIELDS.length * 3][];
    private int first;
    private int end;

    private ZoneBlock() {}

    /** Returns the index of the block's first zone in every column. */
    public int first() {
        return first;
    }

    /** Returns the index after the block's last zone in every column. */
    public int end() {
        return end;
    }

    /** Returns the number of zones, {@code end() - first()}. */
    public int size() {
        return end - first;
    }

    /** Returns whether the field's columns are there. Required fields of a source always are. */
    public boolean has(ZoneField field) {
        return columns[3 * field.ordinal()] != null;
    }

    /**
     * Returns the column of a scalar field.
     *
     * @throws IllegalArgumentException if the field is a vector, or is not there (ask {@link #has} for an optional field)
     */
    public double[] column(ZoneField scalar) {
        if (scalar.components() != 1) {
            throw new IllegalArgumentException(scalar + " is a vector; ask for column(" + scalar + ", axis)");
        }
        return column(scalar, 0);
    }

    /**
     * Returns the column of one component of a field.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if there is no such component, or the field is not there
     */
    public double[] column(ZoneField field, int axis) {
        if (axis < 0 || axis >= field.components()) {
            throw new IllegalArgumentException(field.columnName(axis));
        }
        double[] column = columns[3 * field.ordinal() + axis];
        if (column == null) {
            throw new IllegalArgumentException(
                    field
                            + " is not given; a source may read a field without asking has() only if its descriptor requires it");
        }
        return column;
    }

    /** The side that owns the columns: it lends them to a block and moves the block's window, call after call. */
    public static final class Owner {
        private final ZoneBlock block = new ZoneBlock();

        /** Returns the block that the sources see; always the same object. */
        public ZoneBlock block() {
            return block;
        }

        /**
         * Lends one column.
         *
         * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
         * @param column values in the field's unit, or {@code null} to take the column back
         */
        public void lend(ZoneField field, int axis, double @Nullable [] column) {
            if (axis < 0 || axis >= field.components()) {
                throw new IllegalArgumentException(field.columnName(axis));
            }
            block.columns[3 * field.ordinal() + axis] = column;
        }

        /** Takes back every column. */
        public void clear() {
            Arrays.fill(block.columns, null);
        }

        /**
         * Sets the window of zones.
         *
         * @param first index of the first zone, {@code >= 0}
         * @param end index after the last zone, {@code >= first}
         */
        public void window(int first, int end) {
            FluxBlock.requireWindow(first, end);
            block.first = first;
            block.end = end;
        }
    }
}
