package org.chiralkick.contract;

import java.util.Arrays;
import java.util.Set;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Values of every zone field for a run of zones, as the columns that a {@link ZoneBlock} lends. */
final class ZoneColumns {
    private static final ZoneField[] FIELDS = ZoneField.values();

    private final double[][] columns = new double[FIELDS.length * 3][];
    private final int length;

    ZoneColumns(int length) {
        this.length = length;
        for (ZoneField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                columns[slot(field, axis)] = new double[length];
            }
        }
    }

    private static int slot(ZoneField field, int axis) {
        return 3 * field.ordinal() + axis;
    }

    int length() {
        return length;
    }

    double[] column(ZoneField field, int axis) {
        return columns[slot(field, axis)];
    }

    /** Sets a scalar, or all components of a vector, of one zone. */
    void set(ZoneField field, int zone, double value) {
        for (int axis = 0; axis < field.components(); axis++) {
            column(field, axis)[zone] = value;
        }
    }

    /** Returns a copy with columns of its own. */
    ZoneColumns copy() {
        return padded(0, 0, 0);
    }

    /** Returns the zones in another order: zone i of the result is zone {@code order[i]} of this. */
    ZoneColumns ordered(int... order) {
        ZoneColumns result = new ZoneColumns(order.length);
        for (ZoneField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                double[] from = column(field, axis);
                double[] to = result.column(field, axis);
                for (int i = 0; i < order.length; i++) {
                    to[i] = from[order[i]];
                }
            }
        }
        return result;
    }

    /** Returns the zones with {@code before} and {@code after} further ones around them that hold {@code value} everywhere. */
    ZoneColumns padded(int before, int after, double value) {
        ZoneColumns result = new ZoneColumns(before + length + after);
        for (ZoneField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                double[] to = result.column(field, axis);
                Arrays.fill(to, value);
                System.arraycopy(column(field, axis), 0, to, before, length);
            }
        }
        return result;
    }

    /** Overwrites the columns with the values of as many other zones. */
    void take(ZoneColumns others) {
        for (ZoneField field : FIELDS) {
            for (int axis = 0; axis < field.components(); axis++) {
                System.arraycopy(others.column(field, axis), 0, column(field, axis), 0, length);
            }
        }
    }

    /** Lends the columns of the fields to a block. */
    void lend(ZoneBlock.Owner owner, Set<ZoneField> fields) {
        for (ZoneField field : fields) {
            for (int axis = 0; axis < field.components(); axis++) {
                owner.lend(field, axis, column(field, axis));
            }
        }
    }

    /** Returns the given fields of a zone as text: {@code temperature_mev 10.0, mu_e_mev 200.0}. */
    String describe(int zone, Set<ZoneField> fields) {
        StringBuilder text = new StringBuilder();
        for (ZoneField field : fields) {
            for (int axis = 0; axis < field.components(); axis++) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(field.columnName(axis))
                        .append(' ')
                        .append(column(field, axis)[zone]);
            }
        }
        return text.toString();
    }
}
