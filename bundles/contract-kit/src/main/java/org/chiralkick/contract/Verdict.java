package org.chiralkick.contract;

/**
 * What a rule says about a mechanism.
 *
 * @param passed whether the rule is kept
 * @param message what was seen: field, zone, value and what it must be where the rule is broken; what was tried where it is kept
 */
public record Verdict(boolean passed, String message) {
    static Verdict pass(String message) {
        return new Verdict(true, message);
    }

    static Verdict fail(String message) {
        return new Verdict(false, message);
    }
}
