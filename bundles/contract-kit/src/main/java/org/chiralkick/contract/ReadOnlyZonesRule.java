package org.chiralkick.contract;

import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R6: it never writes a zone column, not even to repair what is wrong there. */
final class ReadOnlyZonesRule extends NumberedRule {
    private static final double[] REPAIRABLE = {Double.NaN, Double.POSITIVE_INFINITY, -1, 0, 2, 1e300};

    ReadOnlyZonesRule() {
        super(6, "never writes a zone column");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(50, 6);
        requireUnwritten(zones, evaluated(source, zones));
        ZoneColumns edges = ProbeStates.edges();
        requireUnwritten(edges, evaluated(source, edges));
        for (double value : REPAIRABLE) {
            for (ZoneField field : ZoneField.values()) {
                ZoneColumns repairable = zones.copy();
                repairable.set(field, 21, value);
                requireUnwritten(repairable, evaluatedOrThrown(source, repairable));
            }
        }
        return "no zone column is changed, by valid states or by invalid ones";
    }

    private static ZoneColumns evaluated(NeutrinoSource source, ZoneColumns zones) {
        ZoneColumns lent = zones.copy();
        Call.on(lent).evaluateInPlace(source);
        return lent;
    }

    private static ZoneColumns evaluatedOrThrown(NeutrinoSource source, ZoneColumns zones) {
        ZoneColumns lent = zones.copy();
        try {
            Call.on(lent).evaluateInPlace(source);
        } catch (Violation thrown) {
            return lent; // to throw for an invalid zone breaks R10, not this rule
        }
        return lent;
    }

    private static void requireUnwritten(ZoneColumns before, ZoneColumns after) {
        for (ZoneField field : ZoneField.values()) {
            for (int axis = 0; axis < before.width(field); axis++) {
                requireUnwritten(field, axis, before.column(field, axis), after.column(field, axis));
            }
        }
    }

    private static void requireUnwritten(ZoneField field, int axis, double[] before, double[] after) {
        for (int zone = 0; zone < before.length; zone++) {
            if (Double.doubleToRawLongBits(before[zone]) != Double.doubleToRawLongBits(after[zone])) {
                throw new Violation(ZoneColumns.name(field, axis) + " of zone " + zone + " was " + before[zone]
                        + " before the call and is " + after[zone] + " after it; zone columns must not be written");
            }
        }
    }
}
