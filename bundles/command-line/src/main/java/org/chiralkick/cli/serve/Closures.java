package org.chiralkick.cli.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.closure.InForce;

/** What mechanisms are called, and in which choices they differ. */
final class Closures {
    private static final String NOT_GIVEN = "not given";

    private Closures() {}

    /** Returns names and versions, joined by {@code +}. */
    static String names(List<SourceDescriptor> sources) {
        return sources.stream()
                .map(source -> source.name() + " " + source.version())
                .collect(Collectors.joining(" + "));
    }

    /** Returns what is in force differently, as {@code "share: composition to equilibrium"}; empty for nothing. */
    static String difference(List<SourceDescriptor> before, List<SourceDescriptor> after) {
        Map<String, String> old = of(before);
        Map<String, String> now = of(after);
        Set<String> both = declared(before);
        both.retainAll(declared(after));
        List<String> changed = new ArrayList<>();
        for (String name : both) {
            String was = old.getOrDefault(name, NOT_GIVEN);
            String is = now.getOrDefault(name, NOT_GIVEN);
            if (!was.equals(is)) {
                changed.add(name + ": " + was + " to " + is);
            }
        }
        return String.join(", ", changed);
    }

    private static Map<String, String> of(List<SourceDescriptor> sources) {
        InForce inForce = new InForce(sources);
        Map<String, String> all = new LinkedHashMap<>();
        for (SourceDescriptor source : sources) {
            source.closures().forEach((kind, choice) -> all.put(inForce.label(source, kind), choice));
        }
        inForce.parameters().forEach((name, value) -> all.put(name, Double.toString(value)));
        return all;
    }

    private static Set<String> declared(List<SourceDescriptor> sources) {
        InForce inForce = new InForce(sources);
        Set<String> names = new LinkedHashSet<>();
        for (SourceDescriptor source : sources) {
            source.declared().closures().forEach(closure -> names.add(inForce.label(source, closure.kind())));
            source.declared().parameters().forEach(parameter -> names.add(inForce.label(source, parameter.name())));
        }
        return names;
    }
}
