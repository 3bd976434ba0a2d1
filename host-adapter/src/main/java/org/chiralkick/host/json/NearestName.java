package org.chiralkick.host.json;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** The known name that a misspelt one probably meant. */
public final class NearestName {
    private NearestName() {}

    /**
     * Returns the known name nearest to the given one by edit distance, or empty where none is near: at most a third of the
     * letters may differ. Case does not count.
     */
    public static Optional<String> of(String name, Collection<String> known) {
        String best = null;
        int bestDistance = Math.max(2, name.length() / 3) + 1;
        for (String candidate : known) {
            int distance = distance(name.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns {@code " (did you mean b_x_gauss?)"}, or an empty string where no known name is near. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known).map(near -> " (did you mean " + near + "?)").orElse("");
    }

    /** Levenshtein distance, one row at a time. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
