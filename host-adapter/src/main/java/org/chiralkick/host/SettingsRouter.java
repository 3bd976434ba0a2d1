package org.chiralkick.host;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.json.Problems;
import org.chiralkick.source.Closure;
import org.chiralkick.source.Declarations;
import org.chiralkick.source.Parameter;
import org.chiralkick.source.Preset;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;

/**
 * Gives each source what is chosen for it, by what the sources declare. What was chosen without naming a source goes to the one that
 * declares it; what nobody declares, or more than one does, or what is chosen twice for one source and differs, is a problem. A source
 * that is not there has declared nothing yet: alone it gets what no other takes; where several are missing each gets what is under its
 * name, and {@link #waits} says that there is more to give.
 */
final class SettingsRouter {
    private static final String CLOSURES = "closures.";
    private static final String PARAMETERS = "parameters.";

    private final CouplingConfig config;
    private final List<SourceDescriptor> declared;
    private final List<String> unknown;
    private final Map<String, Settings> settings = new LinkedHashMap<>();
    private final Problems problems = new Problems();
    private Settings waiting = Settings.none();

    /**
     * Routes the settings of a configuration.
     *
     * @param there descriptors of the sources that are there, in any state, the one of highest ranking first: it acts where the
     *     configuration names none
     */
    SettingsRouter(CouplingConfig config, List<SourceDescriptor> there) {
        this.config = config;
        List<String> names = config.sources().isEmpty() ? List.of(highestRanking(there)) : config.sources();
        this.declared =
                there.stream().filter(source -> names.contains(source.name())).toList();
        this.unknown = names.stream().filter(name -> find(name).isEmpty()).toList();
        names.forEach(name -> settings.put(name, config.own().getOrDefault(name, Settings.none())));
        names.forEach(this::checkOwn);
        routePreset();
        config.shared().closures().forEach(this::routeClosure);
        config.shared().parameters().forEach(this::routeParameter);
    }

    private static String highestRanking(List<SourceDescriptor> there) {
        return there.isEmpty() ? "" : there.get(0).name();
    }

    /** Returns what is wrong, a line each with its place in the configuration; empty if nothing is. */
    List<String> problems() {
        return problems.lines();
    }

    /** Returns whether something is chosen for a source that is not there, and it is not clear for which. */
    boolean waits() {
        return !waiting.isEmpty();
    }

    /**
     * Returns the configuration with everything under the name of the source that takes it; what waits for a source stays as it is. What
     * no source takes, or not one alone, is left out.
     */
    CouplingConfig named() {
        String[] names = settings.keySet().toArray(String[]::new);
        return names.length == 1 && names[0].isEmpty()
                ? config
                : config.withSource(names).with(waiting, settings);
    }

    /** Returns the request for these sources. What no source takes, or not one alone, is left out of it. */
    SourceRequest request() {
        if (config.sources().isEmpty()) {
            return SourceRequest.of(List.of(), settings.values().iterator().next());
        }
        return new SourceRequest(config.sources(), settings);
    }

    private void checkOwn(String name) {
        Settings own = config.own().get(name);
        Optional<SourceDescriptor> source = find(name);
        if (own == null || source.isEmpty()) {
            return;
        }
        Declarations its = source.get().declared();
        String place = "sources." + name + ".";
        if (!own.preset().isEmpty() && its.preset(own.preset()).isEmpty()) {
            refusePreset(place + "preset", own.preset(), List.of(source.get()));
        }
        own.closures()
                .forEach((kind, choice) -> its.closure(kind)
                        .ifPresentOrElse(
                                closure -> checkChoice(place + CLOSURES + kind, closure, choice),
                                () -> refuse(place, CLOSURES, kind, List.of(source.get()), List.of())));
        own.parameters()
                .forEach((key, value) -> its.parameter(key)
                        .ifPresentOrElse(
                                parameter -> checkValue(place + PARAMETERS + key, parameter, value),
                                () -> refuse(place, PARAMETERS, key, List.of(source.get()), List.of())));
    }

    private void routePreset() {
        String preset = config.shared().preset();
        if (preset.isEmpty()) {
            return;
        }
        List<SourceDescriptor> takers = takers(its -> its.preset(preset).isPresent());
        if (takers.isEmpty() && unknown.isEmpty()) {
            refusePreset("preset", preset, declared);
        } else if (oneTakes("preset", "preset " + preset, preset, takers)) {
            give(takers, own -> {
                if (own.preset().isEmpty()) {
                    return own.withPreset(preset);
                }
                requireSame("preset", preset, own.preset());
                return own;
            });
        }
    }

    private void routeClosure(String kind, String choice) {
        String place = CLOSURES + kind;
        List<SourceDescriptor> takers = takers(its -> its.closure(kind).isPresent());
        if (takers.isEmpty() && unknown.isEmpty()) {
            refuse("", CLOSURES, kind, declared, List.of(CouplingConfig.RECOIL));
        } else if (oneTakes(place, "closure " + kind, kind, takers)
                && takers.stream()
                        .flatMap(source -> source.declared().closure(kind).stream())
                        .allMatch(closure -> checkChoice(place, closure, choice))) {
            give(takers, own -> {
                String before = own.closures().get(kind);
                if (before == null) {
                    return own.withClosure(kind, choice);
                }
                requireSame(place, choice, before);
                return own;
            });
        }
    }

