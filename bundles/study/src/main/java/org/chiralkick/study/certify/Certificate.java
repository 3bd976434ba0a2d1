package org.chiralkick.study.certify;

import java.util.List;

/**
 * What all rules say about one source of a bundle.
 *
 * @param source name of the source, as its service property has it; empty if it has none
 * @param findings one per rule, R1 first
 */
public record Certificate(String source, List<Finding> findings) {
    /** Keeps its own copy. */
    public Certificate {
        findings = List.copyOf(findings);
    }

    /** Returns whether every rule is kept. */
    public boolean passed() {
        return Finding.allPassed(findings);
    }
}
