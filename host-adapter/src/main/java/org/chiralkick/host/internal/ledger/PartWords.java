package org.chiralkick.host.internal.ledger;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.chiralkick.host.value.Fingerprint;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.RecoilForm;

/** What to say of ledgers that are no parts of one run. */
final class PartWords {
    private PartWords() {}

    /** Returns what another ledger has that the ones before it have not. */
    static String ofMix(Ledger first, Ledger other, String name) {
        return name + " is of another run: " + difference(first, other, name)
                + "; nothing was summed. Give every rank the same bundles, sources and settings, and let them swap sources in the same"
                + " step (ck_commit_all sees to both)";
    }

    /**
     * Returns what is wrong where two parts count the recoil of a source in different forms, of which each is a kick of its own: such as one
     * by surface elements, the other by volumes. A part without zones that emit fits to every other.
     */
    static Optional<String> ofForms(Ledger first, Ledger other, String name) {
        Map<String, Set<String>> mine = forms(first);
        for (Map.Entry<String, Set<String>> theirs : forms(other).entrySet()) {
            Set<String> before = mine.get(theirs.getKey());
            if (before != null && !before.equals(theirs.getValue())) {
                return Optional.of(name + " counts the recoil of source " + theirs.getKey() + " in form "
                        + joined(theirs.getValue())
                        + ", the parts before it in form " + joined(before)
                        + "; nothing was summed. Bind the same fields on all ranks, or choose recoil.form");
            }
        }
        return Optional.empty();
    }

    private static String joined(Set<String> forms) {
        return String.join(" and ", forms);
    }

    private static Map<String, Set<String>> forms(Ledger ledger) {
        Map<String, Set<String>> forms = new TreeMap<>();
        for (LedgerEntry entry : ledger.entries()) {
            String form = entry.key().closures().getOrDefault("recoil-form", RecoilForm.NONE.label());
            if (!form.equals(RecoilForm.NONE.label())) {
                forms.computeIfAbsent(entry.key().source(), source -> new TreeSet<>())
                        .add(form);
            }
        }
        return forms;
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

    private static String named(EntryKey key) {
        String bundle = key.bundle();
        return key.source() + " " + key.version() + (bundle.isEmpty() ? "" : " (bundle " + bundle + ")");
    }

    private static Set<String> sources(Ledger ledger) {
        return ledger.entries().stream()
                .map(entry -> entry.key())
                .filter(key -> !key.version().equals(RecoilEntry.EARLIER))
                .map(PartWords::named)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
