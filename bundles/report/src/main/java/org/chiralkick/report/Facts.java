package org.chiralkick.report;

import java.util.List;

/**
 * A few numbers or words, each with its name.
 *
 * @param id name within the page
 * @param facts what is known
 */
public record Facts(String id, List<Fact> facts) implements Block {
    /**
     * One fact.
     *
     * @param name what it is
     * @param value its value in as many digits as mean something, or a word
     * @param unit unit of the value; may be empty
     * @param remark what to compare it with; may be empty
     */
    public record Fact(String name, String value, String unit, String remark) {}

    /** Keeps its own copy. */
    public Facts {
        facts = List.copyOf(facts);
    }
}
