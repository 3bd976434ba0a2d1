package org.chiralkick.it.guide;

import java.util.ArrayList;
import java.util.List;

/**
 * What a command left.
 *
 * @param exit its exit code
 * @param out standard output
 * @param err messages
 */
record Outcome(int exit, String out, String err) {
    /** Returns what a terminal shows: the output, then the messages. */
    List<String> lines() {
        List<String> lines = new ArrayList<>(out.lines().toList());
        lines.addAll(err.lines().toList());
        return lines;
    }
}
