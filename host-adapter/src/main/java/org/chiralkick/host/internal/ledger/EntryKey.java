package org.chiralkick.host.internal.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chiralkick.host.value.CouplingException;

/**
 * What an entry of the ledger belongs to.
 *
 * @param source name of the source
 * @param version its version
 * @param closures closures in force, kind to choice, those of the host side included; parameters in force among them
 */
public record EntryKey(String source, String version, Map<String, String> closures) {
    /** Longest key that a state blob has room for [bytes of UTF-8]. */
    public static final int MAX_BYTES = 1000;

    /** Sorts its own copy of the closures, so that equal keys have equal text; refuses a key too long for the blob. */
    public EntryKey {
        closures = Collections.unmodifiableMap(new TreeMap<>(closures));
        int length = text(source, version, closures).getBytes(StandardCharsets.UTF_8).length;
        if (length > MAX_BYTES) {
            throw CouplingException.argument("name, version and closures of source " + source + " take " + length
                    + " bytes; at most " + MAX_BYTES + " can be kept in the ledger");
        }
    }

    /**
     * Returns a key with these closures, or, where they do not fit into a blob, with {@code others} and a digest of them as closure
     * {@code closures}.
     */
    public static EntryKey orDigest(
            String source, String version, Map<String, String> closures, Map<String, String> others) {
        Map<String, String> sorted = new TreeMap<>(closures);
        byte[] whole = text(source, version, sorted).getBytes(StandardCharsets.UTF_8);
        if (whole.length <= MAX_BYTES) {
            return new EntryKey(source, version, sorted);
        }
        Map<String, String> shorter = new TreeMap<>(others);
        shorter.put("closures", "digest " + UUID.nameUUIDFromBytes(whole));
        return new EntryKey(source, version, shorter);
    }

    /** Returns the key as text, one part a line; {@link #parse} reads it. */
    String text() {
        return text(source, version, closures);
    }

    /** Returns the key of a text. */
    static EntryKey parse(String text) {
        String[] lines = text.split("\n", -1);
        if (lines.length < 2) {
            throw CouplingException.argument("ledger entry '" + text + "' has no source and version");
        }
        Map<String, String> closures = new TreeMap<>();
        for (int i = 2; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            if (equals < 0) {
                throw CouplingException.argument("ledger entry of source " + lines[0] + " has no closure in '"
                        + lines[i] + "'; must be kind=choice");
            }
            closures.put(lines[i].substring(0, equals), lines[i].substring(equals + 1));
        }
        return new EntryKey(lines[0], lines[1], closures);
    }

    private static String text(String source, String version, Map<String, String> closures) {
        StringBuilder text = new StringBuilder(source).append('\n').append(version);
        closures.forEach(
                (kind, choice) -> text.append('\n').append(kind).append('=').append(choice));
        return text.toString();
    }

    @Override
    public String toString() {
        return source + " " + version + " " + closures;
    }
}
