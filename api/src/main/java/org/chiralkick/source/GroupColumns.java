package org.chiralkick.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The columns of fields that are per energy group: one array for all, of length 0 where the host has no groups, so that a host without
 * pays for nothing. Field s (of those per group), component a and group g are at {@code (3 s + a) count + g}.
 */
final class GroupColumns {
    private double[] @Nullable [] columns = {};
    private EnergyGroups groups = EnergyGroups.NONE;

    EnergyGroups groups() {
        return groups;
    }

    /** Sets the groups and forgets all columns; returns whether the groups are others than before. */
    boolean groups(EnergyGroups set, int fields) {
        if (groups.equals(set)) {
            return false;
        }
        groups = set;
        int length = 3 * fields * set.count();
        if (columns.length < length) {
            columns = new double[length][];
        } else {
            clear(); // a host may change between blocks with and without groups in every step
        }
        return true;
    }

    /** Returns a column, or {@code null} where none is lent. */
    double @Nullable [] get(int field, int axis, int group) {
        groups.requireGroup(group);
        return columns[(3 * field + axis) * groups.count() + group];
    }

    void set(int field, int axis, int group, double @Nullable [] column) {
        groups.requireGroup(group);
        columns[(3 * field + axis) * groups.count() + group] = column;
    }

    void clear() {
        Arrays.fill(columns, null);
    }
}
