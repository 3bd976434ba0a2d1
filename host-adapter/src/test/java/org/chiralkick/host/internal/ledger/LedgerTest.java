package org.chiralkick.host.internal.ledger;

import static org.chiralkick.host.internal.ledger.Ledgers.key;
import static org.chiralkick.host.internal.ledger.Ledgers.tally;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.ValidityFlag;
import org.junit.jupiter.api.Test;

class LedgerTest {
    @Test
    void everySourceAndSetOfClosuresHasItsOwnEntry() {
        Ledger ledger = new Ledger();
        EntryKey equilibrium = new EntryKey("chiral", "1.0.0", Map.of("share", "equilibrium"));
        ledger.add(key("chiral"), tally(1, 10), 2);
        ledger.add(equilibrium, tally(3, 30), 2);
        ledger.add(key("chiral"), tally(1, 10), 2);
        assertEquals(2, ledger.bySource().size());
        assertEquals(4, ledger.bySource().get(0).recoil().momentum().x());
        assertEquals(2, ledger.bySource().get(0).recoil().steps());
        assertEquals(Map.of("share", "equilibrium"), ledger.bySource().get(1).closures());
        assertEquals(60, ledger.bySource().get(1).recoil().energyErg());
        assertEquals(10, ledger.recoil().momentum().x());
    }

    @Test
    void theTotalIsRoundedOnceAfterAllEntries() {
        Ledger ledger = new Ledger();
        ledger.add(key("a"), tally(1e30, 0), 1);
        ledger.add(key("b"), tally(1, 0), 1);
        ledger.add(key("c"), tally(-1e30, 0), 1);
        assertEquals(1, ledger.recoil().momentum().x());
    }

    @Test
    void mergedLedgersEqualTheOneThatSawEverything() {
        Ledger whole = new Ledger();
        Ledger[] ranks = {new Ledger(), new Ledger()};
        for (int i = 0; i < 100; i++) {
            double dt = 1e-5 * (1 + i);
            whole.add(key("chiral"), tally(0.1 * i, 1e40 / (1 + i)), dt);
            ranks[i % 2].add(key("chiral"), tally(0.1 * i, 1e40 / (1 + i)), dt);
        }
        ranks[0].merge(ranks[1]);
        assertEquals(whole.recoil().momentum(), ranks[0].recoil().momentum());
        assertEquals(whole.recoil().energyErg(), ranks[0].recoil().energyErg());
    }

    @Test
    void stepsOfRanksAreTheSameSteps() {
        Ledger first = Ledgers.twoSources();
        first.merge(Ledgers.twoSources());
        assertEquals(2, first.steps());
        assertEquals(1, first.heldSteps());
        assertEquals(6, first.flagCounts().get(ValidityFlag.INPUT));
    }

    @Test
    void theThermalBudgetIsRaisedOnce() {
        Ledger ledger = new Ledger();
        ledger.add(key("chiral"), tally(0, 2e53), 1);
        assertFalse(ledger.raiseThermalBudget(3e53));
        ledger.add(key("chiral"), tally(0, 2e53), 1);
        assertTrue(ledger.raiseThermalBudget(3e53));
        assertFalse(ledger.raiseThermalBudget(3e53));
        assertEquals(1, ledger.flagCounts().get(ValidityFlag.THERMAL_BUDGET));
        assertEquals(1, StateBlob.read(StateBlob.write(ledger)).flagCounts().get(ValidityFlag.THERMAL_BUDGET));
    }

    @Test
    void aKeyTooLongForTheStateIsRefused() {
        CouplingException refused = assertThrows(
                CouplingException.class, () -> new EntryKey("chiral", "1.0.0", Map.of("share", "x".repeat(1000))));
        assertEquals(
                "name, version and closures of source chiral take 1019 bytes; at most 1000 can be kept in the ledger",
                refused.getMessage());
    }

    @Test
    void aBuildThatAKeyHasNoRoomForIsToldApartByItsDigest() {
        String build = "org.example.mine 1.0.0 sha256:0123456789ab";
        EntryKey whole = EntryKey.ofBuild("chiral", "1.0.0", Map.of("share", "x".repeat(900)), build);
        assertEquals(build, whole.bundle());
        EntryKey tight = EntryKey.ofBuild("chiral", "1.0.0", Map.of("share", "x".repeat(950)), build);
        assertEquals("sha256:0123456789ab", tight.bundle());
        assertEquals(tight, EntryKey.parse(tight.text()));
        assertEquals("", EntryKey.ofBuild("chiral", "1.0.0", Map.of(), "").bundle());
    }
}
