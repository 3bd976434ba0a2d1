package org.chiralkick.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A named set of closures and parameters of a mechanism; immutable. What it does not name is as by default, and what is chosen
 * beside it overrides it.
 *
 * @param name as configurations and results show it: lower case letters, digits and hyphens
 * @param meaning what it stands for, a sentence in one line
 * @param closures kind to choice
 * @param parameters name to value, in the unit of the parameter
 */
public record Preset(String name, String meaning, Map<String, String> closures, Map<String, Double> parameters) {
    /**
     * Keeps its own copies, in the order given.
     *
     * @throws IllegalArgumentException if the name is ill-formed, or the meaning blank or of several lines
     */
    public Preset {
        DeclaredNames.require("preset", name);
        DeclaredNames.requireSentence("preset " + name, meaning);
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Makes a preset of closures alone. */
    public Preset(String name, String meaning, Map<String, String> closures) {
        this(name, meaning, closures, Map.of());
    }
}
