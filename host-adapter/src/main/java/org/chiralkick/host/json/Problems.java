package org.chiralkick.host.json;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a document: one line per problem, each with the path of the value. */
public final class Problems {
    private final List<String> lines = new ArrayList<>();

    /**
     * Adds a problem.
     *
     * @param path keys from the top joined by dots; empty for the whole document
     * @param text what is wrong, such as {@code "is 'x'; must be ..."}
     */
    public void add(String path, String text) {
        lines.add((path.isEmpty() ? "document" : path) + " " + text);
    }

    /** Returns whether nothing is wrong. */
    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Returns the problems in the order found. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns all problems in one message. */
    public String message() {
        return String.join("; and ", lines);
    }
}
