package org.chiralkick.host.internal.osgi;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;

/** What to say of bundles that give a source of the same name, of which one acts. */
final class Rivals {
    private Rivals() {}

    /** A bundle that gives the source, now or once it is configured, with its {@code service.ranking}. */
    record Giver(Bundle bundle, int ranking) {}

    /**
     * Returns the sentence.
     *
     * @param givers best first, each bundle once
     * @param acting the one that acts; null for the best
     * @return empty where there is no choice
     */
    static Optional<String> words(String name, List<Giver> givers, @Nullable Bundle acting) {
        if (givers.size() < 2) {
            return Optional.empty();
        }
        Giver acts = givers.stream()
                .filter(giver -> giver.bundle().equals(acting))
                .findFirst()
                .orElse(givers.get(0));
        String others = givers.stream()
                .filter(giver -> !giver.equals(acts))
                .map(giver -> named(giver) + " (service.ranking " + giver.ranking() + ")")
                .collect(Collectors.joining(", "));
        return Optional.of("source " + name + " is given by " + givers.size() + " bundles: " + named(acts) + " acts, "
                + why(acts, givers) + ", and not " + others
                + "; remove what shall not act, or give what shall act a higher service.ranking");
    }

    private static String why(Giver acts, List<Giver> givers) {
        int best = givers.get(0).ranking();
        long equal = givers.stream().filter(giver -> giver.ranking() == best).count();
        if (!acts.equals(givers.get(0))) {
            return "with service.ranking " + acts.ranking()
                    + ", since what ranks higher has not taken up its settings or is refused";
        }
        return equal > 1
                ? "which was installed first of those with service.ranking " + best
                : "which has the highest service.ranking, " + best;
    }

    private static String named(Giver giver) {
        return Builds.named(giver.bundle());
    }
}
