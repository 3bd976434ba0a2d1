package org.chiralkick.contract;

import java.util.Arrays;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** R5: it joins its result to what a column holds, and only raises flags. */
final class CombinationRule extends NumberedRule {
    /** Two ways of summing the same pieces differ by rounding; an overwritten column differs by half of itself. */
    private static final double ROUNDING = 1e-9;

    CombinationRule() {
        super(5, "adds to what is there");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(61, 5);
        FluxColumns alone = Call.on(zones).when("with fluxes of zero before").evaluate(source);
        for (double factor : new double[] {0.5, -0.75, 2}) {
            FluxColumns before = scaled(alone, factor);
            FluxColumns after = Call.on(zones)
                    .into(before.copy())
                    .when("with fluxes of other sources before")
                    .evaluate(source);
            requireJoined(alone, before, after);
        }
        return "fluxes and flags of other sources survive";
    }

    /** Returns what other sources might have left: uniform columns of this source's own size, and all flags raised. */
    private static FluxColumns scaled(FluxColumns alone, double factor) {
        FluxColumns before = new FluxColumns(alone.length()).filled(0, -1L);
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < alone.width(field); axis++) {
                double size = alone.largest(field, axis);
                // What is joined by its maximum, a rate, is never negative.
                double sign = field.combination() == FluxField.Combination.MAXIMUM ? Math.signum(factor) : 1;
                Arrays.fill(before.column(field, axis), sign * factor * (size == 0 ? 1 : size));
            }
        }
        return before;
    }

    private static void requireJoined(FluxColumns alone, FluxColumns before, FluxColumns after) {
        for (int zone = 0; zone < alone.length(); zone++) {
            for (FluxField field : FluxField.values()) {
                for (int axis = 0; axis < alone.width(field); axis++) {
                    requireJoined(field, axis, zone, alone, before, after);
                }
            }
            if (after.flags()[zone] != -1L) {
                throw new Violation("flags of zone " + zone + " were all raised before the call and bits "
                        + Long.toHexString(~after.flags()[zone]) + " are cleared after it; must only be raised");
            }
        }
    }

    private static void requireJoined(
            FluxField field, int axis, int zone, FluxColumns alone, FluxColumns before, FluxColumns after) {
        double contribution = alone.column(field, axis)[zone];
        if (!Double.isFinite(contribution)) {
            return; // breaks R9
        }
        double held = before.column(field, axis)[zone];
        double value = after.column(field, axis)[zone];
        boolean joined = switch (field.combination()) {
            case ADD -> Math.abs(value - (held + contribution)) <= ROUNDING * Math.abs(held);
            case MAXIMUM -> value == Math.max(held, contribution);
        };
        if (!joined) {
            String verb = switch (field.combination()) {
                case ADD -> "added to";
                case MAXIMUM -> "raised from";
            };
            throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " is " + value + "; must be "
                    + contribution + " " + verb + " the " + held + " that the column held");
        }
    }
}
