package org.chiralkick.matter;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Objects;

/** Golden values: computed at 50 digits, kept as text of 34; a plain JSON number means exactly that double. */
public final class Golden {
    private Golden() {}

    /** Returns the object of {@code golden/NAME.json} in the test resources. */
    public static JsonObject read(String name) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name + ".json"));
                var reader = Json.createReader(in)) {
            return reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value to all its digits. */
    static BigDecimal exact(JsonObject row, String key) {
        JsonValue value = Objects.requireNonNull(row.get(key), key);
        return value instanceof JsonString text
                ? new BigDecimal(text.getString())
                : new BigDecimal(((JsonNumber) value).doubleValue());
    }

    static double number(JsonObject row, String key) {
        return exact(row, key).doubleValue();
    }
}
