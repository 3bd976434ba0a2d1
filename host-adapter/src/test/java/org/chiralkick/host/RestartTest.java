package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.internal.ledger.StateBlob;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ValidityFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ledger survives restarts, and refuses what it cannot continue from. */
class RestartTest {
    @TempDir
    Path folder;

    private final Zones zones = new Zones(200, 12);
    private final BlockBinding block = zones.bind(200);

    @Test
    void aRestoredRunContinuesToTheBit() {
        zones.temperature[3] = 150;
        byte[] uninterrupted;
        try (Coupling coupling = open()) {
            run(coupling, 0, 10);
            uninterrupted = coupling.saveState();
        }
        byte[] half;
        try (Coupling coupling = open()) {
            run(coupling, 0, 5);
            half = coupling.saveState();
            coupling.saveCheckpoint(folder.resolve("kick.json"));
        }
        try (Coupling fromBytes = open();
                Coupling fromFile = open()) {
            fromBytes.restoreState(half);
            fromFile.restoreCheckpoint(folder.resolve("kick.json"));
            assertEquals(5, fromBytes.flagCounts().get(ValidityFlag.KNUDSEN));
            run(fromBytes, 5, 10);
            run(fromFile, 5, 10);
            assertArrayEquals(uninterrupted, fromBytes.saveState());
            assertArrayEquals(uninterrupted, fromFile.saveState());
        }
    }

    @Test
    void aSavedStateDoesNotHoldThePendingStep() {
        try (Coupling coupling = open()) {
            run(coupling, 0, 3);
            byte[] before = coupling.saveState();
            coupling.begin(3, 3, 1);
            coupling.evaluate(block, 1);
            assertArrayEquals(before, coupling.saveState());
            assertEquals(before.length, coupling.stateSize());
        }
    }

    @Test
    void restoringInsideAStepIsRefused() {
        try (Coupling coupling = open()) {
            byte[] state = coupling.saveState();
            coupling.saveCheckpoint(folder.resolve("kick.json"));
            coupling.begin(4, 0, 1);
            for (Runnable call : List.<Runnable>of(
                    () -> coupling.restoreState(state),
                    () -> coupling.mergeState(state),
                    () -> coupling.restoreCheckpoint(folder.resolve("kick.json")))) {
                CouplingException refused = assertThrows(CouplingException.class, call::run);
                assertEquals(CouplingException.Kind.STATE, refused.kind());
            }
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.restoreState(state));
            assertEquals("restoreState inside step 4; commit it or roll it back first", refused.getMessage());
        }
    }

    @Test
    void aStateThatIsRefusedChangesNothing() {
        try (Coupling coupling = open()) {
            run(coupling, 0, 3);
            byte[] state = coupling.saveState();
            assertThrows(CouplingException.class, () -> coupling.restoreState(Arrays.copyOf(state, state.length - 1)));
            assertThrows(CouplingException.class, () -> coupling.mergeState(new byte[state.length]));
            assertThrows(CouplingException.class, () -> coupling.restoreCheckpoint(folder.resolve("none.json")));
            assertArrayEquals(state, coupling.saveState());
        }
    }

    @Test
    void moreSourcesThanAStateKeepsApartActAndGoOnAfterARestart() {
        byte[] state;
        Recoil before;
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(sources(20)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            for (int i = 0; i < 20; i++) {
                coupling.use("s" + i);
                coupling.advance(i, 0, 1, block);
            }
            assertEquals(20, coupling.recoilBySource().size());
            state = coupling.saveState();
            before = coupling.recoil();
            assertEquals(20, coupling.recoilBySource().size(), "saving folds the state, not the ledger");
        }
        assertEquals(StateBlob.SIZE, state.length);
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(sources(20)), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.restoreState(state);
            assertEquals(before, coupling.recoil());
            assertEquals(16, coupling.recoilBySource().size());
            assertEquals(RecoilEntry.EARLIER, coupling.recoilBySource().get(0).version());
            assertEquals("s19", coupling.recoilBySource().get(15).source());
            coupling.use("s19");
            coupling.advance(20, 0, 1, block);
            assertEquals(16, coupling.recoilBySource().size());
            coupling.use("s3");
            coupling.advance(21, 0, 1, block);
            assertEquals(17, coupling.recoilBySource().size());
            assertEquals(22, coupling.recoil().steps());
        }
    }

    @Test
    void theThermalBudgetIsFlaggedOnceAndRemembered() {
        CouplingConfig config = CouplingConfig.parse("{\"recoil\": {\"thermal-budget-erg\": 1}}");
        try (Coupling coupling = open(config);
                Coupling restarted = open(config)) {
            assertEquals(1, coupling.advance(1, 0, 1, block).flagCount(ValidityFlag.THERMAL_BUDGET));
            assertEquals(0, coupling.advance(2, 1, 1, block).flagCount(ValidityFlag.THERMAL_BUDGET));
            restarted.restoreState(coupling.saveState());
            assertEquals(0, restarted.advance(3, 2, 1, block).flagCount(ValidityFlag.THERMAL_BUDGET));
            assertEquals(1, restarted.flagCounts().get(ValidityFlag.THERMAL_BUDGET));
        }
    }

    private static NeutrinoSource[] sources(int count) {
        NeutrinoSource[] sources = new NeutrinoSource[count];
        for (int i = 0; i < count; i++) {
            sources[i] = alongField("s" + i);
        }
        return sources;
    }

    private void run(Coupling coupling, int from, int to) {
        for (int step = from; step < to; step++) {
            coupling.advance(step, step, 1e-3 / (step + 1), block);
        }
    }

    private static Coupling open() {
        return open(CouplingConfig.defaults());
    }

    private static Coupling open(CouplingConfig config) {
        return Coupling.open(SourceProvider.of(alongField("test")), config, CouplingOptions.defaults());
    }
}
