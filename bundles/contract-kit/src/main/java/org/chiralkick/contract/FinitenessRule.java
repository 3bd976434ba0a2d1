package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R9: every valid state, limits included, gives finite fluxes. */
final class FinitenessRule extends NumberedRule {
    FinitenessRule() {
        super(9, "finite states give finite fluxes");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns edges = ProbeStates.edges();
        Set<ZoneField> all = EnumSet.allOf(ZoneField.class);
        requireFinite(source, descriptor, ProbeStates.broad(300, 9), all);
        requireFinite(source, descriptor, edges, all);
        Set<ZoneField> withoutOptional = EnumSet.allOf(ZoneField.class);
        withoutOptional.removeAll(descriptor.optional().keySet());
        if (evaluates(source, edges, withoutOptional)) {
            requireFinite(source, descriptor, edges, withoutOptional);
        }
        return "finite in " + edges.length() + " limiting states (T = 0, no field, no rotation, |mu| to "
                + ProbeStates.LARGEST_MEV + " MeV, B to " + ProbeStates.LARGEST_GAUSS + " G)";
    }

    /** A source that throws where an optional field is not given breaks R2, not this rule. */
    private static boolean evaluates(NeutrinoSource source, ZoneColumns zones, Set<ZoneField> given) {
        try {
            Call.on(zones).giving(given).evaluate(source);
            return true;
        } catch (Violation thrown) {
            return false;
        }
    }

    private static void requireFinite(
            NeutrinoSource source, SourceDescriptor descriptor, ZoneColumns zones, Set<ZoneField> given) {
        FluxColumns fluxes =
                Call.on(zones).giving(given).when("in a finite state").evaluate(source);
        for (FluxField field : FluxField.values()) {
            for (int axis = 0; axis < fluxes.width(field); axis++) {
                double[] column = fluxes.column(field, axis);
                for (int zone = 0; zone < column.length; zone++) {
                    if (!Double.isFinite(column[zone])) {
                        throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " is " + column[zone]
                                + "; must be finite for " + zones.describe(zone, used(descriptor, given)));
                    }
                }
            }
        }
    }

    private static Set<ZoneField> used(SourceDescriptor descriptor, Set<ZoneField> given) {
        Set<ZoneField> used = EnumSet.noneOf(ZoneField.class);
        used.addAll(descriptor.required(descriptor.gives()));
        used.addAll(descriptor.optional().keySet());
        used.retainAll(given);
        return used;
    }
}
