package org.chiralkick.contract;

import java.util.Arrays;
import java.util.Set;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;

/** Values of every flux field and the flag words for a run of zones, as the columns that a {@link FluxBlock} lends. */
final class FluxColumns {
    private static final FluxField[] FIELDS = FluxField.values();

    private final double[][] columns = new double[FIELDS.length * 3][];
    private final long[] flags;

    FluxColumns(int length) {
        flags = new long[length];
        for (FluxField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                columns[slot(field, axis)] = new double[length];
            }
        }
    }

    private static int slot(FluxField field, int axis) {
        return 3 * field.ordinal() + axis;
    }

    int length() {
        return flags.length;
    }

    double[] column(FluxField field, int axis) {
        return columns[slot(field, axis)];
    }

    long[] flags() {
        return flags;
    }

    /** Fills every column with a value and every flag word with a word; returns this. */
    FluxColumns filled(double value, long word) {
        for (FluxField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                Arrays.fill(column(field, axis), value);
            }
        }
        Arrays.fill(flags, word);
        return this;
    }

    FluxColumns copy() {
        FluxColumns result = new FluxColumns(length());
        for (FluxField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                System.arraycopy(column(field, axis), 0, result.column(field, axis), 0, length());
            }
        }
        System.arraycopy(flags, 0, result.flags, 0, length());
        return result;
    }

    /** Lends the columns of the fields, and the flag words, to a block. */
    void lend(FluxBlock.Owner owner, Set<FluxField> fields) {
        for (FluxField field : fields) {
            for (int axis = 0; axis < field.components(); axis++) {
                owner.lend(field, axis, column(field, axis));
            }
        }
        owner.lendFlags(flags);
    }

    /** Returns the largest magnitude in a column, leaving out what is not finite. */
    double largest(FluxField field, int axis) {
        double largest = 0;
        for (double value : column(field, axis)) {
            if (Double.isFinite(value)) {
                largest = Math.max(largest, Math.abs(value));
            }
        }
        return largest;
    }
}
