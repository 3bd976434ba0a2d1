package org.chiralkick.cli.serve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.source.SourceDescriptor;

/** What mechanisms are called, and in which closures they differ. */
final class Closures {
    private Closures() {}

    /** Returns names and versions, joined by {@code +}. */
    static String names(List<SourceDescriptor> sources) {
        return sources.stream()
                .map(source -> source.name() + " " + source.version())
                .collect(Collectors.joining(" + "));
    }

    /** Returns the closures that are in both and differ, as {@code "share: composition to equilibrium"}; empty for none. */
    static String difference(List<SourceDescriptor> before, List<SourceDescriptor> after) {
        Map<String, String> old = of(before);
        List<String> changed = new ArrayList<>();
        of(after).forEach((kind, choice) -> {
            String was = old.getOrDefault(kind, choice);
            if (!was.equals(choice)) {
                changed.add(kind + ": " + was + " to " + choice);
            }
        });
        return String.join(", ", changed);
    }

    private static Map<String, String> of(List<SourceDescriptor> sources) {
        Map<String, String> all = new LinkedHashMap<>();
        sources.forEach(source -> all.putAll(source.closures()));
        return all;
    }
}
