package org.chiralkick.host.internal.ledger;

import static org.chiralkick.host.internal.ledger.Ledgers.tally;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** More pairs of source and closures than a state of fixed size keeps apart. */
class EarlierEntriesTest {
    private static final int PAIRS = 100;

    @Test
    void theLedgerKeepsAllPairsApart() {
        Ledger ledger = pairs(0, PAIRS);
        List<RecoilEntry> entries = ledger.bySource();
        assertEquals(PAIRS, entries.size());
        for (int i = 0; i < PAIRS; i++) {
            assertEquals(source(i), entries.get(i).source());
            assertEquals(closures(i), entries.get(i).closures());
            assertEquals(momentum(i), entries.get(i).recoil().momentum().x());
            assertEquals(1, entries.get(i).recoil().steps());
        }
    }

    @Test
    void aCheckpointKeepsAllPairsApart(@TempDir Path folder) {
        Path file = folder.resolve("kick.json");
        Ledger ledger = pairs(0, PAIRS);
        Checkpoint.save(ledger, file);
        Ledger restored = Checkpoint.load(file);
        assertEquals(ledger.bySource(), restored.bySource());
        assertEquals(exactEntries(ledger), exactEntries(restored));
        assertArrayEquals(StateBlob.write(ledger), StateBlob.write(restored));
    }

    @Test
    void aStateKeepsTheTotalsOfEverySourceToTheBitAndTheNewestPairsApart() {
        Ledger ledger = pairs(0, PAIRS);
        Ledger restored = StateBlob.read(StateBlob.write(ledger));
        assertEquals(PAIRS, ledger.bySource().size(), "saving changes nothing");
        assertEquals(exactBySource(ledger), exactBySource(restored));
        assertEquals(ledger.recoil(), restored.recoil());

        List<RecoilEntry> entries = restored.bySource();
        assertEquals(StateBlob.ENTRIES, entries.size());
        int apart = StateBlob.ENTRIES - 3;
        assertEquals(
                ledger.bySource().subList(PAIRS - apart, PAIRS),
                entries.subList(3, entries.size()),
                "the newest stay as they are");
        for (int s = 0; s < 3; s++) {
            RecoilEntry earlier = entries.get(s);
            assertEquals(source(s), earlier.source());
            assertEquals("earlier", earlier.version());
            assertEquals(Map.of(), earlier.closures());
            assertEquals(29, earlier.recoil().steps());
        }
    }

    @Test
    void nothingIsFoldedWhileThereIsRoom() {
        Ledger ledger = pairs(0, StateBlob.ENTRIES);
        Ledger restored = StateBlob.read(StateBlob.write(ledger));
        assertEquals(ledger.bySource(), restored.bySource());
    }

    @Test
    void aSourceWithOnePairKeepsIt() {
        Ledger ledger = new Ledger();
        add(ledger, new EntryKey("only", "1.0.0", closures(0)), 7);
        for (int i = 0; i < 40; i++) {
            add(ledger, new EntryKey("many", "1.0.0", closures(i)), i);
        }
        Ledger restored = StateBlob.read(StateBlob.write(ledger));
        assertEquals(ledger.bySource().get(0), restored.bySource().get(0));
        assertEquals(RecoilEntry.EARLIER, restored.bySource().get(1).version());
        assertEquals(ledger.bySource().subList(27, 41), restored.bySource().subList(2, StateBlob.ENTRIES));
    }

    @Test
    void aRunGoesOnAfterAStateThatWasFolded() {
        Ledger whole = pairs(0, PAIRS);
        Ledger restarted = StateBlob.read(StateBlob.write(pairs(0, 60)));
        addPairs(restarted, 60, PAIRS);
        assertEquals(exactBySource(whole), exactBySource(restarted));
        assertArrayEquals(StateBlob.write(whole), StateBlob.write(restarted), "folded twice is folded once");

        // A pair that was folded acts again.
        addPairs(whole, 0, 1);
        addPairs(restarted, 0, 1);
        assertEquals(exactBySource(whole), exactBySource(restarted));
        RecoilEntry newest = restarted.bySource().get(restarted.bySource().size() - 1);
        assertEquals(closures(0), newest.closures());
        assertEquals(1, newest.recoil().steps(), "after the restart");
    }

