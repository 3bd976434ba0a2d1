package org.chiralkick.host.internal.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.RecoilEntry;

/**
 * Fits a ledger's entries into a fixed number of places: the oldest entries of a source are folded into one, so that the totals of
 * every source stay exact and the newest entries stay apart. Where there are more sources than places, the oldest sources become one
 * entry together; then only the total of all is exact.
 */
final class EarlierEntries {
    /** Stands for several sources; no source can have this name. */
    static final String SEVERAL = "(several)";

    private EarlierEntries() {}

    /**
     * Returns entries in the order in which they first acted, at most {@code places} of them; the ones given stay as they are.
     *
     * @param places how many there is room for, {@code >= 1}
     * @param steps committed steps, of which no entry has more
     */
    static List<LedgerEntry> folded(List<LedgerEntry> entries, int places, long steps) {
        List<LedgerEntry> fitting = new ArrayList<>(entries);
        while (fitting.size() > places) {
            int later = oldestWithEarlierOfItsSource(fitting);
            if (later > 0) {
                int earlier = oldestOf(fitting, fitting.get(later).key().source());
                fold(fitting, earlier, later, fitting.get(later).key().source(), steps);
            } else {
                fold(fitting, 0, 1, SEVERAL, steps);
            }
        }
        return fitting;
    }

    private static int oldestWithEarlierOfItsSource(List<LedgerEntry> entries) {
        for (int i = 1; i < entries.size(); i++) {
            if (oldestOf(entries, entries.get(i).key().source()) < i) {
                return i;
            }
        }
        return -1;
    }

    private static int oldestOf(List<LedgerEntry> entries, String source) {
        int i = 0;
        while (!entries.get(i).key().source().equals(source)) {
            i++;
        }
        return i;
    }

    private static void fold(List<LedgerEntry> entries, int earlier, int later, String source, long steps) {
        LedgerEntry both = new LedgerEntry(new EntryKey(source, RecoilEntry.EARLIER, Map.of()));
        both.follow(entries.get(earlier));
        both.follow(entries.remove(later));
        both.steps(Math.min(both.steps(), steps));
        entries.set(earlier, both);
    }
}
