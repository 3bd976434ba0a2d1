package org.chiralkick.source;

import java.util.Set;
import java.util.regex.Pattern;

/** What names and sentences of declarations may look like: they stand in configurations, on command lines and in tables. */
final class DeclaredNames {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** Results and configurations have these beside what mechanisms declare. */
    private static final Set<String> RESERVED = Set.of("recoil", "recoil-form", "preset", "bundle");

    private DeclaredNames() {}

    static void require(String what, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("name of a " + what + " is '" + name
                    + "'; must be lower case letters, digits and hyphens, no hyphen first");
        }
    }

    /** Refuses a name that a closure or parameter cannot have because the coupling has it. */
    static void requireFree(String what, String name) {
        if (RESERVED.contains(name)) {
            throw new IllegalArgumentException(
                    what + " '" + name + "' is the coupling's own, not a source's; choose another name");
        }
    }

    static void requireSentence(String what, String text) {
        if (text.isBlank() || text.lines().count() > 1) {
            throw new IllegalArgumentException(
                    what + " is described by '" + text + "'; must be one line that is not blank");
        }
    }
}
