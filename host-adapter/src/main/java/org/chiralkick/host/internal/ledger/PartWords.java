package org.chiralkick.host.internal.ledger;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.RecoilEntry;

/** What to say of ledgers that are no parts of one run. */
final class PartWords {
    private PartWords() {}

    /** Returns what another ledger has that the ones before it have not. */
    static String ofMix(Ledger first, Ledger other, String name) {
        return name + " is of another run: " + difference(first, other, name)
                + "; nothing was summed. Give every rank the same bundles, sources and settings, and let them swap sources in the same"
                + " step (ck_commit_all sees to both)";
    }

    private static String difference(Ledger first, Ledger other, String name) {
        Set<String> sources = sources(first);
        Set<String> others = sources(other);
        if (!sources.equals(others)) {
            return name + " has " + named(others) + ", the parts before it " + named(sources);
        }
        Fingerprint mine = first.fingerprint();
        Fingerprint theirs = other.fingerprint();
        if (mine.configuration() != theirs.configuration()) {
            return "its configuration differs (closures, parameters, recoil settings or rules) from that of the parts before it";
        }
        if (mine.sources() != theirs.sources()) {
            return "the sources of its last step are not those of the parts before it";
        }
        return "its sources or settings changed at another step";
    }

    private static String named(Set<String> sources) {
        return sources.isEmpty() ? "no source" : "source " + String.join(", ", sources);
    }

    private static Set<String> sources(Ledger ledger) {
        return ledger.entries().stream()
                .map(entry -> entry.key())
                .filter(key -> !key.version().equals(RecoilEntry.EARLIER))
                .map(key -> key.source() + " " + key.version())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
