package org.chiralkick.host;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.Settings;

/**
 * Which sources a coupling wants, configured how.
 *
 * @param names names of the sources that act together, in that order; empty for the one of highest ranking
 * @param settings for each name what is chosen of it; under the empty name for the one of highest ranking
 */
public record SourceRequest(List<String> names, Map<String, Settings> settings) {
    /** The most sources that act together. */
    public static final int MAX_SOURCES = 16;

    private static final String HIGHEST_RANKING = "";

    /** Keeps its own copies; refuses doubled and ill-formed names. */
    public SourceRequest {
        names = requireNames(names);
        settings = Map.copyOf(settings);
    }

    /** Returns a request in which every source has the same settings. */
    public static SourceRequest of(List<String> names, Settings settings) {
        List<String> all = names.isEmpty() ? List.of(HIGHEST_RANKING) : names;
        return new SourceRequest(
                names, all.stream().distinct().collect(Collectors.toMap(Function.identity(), name -> settings)));
    }

    /** Returns what is chosen of a source. */
    public Settings settings(String name) {
        return settings.getOrDefault(name, settings.getOrDefault(HIGHEST_RANKING, Settings.none()));
    }

    /**
     * Returns what ties the instance of a source to its settings, for
     * {@link org.chiralkick.source.NeutrinoSource#CONFIGURATION}: a hash of the settings, so that couplings with equal settings
     * share their instances.
     */
    public String configuration(String name) {
        return hash(new TreeMap<>(settings(name).properties()).toString());
    }

    /** Returns the names as results and messages show them, joined by {@code +}. */
    public String joinedNames() {
        return names.isEmpty() ? "(highest ranking)" : String.join("+", names);
    }

    static List<String> requireNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.matches("[a-z][a-z0-9-]*")) {
                throw CouplingException.argument("source name is '" + name
                        + "'; must be lower case letters, digits and hyphens, a letter first;"
                        + " several sources are joined by '+', as in chiral+quark-urca");
            }
            if (!seen.add(name)) {
                throw CouplingException.argument("source '" + name + "' is named twice; name each source once");
            }
        }
        if (names.size() > MAX_SOURCES) {
            throw CouplingException.argument(
                    names.size() + " sources are named; at most " + MAX_SOURCES + " act together");
        }
        return List.copyOf(names);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
