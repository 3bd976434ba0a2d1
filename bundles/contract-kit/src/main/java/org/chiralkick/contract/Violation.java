package org.chiralkick.contract;

/** Says how a mechanism breaks the rule under examination; ends the examination. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String message) {
        super(message);
    }
}
