package org.chiralkick.it.physics;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.InputStream;
import java.util.Objects;

/** Reference values, computed with 50 digits outside this project. */
final class Golden {
    private Golden() {}

    /** Returns the file of that name in the folder golden of the test resources. */
    static JsonObject file(String name) {
        InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + name), name);
        try (JsonReader reader = Json.createReader(in)) {
            return reader.readObject();
        }
    }

    /** Returns a number, which the files keep as text for its digits. */
    static double number(JsonObject object, String key) {
        return object.get(key) instanceof JsonString text
                ? Double.parseDouble(text.getString())
                : object.getJsonNumber(key).doubleValue();
    }

    /** Returns the exact value of a quantity of the paper, the one whose note contains a text. */
    static double paper(String quantity, String note) {
        return file("paper-numbers.json").getJsonArray("table").getValuesAs(JsonObject.class).stream()
                .filter(row -> row.getString("quantity").equals(quantity)
                        && row.getString("note").contains(note))
                .map(row -> number(row, "exact"))
                .findFirst()
                .orElseThrow();
    }
}
