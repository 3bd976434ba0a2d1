package org.chiralkick.contract;

import java.util.Arrays;
import java.util.Set;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Values of every zone field for a run of zones, as the columns that a {@link ZoneBlock} lends. */
final class ZoneColumns {
    private static final ZoneField[] FIELDS = ZoneField.values();

    private final double[][][] columns = new double[FIELDS.length][][];
    private final EnergyGroups groups;
    private final int length;

    ZoneColumns(int length) {
        this(length, ProbeStates.GROUPS);
    }

    ZoneColumns(int length, EnergyGroups groups) {
        this.length = length;
        this.groups = groups;
        for (ZoneField field : FIELDS) {
            columns[field.ordinal()] = new double[width(field)][length];
        }
    }

    EnergyGroups groups() {
        return groups;
    }

    /** Returns the number of columns of a field: of its components, group after group. */
    int width(ZoneField field) {
        return field.perGroup() ? field.components() * groups.count() : field.components();
    }

    /** Returns the name of one of the columns. */
    static String name(ZoneField field, int column) {
        return field.columnName(column % field.components(), column / field.components());
    }

    int length() {
        return length;
    }

    double[] column(ZoneField field, int column) {
        return columns[field.ordinal()][column];
    }

    /** Sets a scalar, or all components of a vector, of one zone and of every group. */
    void set(ZoneField field, int zone, double value) {
        for (int column = 0; column < width(field); column++) {
            column(field, column)[zone] = value;
        }
    }

    /** Returns a copy with columns of its own. */
    ZoneColumns copy() {
        return padded(0, 0, 0);
    }

    /** Returns the zones in another order: zone i of the result is zone {@code order[i]} of this. */
    ZoneColumns ordered(int... order) {
        ZoneColumns result = new ZoneColumns(order.length, groups);
        for (ZoneField field : FIELDS) {
            for (int column = 0; column < width(field); column++) {
                double[] from = column(field, column);
                double[] to = result.column(field, column);
                for (int i = 0; i < order.length; i++) {
                    to[i] = from[order[i]];
                }
            }
        }
        return result;
    }

    /** Returns the zones with {@code before} and {@code after} further ones around them that hold {@code value} everywhere. */
    ZoneColumns padded(int before, int after, double value) {
        ZoneColumns result = new ZoneColumns(before + length + after, groups);
        for (ZoneField field : FIELDS) {
            for (int column = 0; column < width(field); column++) {
                double[] to = result.column(field, column);
                Arrays.fill(to, value);
                System.arraycopy(column(field, column), 0, to, before, length);
            }
        }
        return result;
    }

    /** Overwrites the columns with the values of as many other zones. */
    void take(ZoneColumns others) {
        for (ZoneField field : FIELDS) {
            for (int column = 0; column < width(field); column++) {
                System.arraycopy(others.column(field, column), 0, column(field, column), 0, length);
            }
        }
    }

    /** Lends the columns of the fields to a block. */
    void lend(ZoneBlock.Owner owner, Set<ZoneField> fields) {
        owner.groups(groups);
        for (ZoneField field : fields) {
            for (int column = 0; column < width(field); column++) {
                if (field.perGroup()) {
                    int axis = column % field.components();
                    owner.lend(field, axis, column / field.components(), column(field, column));
                } else {
                    owner.lend(field, column, column(field, column));
                }
            }
        }
    }

    /** Returns the given fields of a zone as text: {@code temperature_mev 10.0, mu_e_mev 200.0}. */
    String describe(int zone, Set<ZoneField> fields) {
        StringBuilder text = new StringBuilder();
        for (ZoneField field : fields) {
            for (int column = 0; column < width(field); column++) {
                text.append(text.isEmpty() ? "" : ", ")
                        .append(name(field, column))
                        .append(' ')
                        .append(column(field, column)[zone]);
            }
        }
        return text.toString();
    }
}
