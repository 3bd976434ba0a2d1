package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.NeutrinoSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two builds of one bundle that call themselves by the same version are two in the books. */
class BuildsInLedgerTest {
    private static final String FIRST = "org.example.a 1.0.0 sha256:0123456789ab";
    private static final String SECOND = "org.example.a 1.0.0 sha256:ba9876543210";

    private final SourceProvider provider = mock(SourceProvider.class);
    private final SourceProvider.Selection selection = mock(SourceProvider.Selection.class);
    private final Zones zones = new Zones(64, 4);
    private final BlockBinding block = zones.bind(64);

    @BeforeEach
    void followOneSelection() {
        when(provider.select(any())).thenReturn(selection);
    }

    private void thereIs(long generation, List<String> builds, NeutrinoSource... sources) {
        SourceProvider.Lease lease = mock(SourceProvider.Lease.class);
        when(lease.sources()).thenReturn(List.of(sources));
        when(lease.generation()).thenReturn(generation);
        when(lease.builds()).thenReturn(builds);
        when(selection.acquire(any())).thenReturn(lease);
    }

    private Coupling open() {
        return Coupling.open(provider, CouplingConfig.defaults(), CouplingOptions.defaults());
    }

    /** Two steps of the first build, one of the second, which gives twice as much, and one of the first again. */
    private void swap(Coupling coupling) {
        thereIs(1, List.of(FIRST), alongField("a"));
        coupling.advance(1, 0, 1, block);
        coupling.advance(2, 1, 1, block);
        thereIs(2, List.of(SECOND), alongField("a", 2));
        coupling.advance(3, 2, 1, block);
        thereIs(3, List.of(FIRST), alongField("a"));
        coupling.advance(4, 3, 1, block);
    }

    private Coupling swapped() {
        thereIs(1, List.of(FIRST), alongField("a"));
        Coupling coupling = open();
        swap(coupling);
        return coupling;
    }

    @Test
    void twoBuildsOfOneVersionAreTwoEntriesWithExactSums() {
        try (Coupling coupling = swapped()) {
            List<RecoilEntry> entries = coupling.recoilBySource();
            assertEquals(
                    List.of(FIRST, SECOND),
                    entries.stream().map(RecoilEntry::bundle).toList());
            assertEquals(
                    List.of("1.0.0", "1.0.0"),
                    entries.stream().map(RecoilEntry::version).toList());
            assertEquals(3, entries.get(0).recoil().steps());
            assertEquals(1, entries.get(1).recoil().steps());
            thereIs(1, List.of(FIRST), alongField("a"));
            try (Coupling alone = open()) {
                for (int step = 1; step <= 3; step++) {
                    alone.advance(step, step, 1, block);
                }
                assertEquals(alone.recoil(), entries.get(0).recoil());
            }
            thereIs(1, List.of(SECOND), alongField("a", 2));
            try (Coupling alone = open()) {
                alone.advance(1, 0, 1, block);
                assertEquals(alone.recoil(), entries.get(1).recoil());
            }
        }
    }

    @Test
    void theBundleStandsBesideWhatWasAssumed() {
        thereIs(1, List.of(FIRST), alongField("a"));
        try (Coupling coupling = open()) {
            coupling.advance(1, 0, 1, block);
            assertEquals(List.of(FIRST), coupling.builds());
            assertEquals("a 1.0.0 (bundle " + FIRST + ")", coupling.sourcesText());
            RecoilEntry entry = coupling.recoilBySource().get(0);
            Map<String, String> assumed =
                    Map.of("share", "composition", "recoil", "beamed-outflow", "recoil-form", "surface");
            assertEquals(assumed, entry.assumed());
            assertEquals(FIRST, entry.closures().get(RecoilEntry.BUNDLE));
        }
    }

    @Test
    void stateAndCheckpointKeepThemApart(@TempDir Path folder) {
        try (Coupling coupling = swapped()) {
            Path file = folder.resolve("checkpoint.json");
            coupling.saveCheckpoint(file);
            try (Coupling fromState = open();
                    Coupling fromFile = open()) {
                fromState.restoreState(coupling.saveState());
                fromFile.restoreCheckpoint(file);
                assertEquals(coupling.recoilBySource(), fromState.recoilBySource());
                assertEquals(coupling.recoilBySource(), fromFile.recoilBySource());
                fromFile.advance(5, 4, 1, block);
                assertEquals(4, fromFile.recoilBySource().get(0).recoil().steps(), "the first build goes on");
            }
        }
    }

    @Test
    void partsOfTwoBuildsAreRefusedInWords() {
        thereIs(1, List.of(FIRST), alongField("a"));
        try (Coupling mine = open()) {
            mine.advance(1, 0, 1, block);
            thereIs(1, List.of(SECOND), alongField("a"));
            try (Coupling theirs = open()) {
                theirs.advance(1, 0, 1, block);
                CouplingException refused =
                        assertThrows(CouplingException.class, () -> mine.mergeState(theirs.saveState()));
                assertEquals(
                        "the state to merge is of another run: the state to merge has source a 1.0.0 (bundle " + SECOND
                                + "), the parts before it source a 1.0.0 (bundle " + FIRST
                                + "); nothing was summed. Give every rank the same bundles, sources and settings, and let them swap"
                                + " sources in the same step (ck_commit_all sees to both)",
                        refused.getMessage());
            }
        }
    }

    @Test
    void whatSourcesLetOutTogetherNamesTheBundlesOfAll() {
        thereIs(1, List.of(FIRST, ""), alongField("a"), alongField("b"));
        CouplingConfig transport =
                CouplingConfig.parse("{\"sources\": {\"a\": {}, \"b\": {}}, \"recoil\": {\"form\": \"transport\"}}");
        try (Coupling coupling = Coupling.open(provider, transport, CouplingOptions.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.emitted(new Vector3(0, 0, 1), 1, 1, 1);
            coupling.commit();
            assertEquals(FIRST + "+(none)", coupling.recoilBySource().get(0).bundle());
        }
    }

    @Test
    void aSourceFromNoBundleHasNone() {
        try (Coupling coupling = Coupling.open(
                SourceProvider.of(alongField("a")), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.advance(1, 0, 1, block);
            assertEquals("", coupling.recoilBySource().get(0).bundle());
            assertEquals(List.of(), coupling.builds());
            assertEquals("a 1.0.0", coupling.sourcesText());
        }
    }
}
