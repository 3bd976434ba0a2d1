package org.chiralkick.contract;

import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;

/** Compares fluxes bit by bit and says, where they differ, in which column of which zone and by how much. */
final class Comparison {
    private Comparison() {}

    /** Requires that zone {@code zone} of {@code actual} is zone {@code other} of {@code expected}, flags included. */
    static void requireSameZone(FluxColumns actual, int zone, FluxColumns expected, int other, String circumstances) {
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < expected.width(field); axis++) {
                requireSameBits(
                        field,
                        axis,
                        zone,
                        actual.column(field, axis)[zone],
                        expected.column(field, axis)[other],
                        circumstances);
            }
        }
        if (actual.flags()[zone] != expected.flags()[other]) {
            throw new Violation("flags of zone " + zone + " are " + ValidityFlag.of(actual.flags()[zone]) + " "
                    + circumstances + "; must be " + ValidityFlag.of(expected.flags()[other]));
        }
    }

    /** Requires that all zones have the same fluxes and flags. */
    static void requireSame(FluxColumns actual, FluxColumns expected, String circumstances) {
        for (int zone = 0; zone < expected.length(); zone++) {
            requireSameZone(actual, zone, expected, zone, circumstances);
        }
    }

    /** Requires that the columns of the fields have the same bits. */
    static void requireSame(FluxColumns actual, FluxColumns expected, Set<FluxField> fields, String circumstances) {
        for (FluxField field : fields) {
            for (int axis = 0; axis < expected.width(field); axis++) {
                double[] values = actual.column(field, axis);
                double[] references = expected.column(field, axis);
                for (int zone = 0; zone < references.length; zone++) {
                    requireSameBits(field, axis, zone, values[zone], references[zone], circumstances);
                }
            }
        }
    }

    /** All NaN count as the same: which one an operation makes is not defined. */
    private static void requireSameBits(
            FluxField field, int axis, int zone, double value, double reference, String circumstances) {
        if (Double.doubleToLongBits(value) != Double.doubleToLongBits(reference)) {
            throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " is " + value + " "
                    + circumstances + "; must be " + reference + ", bit for bit");
        }
    }
}
