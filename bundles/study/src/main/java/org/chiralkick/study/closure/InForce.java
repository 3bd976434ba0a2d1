package org.chiralkick.study.closure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.SourceDescriptor;

/**
 * What is in force of mechanisms that act together. A closure or parameter goes by its own name where one mechanism alone has it, and
 * by {@code MECHANISM.NAME} where several do; the command line takes both.
 *
 * @param sources the mechanisms, as they are
 */
public record InForce(List<SourceDescriptor> sources) {
    /** The coupling's own closure. */
    public static final String RECOIL = "recoil";

    public InForce {
        sources = List.copyOf(sources);
    }

    /**
     * A row of a table of what is in force.
     *
     * @param name of the closure or parameter
     * @param value the choice, or the number with its unit
     * @param meaning what it assumes
     */
    public record Row(String name, String value, String meaning) {}

    /** Returns the name under which a closure or parameter of a mechanism is shown. */
    public String label(SourceDescriptor source, String name) {
        long owners = sources.stream()
                .filter(other -> other.declared().closure(name).isPresent()
                        || other.declared().parameter(name).isPresent())
                .count();
        return owners > 1 ? source.name() + "." + name : name;
    }

    /** Returns the closures in force, kind to choice, the coupling's recoil geometry last. */
    public Map<String, String> closures(CouplingConfig config) {
        Map<String, String> closures = new LinkedHashMap<>(choices());
        closures.put(RECOIL, config.recoil().geometry().label());
        return closures;
    }

    /** Returns the mechanisms' closures in force, kind to choice. */
    public Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        for (SourceDescriptor source : sources) {
            source.closures().forEach((kind, choice) -> choices.put(label(source, kind), choice));
        }
        return choices;
    }

    /** Returns the parameters in force, name to value in the unit declared. */
    public Map<String, Double> parameters() {
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (SourceDescriptor source : sources) {
            source.parameters().forEach((name, value) -> parameters.put(label(source, name), value));
        }
        return parameters;
    }

    /** Returns the presets in force, with the mechanism's name where there are several; empty where none has one. */
    public String preset() {
        List<SourceDescriptor> having =
                sources.stream().filter(source -> !source.preset().isEmpty()).toList();
        return having.size() == 1
                ? having.get(0).preset()
                : having.stream()
                        .map(source -> source.name() + "." + source.preset())
                        .collect(Collectors.joining(" + "));
    }

    /** Returns {@code ", preset consistent"}, or an empty string where no mechanism has a preset. */
    public String presetWords() {
        return preset().isEmpty() ? "" : ", preset " + preset();
    }

    /** Returns everything in force with what it means: closures, then parameters, the recoil geometry last. */
    public List<Row> rows(CouplingConfig config) {
        List<Row> rows = new ArrayList<>();
        for (SourceDescriptor source : sources) {
            source.closures()
                    .forEach((kind, choice) -> rows.add(new Row(
                            label(source, kind),
                            choice,
                            source.declared()
                                    .closure(kind)
                                    .flatMap(closure -> closure.named(choice))
                                    .map(Closure.Choice::meaning)
                                    .orElse(""))));
            for (Parameter parameter : source.declared().parameters()) {
                Double value = source.parameters().get(parameter.name());
                if (value != null) {
                    rows.add(new Row(
                            label(source, parameter.name()),
                            value + (parameter.unit().equals("1") ? "" : " " + parameter.unit()),
                            parameter.meaning()));
                }
            }
        }
        RecoilGeometry geometry = config.recoil().geometry();
        rows.add(new Row(RECOIL, geometry.label(), geometry.meaning()));
        return rows;
    }
}
