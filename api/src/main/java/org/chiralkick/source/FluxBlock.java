package org.chiralkick.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a source puts its fluxes: one {@code double[]} per scalar and per vector component, in the units of {@link FluxField},
 * and a flag word per zone. The window {@code first() <= i < end()} is that of the {@link ZoneBlock} of the same call.
 *
 * <p>A column holds the contributions of the sources before; see {@link FluxField#combination()} for how to join one's own.
 */
public final class FluxBlock {
    private static final FluxField[] FIELDS = FluxField.values();

    private final double[] @Nullable [] columns = new double[FIELDS.length * 3][];
    private long[] flags = new long[0];
    private final GroupColumns groupColumns = new GroupColumns();
    private int first;
    private int end;

    private FluxBlock() {}

    /** Returns the index of the block's first zone in every column. */
    public int first() {
        return first;
    }

    /** Returns the index after the block's last zone in every column. */
    public int end() {
        return end;
    }

    /** Returns whether the host asked for this field; what nobody wants is not computed. */
    public boolean wants(FluxField field) {
        return columns[3 * field.ordinal()] != null;
    }

    /**
     * Returns the column of a scalar field.
     *
     * @throws IllegalArgumentException if the field is a vector, or is not wanted (ask {@link #wants} first)
     */
    public double[] column(FluxField scalar) {
        if (scalar.components() != 1) {
            throw new IllegalArgumentException(scalar + " is a vector; ask for column(" + scalar + ", axis)");
        }
        return column(scalar, 0);
    }

    /**
     * Returns the column of one component of a field.
     *
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @throws IllegalArgumentException if there is no such component, or the field is not wanted
     */
    public double[] column(FluxField field, int axis) {
        if (axis < 0 || axis >= field.groupless()) {
            throw new IllegalArgumentException(
                    field.perGroup()
                            ? field + " is per energy group; ask for column(" + field + ", axis, group)"
                            : field.columnName(axis));
        }
        double[] column = columns[3 * field.ordinal() + axis];
        if (column == null) {
            throw new IllegalArgumentException(field + " is not wanted by the host; ask wants(" + field + ") first");
        }
        return column;
    }

    /**
     * Returns the column of one component of a field in one energy group.
     *
     * @param field one that is per group
     * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
     * @param group in [0, zones.groups().count())
     * @throws IllegalArgumentException if there is no such component or group, or the field is not wanted by the host
     */
    public double[] column(FluxField field, int axis, int group) {
        if (axis < 0 || axis >= field.components() || !field.perGroup()) {
            throw new IllegalArgumentException(
                    field.perGroup() ? field.columnName(axis) : field + " is not per energy group; name no group");
        }
        double[] column = groupColumns.get(field.groupPlace(), axis, group);
        if (column == null) {
            throw new IllegalArgumentException(field + " is not wanted by the host; ask wants(" + field + ") first");
        }
        return column;
    }

    /** Returns the flag words, one per zone: {@code flags()[i] |= ValidityFlag.KNUDSEN.bit()}. */
    public long[] flags() {
        return flags;
    }

    static void requireWindow(int first, int end) {
        if (first < 0 || end < first) {
            throw new IllegalArgumentException("window [" + first + ", " + end + ") must satisfy 0 <= first <= end");
        }
    }

    /** The side that owns the columns: it lends them to a block and moves the block's window, call after call. */
    public static final class Owner {
        private final FluxBlock block = new FluxBlock();

        /** Returns the block that the sources see; always the same object. */
        public FluxBlock block() {
            return block;
        }

        /**
         * Lends one column, which makes its field wanted.
         *
         * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
         * @param column values in the field's unit, or {@code null} to take the column back
         */
        public void lend(FluxField field, int axis, double @Nullable [] column) {
            if (axis < 0 || axis >= field.groupless()) {
                throw new IllegalArgumentException(
                        field.perGroup()
                                ? field + " is per energy group; lend(" + field + ", axis, group, column)"
                                : field.columnName(axis));
            }
            block.columns[3 * field.ordinal() + axis] = column;
        }

        /**
         * Lends one column of one energy group, which makes its field wanted.
         *
         * @param field one that is per group
         * @param axis 0, 1, 2 for x, y, z of a vector; 0 for a scalar
         * @param group in [0, count) of the groups set
         * @param column values in the field's unit, or {@code null} to take the column back
         */
        public void lend(FluxField field, int axis, int group, double @Nullable [] column) {
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
            if (block.groupColumns.groups(groups, FluxField.GROUP_FIELDS)) {
                for (FluxField field : FIELDS) {
                    if (field.perGroup()) {
                        Arrays.fill(block.columns, 3 * field.ordinal(), 3 * field.ordinal() + 3, null);
                    }
                }
            }
        }

        /** Lends the flag words, indexed like the columns. */
        public void lendFlags(long[] flags) {
            block.flags = flags;
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
            requireWindow(first, end);
            block.first = first;
            block.end = end;
        }
    }
}
