package org.chiralkick.source;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All that one can choose of a mechanism; immutable. It is the same whatever is in force. Hosts, tables, menus and checks read it
 * here, and nobody else keeps a list of a mechanism's choices.
 *
 * @param closures each kind once, in the order in which they are shown
 * @param parameters each name once, none that is a kind of closure, too
 * @param presets each name once, of closures and parameters that are declared
 */
public record Declarations(List<Closure> closures, List<Parameter> parameters, List<Preset> presets) {
    /**
     * Keeps its own copies.
     *
     * @throws IllegalArgumentException if a name is declared twice, or a preset names what is not declared
     */
    public Declarations {
        closures = List.copyOf(closures);
        parameters = List.copyOf(parameters);
        presets = List.copyOf(presets);
        Set<String> names = new HashSet<>();
        closures.forEach(closure -> requireNew(names, closure.kind()));
        parameters.forEach(parameter -> requireNew(names, parameter.name()));
        Set<String> presetNames = new HashSet<>();
        for (Preset preset : presets) {
            requireNew(presetNames, preset.name());
            requireDeclared(closures, parameters, "preset " + preset.name(), preset.closures(), preset.parameters());
        }
    }

    /** Returns the declarations of a mechanism that leaves nothing to choose. */
    public static Declarations none() {
        return new Declarations(List.of(), List.of(), List.of());
    }

    /** Returns whether there is nothing to choose. */
    public boolean isEmpty() {
        return closures.isEmpty() && parameters.isEmpty() && presets.isEmpty();
    }

    /** Returns the closure of this kind, or empty if there is none; the kind is not null, as all arguments here. */
    public Optional<Closure> closure(String kind) {
        return find(closures, kind);
    }

    /** Returns the parameter of this name, or empty if there is none. */
    public Optional<Parameter> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /** Returns the preset of this name, or empty if there is none. */
    public Optional<Preset> preset(String name) {
        return presets.stream().filter(preset -> preset.name().equals(name)).findFirst();
    }

    /**
     * Returns all that is in force where something is chosen: what is chosen by itself comes before the preset, and that before the
     * defaults. A parameter without a default is there where it is given.
     *
     * @param chosen preset, closures and parameters that are declared here
     * @throws IllegalArgumentException if something is chosen that is not declared; with its value and what is allowed
     */
    public Settings resolve(Settings chosen) {
        Map<String, String> choices = new LinkedHashMap<>();
        Map<String, Double> values = new LinkedHashMap<>();
        closures.forEach(closure -> choices.put(closure.kind(), closure.defaultChoice()));
        parameters.stream()
                .filter(Parameter::hasDefault)
                .forEach(parameter -> values.put(parameter.name(), parameter.defaultValue()));
        if (!chosen.preset().isEmpty()) {
            Preset preset = preset(chosen.preset())
                    .orElseThrow(() -> new IllegalArgumentException("preset is '" + chosen.preset() + "'; "
                            + oneOf(presets.stream().map(Preset::name).toList())));
            choices.putAll(preset.closures());
            values.putAll(preset.parameters());
        }
        requireDeclared(closures, parameters, "", chosen.closures(), chosen.parameters());
        choices.putAll(chosen.closures());
        values.putAll(chosen.parameters());
        return new Settings(chosen.preset(), choices, values);
    }

    /** Refuses what is no complete choice of what is declared here. */
    void requireInForce(String who, Settings inForce) {
        requireDeclared(closures, parameters, who, inForce.closures(), inForce.parameters());
        if (!inForce.preset().isEmpty() && preset(inForce.preset()).isEmpty()) {
            throw new IllegalArgumentException(
                    who + " has preset '" + inForce.preset() + "', which is not declared; declare it");
        }
        for (Closure closure : closures) {
            if (!inForce.closures().containsKey(closure.kind())) {
                throw new IllegalArgumentException(who + " declares closure " + closure.kind()
                        + " and has no choice of it in force; must name one of " + closure.names());
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.hasDefault() && !inForce.parameters().containsKey(parameter.name())) {
                throw new IllegalArgumentException(who + " declares parameter " + parameter.name()
                        + " with a default and has no value of it in force; must name one");
            }
        }
    }

    private static String oneOf(List<String> names) {
        return names.isEmpty() ? "there is none to choose" : "must be one of " + names;
    }

    /** @param who has what is checked; empty where somebody chooses it */
    private static void requireDeclared(
            List<Closure> closures,
            List<Parameter> parameters,
            String who,
            Map<String, String> chosen,
            Map<String, Double> values) {
        chosen.forEach((kind, choice) -> {
            Closure closure = find(closures, kind)
                    .orElseThrow(() -> undeclared(
                            who,
                            "closure '" + kind + "'",
                            closures.stream().map(Closure::kind).toList()));
            if (closure.named(choice).isEmpty()) {
                throw new IllegalArgumentException(
                        is(who, "closure " + kind) + "'" + choice + "'; must be one of " + closure.names());
            }
        });
        values.forEach((name, value) -> {
            Parameter parameter = parameters.stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> undeclared(
                            who,
                            "parameter '" + name + "'",
                            parameters.stream().map(Parameter::name).toList()));
            if (!parameter.range().contains(value)) {
                throw new IllegalArgumentException(
                        is(who, "parameter " + name) + value + "; must be " + parameter.requirement());
            }
        });
    }

    private static String is(String who, String what) {
        return who.isEmpty() ? what + " is " : who + " has " + what + " ";
    }

    private static IllegalArgumentException undeclared(String who, String what, List<String> declared) {
        return new IllegalArgumentException((who.isEmpty() ? what + " is" : who + " has " + what + ", which is")
                + " not declared; " + oneOf(declared));
    }

    private static Optional<Closure> find(List<Closure> closures, String kind) {
        return closures.stream().filter(closure -> closure.kind().equals(kind)).findFirst();
    }

    private static void requireNew(Set<String> names, String name) {
        if (!names.add(name)) {
            throw new IllegalArgumentException("'" + name + "' is declared twice; declare each name once");
        }
    }
}
