package org.chiralkick.chiral;

import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;

/**
 * Reads JSON text through JSON-B into JSON values that keep their type: binding straight to records would turn 8.7 into 8 and
 * forget where a value stood.
 */
final class JsonText {
    private JsonText() {}

    /**
     * Returns the value that the text holds.
     *
     * @throws IllegalArgumentException if it is not JSON
     */
    static JsonValue parse(String text) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // JSON-B and JSON-P look for their implementation there; in OSGi it stands beside the JSON-B interfaces.
        thread.setContextClassLoader(Jsonb.class.getClassLoader());
        try {
            return JsonbBuilder.create().fromJson(text, JsonStructure.class);
        } catch (JsonbException e) {
            throw new IllegalArgumentException("settings are not JSON: " + rootMessage(e), e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage());
    }
}
