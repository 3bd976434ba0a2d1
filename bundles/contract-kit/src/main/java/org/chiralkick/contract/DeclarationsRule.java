package org.chiralkick.contract;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;

/** R13: what it declares can be chosen, is then in force with the rest as declared, and is evaluated. */
final class DeclarationsRule extends NumberedRule {
    private static final int ZONES = 50;

    DeclarationsRule() {
        super(13, "does what it declares");
    }

    @Override
    String examine(NeutrinoSource source, SourceDescriptor descriptor, ServiceFacts facts) {
        Declarations declared = descriptor.declared();
        if (declared.isEmpty()) {
            return "leaves nothing to choose";
        }
        Instances instances = facts.instances();
        if (instances == null) {
            return counts(declared)
                    + "; whether others than those in force work is examined where it can be configured";
        }
        Configured configured = new Configured(declared, instances);
        String preset = configured.presetByDefault();
        Set<Settings> cases = cases(declared);
        cases.forEach(chosen -> configured.examine(chosen, preset));
        return counts(declared) + ", in " + (cases.size() + 1) + " instances, each as declared and evaluated";
    }

    private static String counts(Declarations declared) {
        int choices = declared.closures().stream()
                .mapToInt(closure -> closure.choices().size())
                .sum();
        return choices + " choices of " + declared.closures().size() + " closures, "
                + declared.parameters().size() + " parameters, "
                + declared.presets().size() + " presets";
    }

    /** Returns every choice and value by itself, every preset, and one choice or value on top of each preset. */
    private static Set<Settings> cases(Declarations declared) {
        Set<Settings> cases = new LinkedHashSet<>();
        for (Closure closure : declared.closures()) {
            closure.names().forEach(name -> cases.add(Settings.none().withClosure(closure.kind(), name)));
        }
        for (Parameter parameter : declared.parameters()) {
            values(parameter).forEach(value -> cases.add(Settings.none().withParameter(parameter.name(), value)));
        }
        for (Preset preset : declared.presets()) {
            Settings its = Settings.none().withPreset(preset.name());
            cases.add(its);
            for (Closure closure : declared.closures()) {
                closure.names().stream()
                        .filter(name ->
                                !name.equals(declared.resolve(its).closures().get(closure.kind())))
                        .limit(1)
                        .forEach(name -> cases.add(its.withClosure(closure.kind(), name)));
            }
            for (Parameter parameter : declared.parameters()) {
                values(parameter).stream()
                        .limit(1)
                        .forEach(value -> cases.add(its.withParameter(parameter.name(), value)));
            }
        }
        return cases;
    }

    /** Returns values worth trying: the ends that belong to the range, one inside, and the default. */
    private static Set<Double> values(Parameter parameter) {
        Parameter.Range range = parameter.range();
        Set<Double> values = new LinkedHashSet<>();
        for (double value : List.of(range.least(), range.most(), inside(range), parameter.defaultValue())) {
            if (range.contains(value)) {
                values.add(value);
            }
        }
        return values;
    }

    private static double inside(Parameter.Range range) {
        double least = range.least() > Double.NEGATIVE_INFINITY ? range.least() : Math.min(range.most(), 0) - 2;
        double most = range.most() < Double.POSITIVE_INFINITY ? range.most() : Math.max(range.least(), 0) + 2;
        return least + (most - least) / 2;
    }

    /**
     * The mechanism under one choice after the other.
     *
     * @param declared what every instance must declare
     */
    private record Configured(Declarations declared, Instances instances) {
        /** Returns the preset of an instance of which nothing is chosen, which must be as it declares by default. */
        String presetByDefault() {
            String preset = describe(Settings.none()).preset();
            examine(Settings.none(), preset);
            return preset;
        }

        /** @param preset in force where nobody names one */
        void examine(Settings chosen, String preset) {
            Settings expected = declared.resolve(chosen.preset().isEmpty() ? chosen.withPreset(preset) : chosen);
            Settings inForce = describe(chosen).inForce();
            if (!inForce.equals(expected)) {
                throw new Violation("in force is " + inForce + " where it is configured with " + chosen
                        + "; by what it declares must be " + expected);
            }
        }

        /** Returns the descriptor of an instance, which declares the same and is evaluated. */
        private SourceDescriptor describe(Settings chosen) {
            NeutrinoSource instance;
            try {
                instance = instances.with(chosen);
            } catch (RuntimeException | LinkageError e) {
                throw new Violation("it does not come up with " + chosen + ", which it declares: " + e.getMessage());
            }
            SourceDescriptor descriptor = NumberedRule.describe(instance);
            if (!descriptor.declared().equals(declared)) {
                throw new Violation("it declares something else where it is configured with " + chosen
                        + "; must declare the same whatever is in force");
            }
            requireFinite(instance, "where it is configured with " + chosen);
            return descriptor;
        }

        private static void requireFinite(NeutrinoSource instance, String when) {
            FluxColumns fluxes =
                    Call.on(ProbeStates.broad(ZONES, 13)).when(when).evaluate(instance);
            for (FluxField field : FluxField.values()) {
                for (int axis = 0; axis < fluxes.width(field); axis++) {
                    for (double value : fluxes.column(field, axis)) {
                        if (!Double.isFinite(value)) {
                            throw new Violation(
                                    FluxColumns.name(field, axis) + " is " + value + " " + when + "; must be finite");
                        }
                    }
                }
            }
        }
    }
}
