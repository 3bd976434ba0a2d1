package org.chiralkick.chiral.support;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The golden files: values computed at 50 digits, independently of this code. */
public final class Golden {
    private static final String FOLDER = "/golden/";

    private Golden() {}

    /** Returns the JSON object in a golden file. */
    public static JsonObject read(String file) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(FOLDER + file));
                JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns all states of states.json. */
    public static List<GoldenState> states() {
        return read("states.json").getJsonArray("states").getValuesAs(JsonObject.class).stream()
                .map(GoldenState::new)
                .toList();
    }

    /** Returns the state whose id begins so, such as {@code "E19"}. */
    public static GoldenState state(String idPrefix) {
        return states().stream()
                .filter(state -> state.id().startsWith(idPrefix))
                .findFirst()
                .orElseThrow();
    }

    /** Returns a number that stands in the file as a number or as text. */
    public static double number(JsonObject object, String key) {
        return number(Objects.requireNonNull(object.get(key), key));
    }

    /** Returns a vector of three numbers. */
    public static double[] vector(JsonObject object, String key) {
        JsonArray array = object.getJsonArray(key);
        return array.stream().mapToDouble(Golden::number).toArray();
    }

    private static double number(JsonValue value) {
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        return Double.parseDouble(((JsonString) value).getString());
    }
}
