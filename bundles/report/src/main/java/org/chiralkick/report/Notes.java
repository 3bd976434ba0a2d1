package org.chiralkick.report;

import java.util.List;

/**
 * Sentences, one below the other.
 *
 * @param id name within the page
 * @param title heading
 * @param sentences what is to be said
 */
public record Notes(String id, String title, List<String> sentences) implements Block {
    /** Keeps its own copy. */
    public Notes {
        sentences = List.copyOf(sentences);
    }
}
