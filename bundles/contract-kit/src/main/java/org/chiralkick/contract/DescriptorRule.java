package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;

/** R1: the descriptor is stable, complete and true, and the service property has its name. */
final class DescriptorRule extends NumberedRule {
    private static final int CALLS = 50;
    private static final long NEGATIVE_ZERO = 0x8000_0000_0000_0000L;
    private static final long SIGNALLING_NAN = 0x7ff0_0000_c0ff_ee00L;

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

    /**
     * A contribution of zero is a contribution: a current may vanish in every state under one closure and not under others. It shows on
     * two kinds of columns: one holds -0.0, of which adding +0.0 makes +0.0, the other a signalling NaN, which every addition
     * makes a quiet one.
     */
    private static void requireTrue(NeutrinoSource source, SourceDescriptor descriptor) {
        Set<FluxField> untouched = EnumSet.noneOf(FluxField.class);
        untouched.addAll(descriptor.gives());
        int zones = 0;
        for (ZoneColumns states : new ZoneColumns[] {ProbeStates.broad(200, 1), ProbeStates.edges()}) {
            for (long before : new long[] {NEGATIVE_ZERO, SIGNALLING_NAN}) {
                FluxColumns fluxes = Call.on(states)
                        .into(new FluxColumns(states.length()).filled(Double.longBitsToDouble(before), 0))
                        .when("in one of " + states.length() + " states with every field given")
                        .evaluate(source);
                untouched.removeIf(field -> touched(fluxes, field, before));
            }
            zones += states.length();
        }
        if (!untouched.isEmpty()) {
            throw new Violation("descriptor says it gives " + untouched + ", which no state of " + zones
                    + " changes; must leave out of gives(...) what it never gives");
        }
    }

    private static boolean touched(FluxColumns fluxes, FluxField field, long before) {
        for (int axis = 0; axis < fluxes.width(field); axis++) {
            for (double value : fluxes.column(field, axis)) {
                if (Double.doubleToRawLongBits(value) != before) {
                    return true;
                }
            }
        }
        return false;
    }
}
