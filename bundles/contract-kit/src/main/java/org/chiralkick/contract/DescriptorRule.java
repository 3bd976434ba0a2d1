package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** R1: the descriptor is stable, complete and true, and the service property has its name. */
final class DescriptorRule extends NumberedRule {
    private static final int CALLS = 50;

    DescriptorRule() {
        super(1, "describes itself: stable, complete, true");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        requireStable(source, descriptor);
        requireComplete(descriptor);
        requireName(descriptor, facts);
        requireTrue(source, descriptor);
        return descriptor + ", " + (descriptor.gives().isEmpty() ? "a control" : "gives " + descriptor.gives());
    }

    private static void requireStable(NeutrinoSource source, SourceDescriptor descriptor) {
        for (int call = 2; call <= CALLS; call++) {
            SourceDescriptor next = describe(source);
            if (!descriptor.equals(next)) {
                throw new Violation("describe() returned " + descriptor + " at first and another descriptor, " + next
                        + ", at call " + call + "; must be equal");
            }
        }
    }

    private static void requireComplete(SourceDescriptor descriptor) {
        if (descriptor.gives().isEmpty()
                && !(descriptor.required().isEmpty() && descriptor.optional().isEmpty())) {
            throw new Violation("descriptor takes " + descriptor.required() + " and "
                    + descriptor.optional().keySet() + " and gives nothing; must give at least one field, or take none"
                    + " if it is a control");
        }
    }

    private static void requireName(SourceDescriptor descriptor, ServiceFacts facts) {
        if (facts.registered() && !descriptor.name().equals(facts.nameProperty())) {
            throw new Violation("service property " + NeutrinoSource.NAME + " is " + facts.nameProperty()
                    + "; must be the descriptor's name, " + descriptor.name());
        }
    }

    /** Fluxes start from -0.0, whose sign a contribution of +0.0 already changes: adding nothing is told from not adding. */
    private static void requireTrue(NeutrinoSource source, SourceDescriptor descriptor) {
        Set<FluxField> untouched = EnumSet.noneOf(FluxField.class);
        untouched.addAll(descriptor.gives());
        int zones = 0;
        for (ZoneColumns states : new ZoneColumns[] {ProbeStates.broad(200, 1), ProbeStates.edges()}) {
            FluxColumns fluxes = Call.on(states)
                    .into(new FluxColumns(states.length()).filled(-0.0, 0))
                    .when("in one of " + states.length() + " states with every field given")
                    .evaluate(source);
            untouched.removeIf(field -> touched(fluxes, field));
            zones += states.length();
        }
        if (!untouched.isEmpty()) {
            throw new Violation("descriptor says it gives " + untouched + ", which no state of " + zones
                    + " changes; must leave out of gives(...) what it never gives");
        }
    }

    private static boolean touched(FluxColumns fluxes, FluxField field) {
        for (int axis = 0; axis < field.components(); axis++) {
            for (double value : fluxes.column(field, axis)) {
                if (Double.doubleToRawLongBits(value) != Double.doubleToRawLongBits(-0.0)) {
                    return true;
                }
            }
        }
        return false;
    }
}
