package org.chiralkick.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is chosen of a mechanism, or, from {@link Declarations#resolve}, all that is in force in an instance of it; immutable.
 *
 * <p>An instance gets it as properties of its component and of its configuration: {@value NeutrinoSource#PRESET}, {@value
 * NeutrinoSource#CLOSURE} + kind, {@value NeutrinoSource#PARAMETER} + name. A mechanism reads them by
 *
 * <pre>{@code
 * Settings inForce = DECLARED.resolve(Settings.of(properties));
 * }</pre>
 *
 * @param preset name of the preset that the others override; empty for none
 * @param closures kind to choice; never {@code recoil}, which is the coupling's
 * @param parameters name to value, finite, in the unit that the mechanism declares
 */
public record Settings(String preset, Map<String, String> closures, Map<String, Double> parameters) {
    private static final Settings NONE = new Settings("", Map.of(), Map.of());
    private static final String PREFIX = "chiralkick.source.";

    /**
     * Keeps its own copies, in the order given.
     *
     * @throws IllegalArgumentException if a closure is the coupling's own, or a parameter not finite
     */
    public Settings {
        closures = Collections.unmodifiableMap(new LinkedHashMap<>(closures));
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
        closures.keySet().forEach(kind -> DeclaredNames.requireFree("closure", kind));
        parameters.forEach((name, value) -> {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("parameter " + name + " is " + value + "; must be finite");
            }
        });
    }

    /** Returns the settings of who chooses nothing. */
    public static Settings none() {
        return NONE;
    }

    /**
     * Returns what the properties of a component choose.
     *
     * @param properties of any kind; those that do not begin with {@code chiralkick.source.} are somebody else's. Numbers may be given
     *     as text, as files of properties have them
     * @throws IllegalArgumentException if a property that does is none of a mechanism, or a parameter is no finite number
     */
    public static Settings of(Map<String, ?> properties) {
        String preset = "";
        Map<String, String> closures = new LinkedHashMap<>();
        Map<String, Double> parameters = new LinkedHashMap<>();
        for (Map.Entry<String, ?> property : new TreeMap<>(properties).entrySet()) {
            String key = property.getKey();
            String text = String.valueOf(property.getValue());
            if (key.equals(NeutrinoSource.PRESET)) {
                preset = text;
            } else if (key.startsWith(NeutrinoSource.CLOSURE)) {
                closures.put(key.substring(NeutrinoSource.CLOSURE.length()), text);
            } else if (key.startsWith(NeutrinoSource.PARAMETER)) {
                parameters.put(key.substring(NeutrinoSource.PARAMETER.length()), number(key, text));
            } else if (key.startsWith(PREFIX)
                    && !key.equals(NeutrinoSource.NAME)
                    && !key.equals(NeutrinoSource.CONFIGURATION)) {
                throw new IllegalArgumentException("property " + key + " is none of a mechanism; must be "
                        + NeutrinoSource.PRESET + ", " + NeutrinoSource.CLOSURE + "KIND or " + NeutrinoSource.PARAMETER
                        + "NAME");
            }
        }
        return new Settings(preset, closures, parameters);
    }

    private static double number(String key, String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("property " + key + " is '" + text + "'; must be a number", e);
        }
    }

    /** Returns these settings as properties of a component's configuration: the other way of {@link #of}. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        if (!preset.isEmpty()) {
            properties.put(NeutrinoSource.PRESET, preset);
        }
        closures.forEach((kind, choice) -> properties.put(NeutrinoSource.CLOSURE + kind, choice));
        parameters.forEach((name, value) -> properties.put(NeutrinoSource.PARAMETER + name, value));
        return properties;
    }

    /** Returns whether nothing is chosen. */
    public boolean isEmpty() {
        return preset.isEmpty() && closures.isEmpty() && parameters.isEmpty();
    }

    /** Returns these settings with another preset; empty for none. */
    public Settings withPreset(String name) {
        return new Settings(name, closures, parameters);
    }

    /** Returns these settings with one closure replaced. */
    public Settings withClosure(String kind, String choice) {
        Map<String, String> more = new LinkedHashMap<>(closures);
        more.put(kind, choice);
        return new Settings(preset, more, parameters);
    }

    /** Returns these settings with one parameter replaced. */
    public Settings withParameter(String name, double value) {
        Map<String, Double> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new Settings(preset, closures, more);
    }

    /** Returns these settings as words, such as {@code "preset strong, spread=narrow, strength=2.0"}; {@code "defaults"} for none. */
    @Override
    public String toString() {
        if (isEmpty()) {
            return "defaults";
        }
        List<String> words = new ArrayList<>();
        if (!preset.isEmpty()) {
            words.add("preset " + preset);
        }
        closures.forEach((kind, choice) -> words.add(kind + "=" + choice));
        parameters.forEach((name, value) -> words.add(name + "=" + value));
        return String.join(", ", words);
    }
}
