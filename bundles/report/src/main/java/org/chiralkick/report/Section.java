package org.chiralkick.report;

import java.util.List;

/**
 * A part of a page with a heading of its own.
 *
 * @param id name in the page's address, lower case with dashes
 * @param title heading
 * @param lead what the section says, a sentence or two; may be empty
 * @param blocks what it shows, in order
 */
public record Section(String id, String title, String lead, List<Block> blocks) {
    /** Keeps its own copy. */
    public Section {
        blocks = List.copyOf(blocks);
    }
}