    private void routeParameter(String name, double value) {
        String place = PARAMETERS + name;
        List<SourceDescriptor> takers = takers(its -> its.parameter(name).isPresent());
        if (takers.isEmpty() && unknown.isEmpty()) {
            refuse("", PARAMETERS, name, declared, List.of());
        } else if (oneTakes(place, "parameter " + name, name, takers)
                && takers.stream()
                        .flatMap(source -> source.declared().parameter(name).stream())
                        .allMatch(parameter -> checkValue(place, parameter, value))) {
            give(takers, own -> {
                Double before = own.parameters().get(name);
                if (before == null) {
                    return own.withParameter(name, value);
                }
                requireSame(place, Double.toString(value), before.toString());
                return own;
            });
        }
    }

    /** Gives something to the one that takes it, or, where nobody there does, to the one that may. */
    private void give(List<SourceDescriptor> takers, UnaryOperator<Settings> what) {
        if (takers.isEmpty() && unknown.size() > 1) {
            waiting = what.apply(waiting);
        } else {
            String receiver = takers.isEmpty() ? unknown.get(0) : takers.get(0).name();
            settings.computeIfPresent(receiver, (same, own) -> what.apply(own));
        }
    }

    private void requireSame(String place, String here, String there) {
        if (!here.equals(there)) {
            problems.add(
                    place, "is '" + here + "' here and '" + there + "' under the name of its source; give it once");
        }
    }

    private List<SourceDescriptor> takers(Predicate<Declarations> takes) {
        return declared.stream().filter(source -> takes.test(source.declared())).toList();
    }

    private boolean oneTakes(String place, String what, String name, List<SourceDescriptor> takers) {
        if (takers.size() < 2) {
            return true;
        }
        String first = takers.get(0).name();
        problems.add(
                place,
                "is taken by several sources (" + names(takers) + "); say whose " + what + " it is, as in " + first
                        + "." + name + " on a command line or under sources." + first + " in a file");
        return false;
    }

    private boolean checkChoice(String place, Closure closure, String choice) {
        if (closure.named(choice).isPresent()) {
            return true;
        }
        problems.add(
                place,
                "is '" + choice + "'" + NearestName.hint(choice, closure.names()) + "; must be one of "
                        + closure.names());
        return false;
    }

    private boolean checkValue(String place, Parameter parameter, double value) {
        if (parameter.range().contains(value)) {
            return true;
        }
        problems.add(place, "is " + value + "; must be " + parameter.requirement());
        return false;
    }

    private void refusePreset(String place, String preset, List<SourceDescriptor> sources) {
        List<String> known = sources.stream()
                .flatMap(source -> source.declared().presets().stream())
                .map(Preset::name)
                .distinct()
                .toList();
        if (known.isEmpty()) {
            problems.add(
                    place,
                    "is '" + preset + "', but no source in use has presets (" + names(sources) + "); leave it out");
        } else {
            problems.add(place, "is '" + preset + "'" + NearestName.hint(preset, known) + "; must be one of " + known);
        }
    }

    /**
     * Refuses what nobody takes.
     *
     * @param where place of the group, empty at the top
     * @param group {@link #CLOSURES} or {@link #PARAMETERS}
     * @param more names that are known there beside those that the sources declare
     */
    private void refuse(String where, String group, String name, List<SourceDescriptor> sources, List<String> more) {
        boolean closures = group.equals(CLOSURES);
        Set<String> known = declaredNames(sources, group);
        known.addAll(more);
        String place = where + group + name;
        if (declaredNames(sources, closures ? PARAMETERS : CLOSURES).contains(name)) {
            problems.add(
                    place,
                    closures
                            ? "is a parameter, not a closure; write it under parameters, or --parameter"
                            : "is a closure, not a parameter; write it under closures, or --closure");
            return;
        }
        String near = NearestName.of(name, known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse("");
        problems.add(
                place,
                "is known to no source in use (" + names(sources) + near + "); "
                        + (known.isEmpty() ? "leave it out" : "there are " + List.copyOf(known)));
    }

    private Optional<SourceDescriptor> find(String name) {
        return declared.stream().filter(source -> source.name().equals(name)).findFirst();
    }

    private static Set<String> declaredNames(List<SourceDescriptor> sources, String group) {
        Set<String> names = new LinkedHashSet<>();
        for (SourceDescriptor source : sources) {
            if (group.equals(CLOSURES)) {
                source.declared().closures().forEach(closure -> names.add(closure.kind()));
            } else {
                source.declared().parameters().forEach(parameter -> names.add(parameter.name()));
            }
        }
        return names;
    }

    private static String names(List<SourceDescriptor> sources) {
        return sources.stream().map(SourceDescriptor::name).collect(Collectors.joining(", "));
    }
}
