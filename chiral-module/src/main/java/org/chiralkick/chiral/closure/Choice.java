package org.chiralkick.chiral.closure;

/** One of the named possibilities of a closure. */
public interface Choice {
    /** Returns the name as configurations and results show it, such as {@code "washed-out"}. */
    String label();

    /** Returns what it assumes, a sentence. */
    String meaning();
}
