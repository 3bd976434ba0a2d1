package org.chiralkick.study.certify;

import java.util.List;

/**
 * What one rule says about a source.
 *
 * @param rule number of the rule, such as {@code "R4"}
 * @param title the rule in a few words
 * @param passed whether the source keeps it
 * @param message what was seen
 */
public record Finding(String rule, String title, boolean passed, String message) {
    /** Returns the line that the command prints: {@code R4 pass: stays inside the window (...)}. */
    public String line() {
        return rule + (passed ? " pass: " : " fail: ") + title + " (" + message + ")";
    }

    /** Returns whether all rules are kept. */
    static boolean allPassed(List<Finding> findings) {
        return findings.stream().allMatch(Finding::passed);
    }
}
