package org.chiralkick.host.json;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.JsonValue.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoublePredicate;
import java.util.stream.Collectors;

/**
 * A JSON object that is read key by key: a value of the wrong type or out of range is a problem with its path and what is allowed,
 * and a key that is none of the allowed ones is a problem as well.
 */
public final class StrictObject {
    private final String path;
    private final JsonObject object;
    private final Problems problems;

    /**
     * Opens an object.
     *
     * @param path where it stands in the document; empty at the top
     * @param keys the keys it may have
     */
    public StrictObject(String path, JsonObject object, Set<String> keys, Problems problems) {
        this.path = path;
        this.object = object;
        this.problems = problems;
        for (String key : object.keySet()) {
            if (!keys.contains(key)) {
                problems.add(
                        pathOf(key),
                        "is not known" + NearestName.hint(key, keys) + "; the keys here are " + new TreeSet<>(keys));
            }
        }
    }

    /** Returns a text, or empty where it is not given. */
    public Optional<String> text(String key) {
        return typed(key, ValueType.STRING, "must be a text in quotes").map(value -> ((JsonString) value).getString());
    }

    /** Returns the index of a text among the choices, or empty where it is not given. */
    public Optional<String> choice(String key, List<String> choices) {
        return text(key).filter(value -> {
            boolean known = choices.contains(value);
            if (!known) {
                problems.add(
                        pathOf(key),
                        "is '" + value + "'" + NearestName.hint(value, choices) + "; must be one of " + choices);
            }
            return known;
        });
    }

    /** Returns a number, or empty where it is not given; {@code requirement} says what {@code allowed} tests. */
    public OptionalDouble number(String key, DoublePredicate allowed, String requirement) {
        Optional<JsonValue> value = typed(key, ValueType.NUMBER, "must be a number, " + requirement);
        if (value.isEmpty()) {
            return OptionalDouble.empty();
        }
        double number = ((JsonNumber) value.get()).doubleValue();
        if (!allowed.test(number)) {
            problems.add(pathOf(key), "is " + JsonText.describe(value.get()) + "; must be " + requirement);
            return OptionalDouble.empty();
        }
        return OptionalDouble.of(number);
    }

    /** Returns the object under the key as it stands, or empty where it is not given. */
    public Optional<JsonObject> tree(String key) {
        return typed(key, ValueType.OBJECT, "must be an object { ... }").map(JsonValue::asJsonObject);
    }

    /** Opens the object under the key, or returns empty where it is not given. */
    public Optional<StrictObject> object(String key, Set<String> keys) {
        return tree(key).map(child -> new StrictObject(pathOf(key), child, keys, problems));
    }

    /** Returns the object under the key as texts by name; empty where it is not given. */
    public Map<String, String> texts(String key) {
        return tree(key).map(child -> textsOf(pathOf(key), child)).orElse(Map.of());
    }

    /** Returns the object under the key as finite numbers by name; empty where it is not given. */
    public Map<String, Double> numbers(String key) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        tree(key).ifPresent(child -> {
            StrictObject reader = new StrictObject(pathOf(key), child, child.keySet(), problems);
            child.keySet()
                    .forEach(name -> reader.number(name, Double::isFinite, "finite")
                            .ifPresent(value -> numbers.put(name, value)));
        });
        return numbers;
    }

    /** Returns the keys that are given, in their order. */
    public List<String> keys() {
        return List.copyOf(object.keySet());
    }

    private Map<String, String> textsOf(String childPath, JsonObject child) {
        StrictObject reader = new StrictObject(childPath, child, child.keySet(), problems);
        return child.keySet().stream()
                .filter(name -> reader.text(name).isPresent())
                .collect(
                        Collectors.toMap(name -> name, child::getString, (first, second) -> first, LinkedHashMap::new));
    }

    private Optional<JsonValue> typed(String key, ValueType type, String requirement) {
        JsonValue value = object.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value.getValueType() != type) {
            problems.add(pathOf(key), "is " + JsonText.describe(value) + "; " + requirement);
            return Optional.empty();
        }
        return Optional.of(value);
    }

    private String pathOf(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
