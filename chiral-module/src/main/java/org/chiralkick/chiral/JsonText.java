package org.chiralkick.chiral;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/**
 * Reads JSON text into JSON values that keep their type: binding to records would turn 8.7 into 8 and forget where a value stood.
 * So it takes JSON-P, on which JSON-B stands; to start JSON-B's mapper only for this would cost a native host 30 ms of its start.
 * What a reader lets pass, a key said twice or text after the end, is refused before.
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
        // JSON-P looks for its implementation there; in OSGi it stands beside the interfaces.
        thread.setContextClassLoader(Json.class.getClassLoader());
        try {
            requireStrictSyntax(text);
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readValue();
            }
        } catch (JsonException e) {
            // No cause: its message is in this one, and whoever shows the root cause should show this.
            throw new IllegalArgumentException("settings are not JSON: " + rootMessage(e));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static void requireStrictSyntax(String text) {
        Deque<Set<String>> keys = new ArrayDeque<>();
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            while (parser.hasNext()) {
                switch (parser.next()) {
                    case START_OBJECT -> keys.push(new HashSet<>());
                    case END_OBJECT -> keys.pop();
                    case KEY_NAME -> {
                        if (!keys.element().add(parser.getString())) {
                            throw new JsonException("key '" + parser.getString() + "' is given twice");
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private static String rootMessage(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).strip().replaceAll("\\s+", " ");
    }
}
