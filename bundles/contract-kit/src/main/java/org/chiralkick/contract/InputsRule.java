package org.chiralkick.contract;

import java.util.EnumSet;
import java.util.Set;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;

/** R2: it reads required fields, optional ones where they are given, and no others. */
final class InputsRule extends NumberedRule {
    InputsRule() {
        super(2, "reads only the fields it declares");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        ZoneColumns zones = ProbeStates.broad(60, 2);
        Set<ZoneField> required = set(descriptor.required(descriptor.gives()));
        Set<ZoneField> declared = set(required);
        declared.addAll(descriptor.optional().keySet());

        evaluate(source, zones, required, "with its required fields given and no others");
        for (ZoneField field : descriptor.optional().keySet()) {
            Set<ZoneField> withOne = set(required);
            withOne.add(field);
            evaluate(source, zones, withOne, "with its required fields and " + field + " given");
            Set<ZoneField> withoutOne = set(declared);
            withoutOne.remove(field);
            evaluate(source, zones, withoutOne, "with all its declared fields but " + field + " given");
        }
        if (!descriptor.requiredFor().isEmpty()) {
            requireNoMoreThanForTheOutput(source, descriptor, zones);
        }
        FluxColumns reference =
                evaluate(source, zones, declared, "with its required and optional fields given and no others");
        requireIndependentOfTheRest(source, zones, declared, reference);
        return required.size() + " required and " + descriptor.optional().size()
                + " optional fields, given and not given, and nothing else is read";
    }

    /** A host that asks for one output gives what that one needs, and one that asks for none what all need. */
    private static void requireNoMoreThanForTheOutput(
            NeutrinoSource source, SourceDescriptor descriptor, ZoneColumns zones) {
        evaluate(source, zones, EnumSet.noneOf(FluxField.class), descriptor, "with nothing wanted");
        for (FluxField output : descriptor.gives()) {
            evaluate(source, zones, EnumSet.of(output), descriptor, "with only " + output + " wanted");
        }
    }

    private static void evaluate(
            NeutrinoSource source,
            ZoneColumns zones,
            Set<FluxField> wanted,
            SourceDescriptor descriptor,
            String circumstances) {
        Call.on(zones)
                .giving(set(descriptor.required(wanted)))
                .wanting(wanted)
                .when(circumstances + " and only the fields required for that given")
                .evaluate(source);
    }

    private static void requireIndependentOfTheRest(
            NeutrinoSource source, ZoneColumns zones, Set<ZoneField> declared, FluxColumns reference) {
        for (ZoneField field : EnumSet.complementOf(EnumSet.copyOf(declared.isEmpty() ? none() : declared))) {
            Set<ZoneField> withAnother = set(declared);
            withAnother.add(field);
            String circumstances = "with " + field + " given, which its descriptor does not declare";
            FluxColumns fluxes = evaluate(source, zones, withAnother, circumstances);
            Comparison.requireSame(fluxes, reference, circumstances);
        }
    }

    private static FluxColumns evaluate(
            NeutrinoSource source, ZoneColumns zones, Set<ZoneField> given, String circumstances) {
        return Call.on(zones).giving(given).when(circumstances).evaluate(source);
    }

    private static Set<ZoneField> none() {
        return EnumSet.noneOf(ZoneField.class);
    }

    private static Set<ZoneField> set(Set<ZoneField> fields) {
        Set<ZoneField> copy = none();
        copy.addAll(fields);
        return copy;
    }
}
