package org.chiralkick.host.internal.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;

/**
 * What an entry of the ledger belongs to.
 *
 * @param source name of the source
 * @param version its version
 * @param closures closures in force, kind to choice, those of the host side and the build of the bundle included; parameters in force among them
 */
public record EntryKey(String source, String version, Map<String, String> closures) {
    /** Longest key that a state blob has room for [bytes of UTF-8]. */
    public static final int MAX_BYTES = 1000;

    /** Sorts its own copy of the closures, so that equal keys have equal text; refuses a key too long for the blob. */
    public EntryKey {
        closures = Collections.unmodifiableMap(new TreeMap<>(closures));
        int length = bytes(text(source, version, closures)).length;
        if (length > MAX_BYTES) {
            throw CouplingException.argument("name, version and closures of source " + source + " take " + length
                    + " bytes; at most " + MAX_BYTES + " can be kept in the ledger");
        }
    }

    /**
     * Returns the key of one source with these closures.
     *
     * @param build which build of its bundle the source is, or empty; where it does not fit into a blob its last word, the digest, stands for it
     */
    public static EntryKey ofBuild(String source, String version, Map<String, String> closures, String build) {
        if (build.isEmpty()) {
            return new EntryKey(source, version, closures);
        }
        Map<String, String> all = new TreeMap<>(closures);
        all.put(RecoilEntry.BUNDLE, build);
        if (bytes(text(source, version, all)).length > MAX_BYTES) {
            all.put(RecoilEntry.BUNDLE, build.substring(build.lastIndexOf(' ') + 1));
        }
        return new EntryKey(source, version, all);
    }

    /**
     * Returns a key with these closures, or, where they do not fit into a blob, with {@code others} and a digest of them as closure
     * {@code closures}.
     */
    public static EntryKey orDigest(
            String source, String version, Map<String, String> closures, Map<String, String> others) {
        Map<String, String> sorted = new TreeMap<>(closures);
        byte[] whole = bytes(text(source, version, sorted));
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

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns which build of its bundle the source is; empty where nobody knows. */
    String bundle() {
        return closures.getOrDefault(RecoilEntry.BUNDLE, "");
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
