package org.chiralkick.host.internal.block;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;

/** Outputs that a host asks for and no source in force gives. */
public final class MissingOutputs {
    private static final FluxField[] ALL = FluxField.values();

    private MissingOutputs() {}

    /** Returns the outputs among those wanted that none of the sources gives; none where there is no source, or a control among them. */
    public static Set<FluxField> of(List<SourceDescriptor> sources, Set<FluxField> wanted) {
        Set<FluxField> missing = EnumSet.noneOf(FluxField.class);
        if (!sources.isEmpty() && sources.stream().noneMatch(SourceDescriptor::isControl)) {
            missing.addAll(wanted);
            sources.forEach(source -> missing.removeAll(source.gives()));
        }
        return missing;
    }

    /** Returns the outputs of a set of bits, by their ordinals. */
    public static Set<FluxField> ofBits(long bits) {
        Set<FluxField> outputs = EnumSet.noneOf(FluxField.class);
        for (FluxField field : ALL) {
            if ((bits >>> field.ordinal() & 1) != 0) {
                outputs.add(field);
            }
        }
        return outputs;
    }

    /**
     * Returns why outputs are refused: a sentence that names them, the sources in force, and those that would give them.
     *
     * @param installed what all mechanisms that are there declare; asked here only
     */
    public static String refusal(
            Set<FluxField> missing, List<SourceDescriptor> inForce, Supplier<List<SourceDescriptor>> installed) {
        List<SourceDescriptor> others = installed.get();
        return "source " + names(inForce) + " does not give "
                + missing.stream()
                        .map(field -> Planner.words(field) + " (" + givers(field, others) + ")")
                        .collect(Collectors.joining(", "))
                + ", bound as output; bind only what is given, let a source act that gives it, or choose"
                + " \"missing-output\": \"warn\" in the configuration to have zeros";
    }

    /** Returns why sources may not take the place of others, and what to do: the end of a sentence that names them. */
    public static String objection(Set<FluxField> missing) {
        return "it does not give " + missing.stream().map(Planner::words).collect(Collectors.joining(", "))
                + ", bound as output; put a bundle in its place that does, bind only what it gives, or choose \"missing-output\":"
                + " \"warn\" in the configuration to have zeros";
    }

    /** Returns what stands for outputs that nobody gives. */
    static String assumption(Set<FluxField> missing) {
        return missing.stream().map(Planner::words).collect(Collectors.joining(", "))
                + " asked for and given by no source in force: set to 0";
    }

    private static String givers(FluxField field, List<SourceDescriptor> installed) {
        List<SourceDescriptor> givers = installed.stream()
                .filter(source -> source.gives().contains(field))
                .toList();
        return givers.isEmpty() ? "no mechanism that is installed does" : "given by " + names(givers);
    }

    private static String names(List<SourceDescriptor> sources) {
        return sources.stream().map(SourceDescriptor::name).collect(Collectors.joining("+"));
    }
}
