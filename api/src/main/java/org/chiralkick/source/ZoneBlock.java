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
    private final GroupColumns groupColumns = new GroupColumns();
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

    /** Returns whether the field's columns are there, of every group where it is per group. Required fields of a source always are. */
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
        if (axis < 0 || axis >= field.groupless()) {
            throw new IllegalArgumentException(
                    field.perGroup()
                            ? field + " is per energy group; ask for column(" + field + ", axis, group)"
                            : field.columnName(axis));
        }
        double[] column = columns[3 * field.ordinal() + axis];
        if (column == null) {
            throw new IllegalArgumentException(
                    field
                            + " is not given; a source may read a field without asking has() only if its descriptor requires it");
        }
        return column;
    }

    /** Returns the host's energy groups; of count 0 where it has none. The groups of the {@link FluxBlock} are the same. */
    public EnergyGroups groups() {
        return groupColumns.groups();
    }

    /**
     * Returns the column of one component of a field in one energy group.
     *
     * @param field one that is per group
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @param group in [0, groups().count())
     * @throws IllegalArgumentException if there is no such component or group, or the field is not given
     */
    public double[] column(ZoneField field, int axis, int group) {
        if (axis < 0 || axis >= field.components() || !field.perGroup()) {
            throw new IllegalArgumentException(
                    field.perGroup() ? field.columnName(axis) : field + " is not per energy group; name no group");
        }
        double[] column = groupColumns.get(field.groupPlace(), axis, group);
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
            if (axis < 0 || axis >= field.groupless()) {
                throw new IllegalArgumentException(
                        field.perGroup()
                                ? field + " is per energy group; lend(" + field + ", axis, group, column)"
                                : field.columnName(axis));
            }
            block.columns[3 * field.ordinal() + axis] = column;
        }

        /**
         * Lends one column of one energy group.
         *
         * @param field one that is per group
         * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
         * @param group in [0, count) of the groups set
         * @param column values in the field's unit, or {@code null} to take the column back
         */
        public void lend(ZoneField field, int axis, int group, double @Nullable [] column) {
            if (axis < 0 || axis >= field.components() || !field.perGroup()) {
                throw new IllegalArgumentException(
                        field.perGroup() ? field.columnName(axis) : field + " is not per energy group; name no group");
            }
            block.groupColumns.set(field.groupPlace(), axis, group, column);
            // So has() and wants() need not ask what kind of field it is.
            block.columns[3 * field.ordinal() + axis] = column;
        }

        /** Sets the energy groups; where they are others than before, every column of a group is taken back. */
        public void groups(EnergyGroups groups) {
            if (block.groupColumns.groups(groups, ZoneField.GROUP_FIELDS)) {
                for (ZoneField field : FIELDS) {
                    if (field.perGroup()) {
                        Arrays.fill(block.columns, 3 * field.ordinal(), 3 * field.ordinal() + 3, null);
                    }
                }
            }
        }

        /** Takes back every column; the groups stay. */
        public void clear() {
            Arrays.fill(block.columns, null);
            block.groupColumns.clear();
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