    @Test
    void partsOfRanksThatWereFoldedSumToTheWhole() {
        Ledger whole = pairs(0, PAIRS);
        whole.merge(pairs(0, PAIRS));
        Ledger sum = StateBlob.read(StateBlob.write(pairs(0, PAIRS)));
        sum.merge(StateBlob.read(StateBlob.write(pairs(0, PAIRS))));
        assertArrayEquals(StateBlob.write(whole), StateBlob.write(sum));
    }

    @Test
    void whereEvenTheSourcesAreTooManyTheTotalOfAllIsExact() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 40; i++) {
            add(ledger, new EntryKey("s" + i, "1.0.0", closures(0)), i);
        }
        Ledger restored = StateBlob.read(StateBlob.write(ledger));
        assertEquals(exact(ledger.entries()), exact(restored.entries()));
        assertEquals(ledger.recoil(), restored.recoil());
        assertEquals("(several)", restored.bySource().get(0).source());
        assertEquals(RecoilEntry.EARLIER, restored.bySource().get(0).version());
        assertEquals(ledger.bySource().subList(25, 40), restored.bySource().subList(1, StateBlob.ENTRIES));
    }

    @Test
    void noEntryHasMoreStepsThanWereCommitted() {
        Ledger ledger = new Ledger();
        for (int i = 0; i < 40; i++) {
            ledger.add(new EntryKey("s" + i, "1.0.0", closures(0)), tally(1, 1), 1);
        }
        ledger.countStep(1, new long[0], false);
        Ledger restored = StateBlob.read(StateBlob.write(ledger));
        assertTrue(restored.bySource().stream().allMatch(entry -> entry.recoil().steps() == 1));
    }

    @Test
    void anEditedNameOfAnEntryThatAStateWouldFoldIsNoticed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("kick.json");
        Checkpoint.save(pairs(0, PAIRS), file);
        String text = Files.readString(file);
        assertTrue(text.contains("\"share\": \"x0\""), text);
        Files.writeString(file, text.replace("\"share\": \"x0\"", "\"share\": \"y0\""));
        String message = assertThrows(CouplingException.class, () -> Checkpoint.load(file))
                .getMessage();
        assertTrue(String.valueOf(message).contains("is damaged: its checksum does not fit"), message);
    }

    private static Ledger pairs(int from, int to) {
        Ledger ledger = new Ledger();
        addPairs(ledger, from, to);
        return ledger;
    }

    /** Three sources in turn, each with other closures every time. */
    private static void addPairs(Ledger ledger, int from, int to) {
        for (int i = from; i < to; i++) {
            add(ledger, new EntryKey(source(i), "1.0.0", closures(i)), momentum(i));
        }
    }

    private static void add(Ledger ledger, EntryKey key, double momentum) {
        ledger.add(key, tally(momentum, 1e50 / 3), 1);
        ledger.countStep(1, new long[0], false);
    }

    private static String source(int i) {
        return "s" + i % 3;
    }

    private static Map<String, String> closures(int i) {
        return Map.of("share", "x" + i);
    }

    // No two sums of these are exact in doubles.
    private static double momentum(int i) {
        return (i % 2 == 0 ? 1e41 : -1e25) / (3 + i);
    }

    private static Map<String, List<BigInteger>> exactBySource(Ledger ledger) {
        Map<String, List<LedgerEntry>> entries = new LinkedHashMap<>();
        for (LedgerEntry entry : ledger.entries()) {
            entries.computeIfAbsent(entry.key().source(), source -> new ArrayList<>())
                    .add(entry);
        }
        Map<String, List<BigInteger>> sums = new LinkedHashMap<>();
        entries.forEach((source, of) -> sums.put(source, exact(of)));
        return sums;
    }

    private static List<List<BigInteger>> exactEntries(Ledger ledger) {
        return ledger.entries().stream().map(entry -> exact(List.of(entry))).toList();
    }

    /** Returns the exact sums of entries, and their steps. */
    private static List<BigInteger> exact(List<LedgerEntry> entries) {
        List<BigInteger> sums = new ArrayList<>();
        for (int q = 0; q < Quantity.COUNT; q++) {
            BigInteger sum = BigInteger.ZERO;
            for (LedgerEntry entry : entries) {
                sum = sum.add(entry.sum(Quantity.at(q)).quanta());
            }
            sums.add(sum);
        }
        sums.add(BigInteger.valueOf(
                entries.stream().mapToLong(LedgerEntry::steps).sum()));
        return sums;
    }
}
