package org.chiralkick.cli;

import jakarta.json.Json;
import jakarta.json.stream.JsonParser;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where the keys of a JSON text stand. */
final class JsonPlaces {
    private final String text;
    private final Map<String, Integer> offsets = new LinkedHashMap<>();

    /** Finds the keys of a text, or of its beginning where it is not JSON. */
    JsonPlaces(String text) {
        this.text = text;
        try (JsonParser parser = Json.createParser(new StringReader(text))) {
            read(parser);
        } catch (RuntimeException e) { // of any kind: the parser has no class of its own for what is nested too deeply
            // The message about the syntax has its place in it.
        }
    }

    /**
     * A place in the text.
     *
     * @param line counted from 1
     * @param column counted from 1
     */
    record Place(int line, int column) {}

    /** Returns the place of the key whose path, such as {@code recoil.form}, begins a message or its cause; empty if none does. */
    Optional<Place> of(String message) {
        String named = "";
        for (String path : offsets.keySet()) {
            boolean names = message.startsWith(path + " ") || message.contains(": " + path + " ");
            if (names && path.length() > named.length()) {
                named = path;
            }
        }
        return Optional.ofNullable(offsets.get(named)).map(this::place);
    }

    private void read(JsonParser parser) {
        Deque<String> above = new ArrayDeque<>();
        String path = "";
        while (parser.hasNext()) {
            switch (parser.next()) {
                case START_OBJECT, START_ARRAY -> above.push(path);
                case END_OBJECT, END_ARRAY -> above.pop();
                case KEY_NAME -> {
                    String key = parser.getString();
                    path = above.element().isEmpty() ? key : above.element() + "." + key;
                    offsets.putIfAbsent(
                            path, start(key, (int) parser.getLocation().getStreamOffset()));
                }
                default -> {}
            }
        }
    }

    /** The parser stands behind the key; a key with escapes is not found in the text and gets the place behind it. */
    private int start(String key, int end) {
        int start = text.lastIndexOf('"' + key + '"', end);
        return start < 0 ? end : start;
    }

    private Place place(int offset) {
        int line = 1
                + (int) text.substring(0, offset).chars().filter(c -> c == '\n').count();
        return new Place(line, offset - text.lastIndexOf('\n', offset - 1));
    }
}
