package org.chiralkick.contract;

import java.util.Arrays;
import java.util.Set;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;

/** Values of every flux field and the flag words for a run of zones, as the columns that a {@link FluxBlock} lends. */
final class FluxColumns {
    private static final FluxField[] FIELDS = FluxField.values();

    private final double[][][] columns = new double[FIELDS.length][][];
    private final EnergyGroups groups;
    private final long[] flags;

    FluxColumns(int length) {
        this(length, ProbeStates.GROUPS);
    }

    FluxColumns(int length, EnergyGroups groups) {
        this.groups = groups;
        flags = new long[length];
        for (FluxField field : FIELDS) {
            columns[field.ordinal()] = new double[width(field)][length];
        }
    }

    EnergyGroups groups() {
        return groups;
    }

    /** Returns the number of columns of a field: of its components, group after group. */
    int width(FluxField field) {
        return field.perGroup() ? field.components() * groups.count() : field.components();
    }

    /** Returns the name of one of the columns. */
    static String name(FluxField field, int column) {
        return field.columnName(column % field.components(), column / field.components());
    }

    int length() {
        return flags.length;
    }

    double[] column(FluxField field, int column) {
        return columns[field.ordinal()][column];
    }

    long[] flags() {
        return flags;
    }

    /** Fills every column with a value and every flag word with a word; returns this. */
    FluxColumns filled(double value, long word) {
        for (FluxField field : FIELDS) {
            for (int column = 0; column < width(field); column++) {
                Arrays.fill(column(field, column), value);
            }
        }
        Arrays.fill(flags, word);
        return this;
    }

    FluxColumns copy() {
        FluxColumns result = new FluxColumns(length(), groups);
        for (FluxField field : FIELDS) {
            for (int column = 0; column < width(field); column++) {
                System.arraycopy(column(field, column), 0, result.column(field, column), 0, length());
            }
        }
        System.arraycopy(flags, 0, result.flags, 0, length());
        return result;
    }

    /** Lends the columns of the fields, and the flag words, to a block. */
    void lend(FluxBlock.Owner owner, Set<FluxField> fields) {
        owner.groups(groups);
        for (FluxField field : fields) {
            for (int column = 0; column < width(field); column++) {
                if (field.perGroup()) {
                    int axis = column % field.components();
                    owner.lend(field, axis, column / field.components(), column(field, column));
                } else {
                    owner.lend(field, column, column(field, column));
                }
            }
        }
        owner.lendFlags(flags);
    }

    /** Returns the largest magnitude in a column, leaving out what is not finite. */
    double largest(FluxField field, int column) {
        double largest = 0;
        for (double value : column(field, column)) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
