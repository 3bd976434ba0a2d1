package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** R3: it touches only what is wanted and declared, and a column does not depend on which others are wanted. */
final class OutputsRule extends NumberedRule {
    /** What undeclared columns hold before the call; adding zero to it changes nothing. */
    private static final double SENTINEL = 1.25;

    OutputsRule() {
        super(3, "gives only what is wanted and declared");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(41, 3);
        requireUndeclaredUntouched(source, descriptor, zones);
        FluxColumns reference = Call.on(zones).when("with every field wanted").evaluate(source);
        Set<Set<FluxField>> subsets = subsets(descriptor.gives());
        for (Set<FluxField> wanted : subsets) {
            String circumstances = wanted.isEmpty() ? "with nothing wanted" : "with only " + wanted + " wanted";
            FluxColumns fluxes =
                    Call.on(zones).wanting(wanted).when(circumstances).evaluate(source);
            Comparison.requireSame(fluxes, reference, wanted, circumstances);
        }
        return "same bits for " + subsets.size() + " choices of wanted fields";
    }

    /** Returns all choices of fields that are not per group, without and with all that are; these alone, and all but one, too. */
    private static Set<Set<FluxField>> subsets(Set<FluxField> gives) {
        List<FluxField> plain =
                gives.stream().filter(field -> !field.perGroup()).toList();
        List<FluxField> perGroup = gives.stream().filter(FluxField::perGroup).toList();
        Set<Set<FluxField>> subsets = new LinkedHashSet<>();
        for (int subset = 0; subset < 1 << plain.size(); subset++) {
            Set<FluxField> wanted = EnumSet.noneOf(FluxField.class);
            for (int i = 0; i < plain.size(); i++) {
                if ((subset >> i & 1) == 1) {
                    wanted.add(plain.get(i));
                }
            }
            Set<FluxField> withGroups = EnumSet.copyOf(wanted);
            withGroups.addAll(perGroup);
            subsets.add(wanted);
            subsets.add(withGroups);
        }
        for (FluxField field : perGroup) {
            subsets.add(EnumSet.of(field));
            Set<FluxField> others = EnumSet.copyOf(gives);
            others.remove(field);
            subsets.add(others);
        }
        return subsets;
    }

    private static void requireUndeclaredUntouched(
            NeutrinoSource source, SourceDescriptor descriptor, ZoneColumns zones) {
        FluxColumns fluxes = Call.on(zones)
                .into(new FluxColumns(zones.length()).filled(SENTINEL, 0))
                .when("with every field wanted")
                .evaluate(source);
        for (FluxField field : FluxField.values()) {
            if (!descriptor.gives().contains(field)) {
                requireUntouched(fluxes, field);
            }
        }
    }

    private static void requireUntouched(FluxColumns fluxes, FluxField field) {
        for (int axis = 0; axis < fluxes.width(field); axis++) {
            double[] column = fluxes.column(field, axis);
            for (int zone = 0; zone < column.length; zone++) {
                if (column[zone] != SENTINEL) {
                    throw new Violation(FluxColumns.name(field, axis) + " of zone " + zone + " was " + SENTINEL
                            + " before the call and is " + column[zone] + " after it; the descriptor does not give "
                            + field + ", so it must stay");
                }
            }
        }
    }
}
