package org.chiralkick.host.internal.osgi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packages that a manifest's header names. */
public final class ManifestClauses {
    private ManifestClauses() {}

    /**
     * Returns the packages of a header, each with its version or range of versions, 0.0.0 where there is none: clauses separated by commas, of
     * paths, attributes and directives separated by semicolons, in which both may stand between quotes.
     */
    public static Map<String, String> versions(String header) {
        Map<String, String> versions = new TreeMap<>();
        for (String clause : split(header, ',')) {
            List<String> names = new ArrayList<>();
            String version = "0.0.0";
            for (String part : split(clause, ';')) {
                int equals = part.indexOf('=');
                if (equals < 0) {
                    names.add(part);
                } else if (part.substring(0, equals).strip().equals("version")) {
                    version = part.substring(equals + 1).replace("\"", "").strip();
                }
            }
            for (String name : names) {
                versions.put(name, version);
            }
        }
        return versions;
    }

    /** Returns the pieces between separators that stand outside of quotes, without the blanks around them. */
    private static List<String> split(String text, char separator) {
        List<String> pieces = new ArrayList<>();
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (c == separator && !quoted) {
                pieces.add(text.substring(from, i).strip());
                from = i + 1;
            }
        }
        pieces.add(text.substring(from).strip());
        return pieces;
    }
}
