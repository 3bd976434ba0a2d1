package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.FieldSystem;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.Units;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;

/** Ranks that compare ballots and commit together: the same sources in the same steps, and parts that are of one run. */
class RanksTest {
    private static final String ANY = "{'without-source': 'hold'}";

    /** A registry whose content a test changes, and which knows what is lent. */
    private static final class Registry implements SourceProvider {
        private List<NeutrinoSource> there;
        private String build = "1.0.0";
        private long generation = 1;
        private int lent;

        Registry(NeutrinoSource... sources) {
            there = List.of(sources);
        }

        void becomes(String newBuild, NeutrinoSource... sources) {
            there = List.of(sources);
            build = newBuild;
            generation++;
        }

        @Override
        public Selection select(SourceRequest request) {
            return new Selection() {
                @Override
                public Lease acquire(Duration wait) {
                    List<NeutrinoSource> found = there.stream()
                            .filter(source -> request.names().isEmpty()
                                    || request.names()
                                            .contains(source.describe().name()))
                            .limit(1)
                            .toList();
                    lent++;
                    long number = generation;
                    String its = build;
                    return new Lease() {
                        @Override
                        public List<NeutrinoSource> sources() {
                            return found;
                        }

                        @Override
                        public List<String> builds() {
                            return found.isEmpty() ? List.of() : List.of(its);
                        }

                        @Override
                        public long generation() {
                            return number;
                        }

                        @Override
                        public void close() {
                            lent--;
                        }
                    };
                }

                @Override
                public String whyAbsent() {
                    return "it is not there";
                }

                @Override
                public void close() {
                    // Nothing is kept.
                }
            };
        }
    }

    private final Zones zones = new Zones(8, 5);
    private final BlockBinding block = zones.bind(8);

    private static Coupling open(SourceProvider provider, String config, int rank, int ranks) {
        return Coupling.open(
                provider,
                CouplingConfig.parse(config.replace('\'', '"')),
                CouplingOptions.defaults().withRank(rank, ranks).withRetry(true));
    }

    private void begun(long step, Coupling... ranks) {
        for (Coupling rank : ranks) {
            rank.begin(step, 0, 1e-3);
            rank.evaluate(block, 1);
        }
    }

    /** Commits as ck_commit_all does where all must agree; returns the ballots' next sources. */
    private static boolean agreed(Coupling... ranks) {
        List<Ballot> ballots = new ArrayList<>();
        for (Coupling rank : ranks) {
            ballots.add(rank.ballot());
        }
        double dtMax = ballots.stream().mapToDouble(Ballot::dtMax).min().orElseThrow();
        boolean next =
                ballots.stream().mapToLong(Ballot::nextSources).distinct().count() == 1;
        assertEquals(1, ballots.stream().mapToLong(Ballot::sources).distinct().count());
        for (Coupling rank : ranks) {
            assertEquals(
                    StepResult.Outcome.COMMITTED, rank.commitAgreed(dtMax, next).outcome());
        }
        return next;
    }

    private static List<String> sources(Coupling... ranks) {
        return Arrays.stream(ranks).map(Coupling::sourcesText).toList();
    }

    @Test
    void aNewBuildActsWhenAllRanksHaveIt() {
        Registry[] registries = {new Registry(alongField("field")), new Registry(alongField("field"))};
        try (Coupling first = open(registries[0], ANY, 0, 2);
                Coupling second = open(registries[1], ANY, 1, 2)) {
            begun(1, first, second);
            assertTrue(agreed(first, second));
            registries[1].becomes("1.0.1", alongField("field", 2));
            begun(2, first, second); // agreed already
            assertEquals(List.of("field 1.0.0", "field 1.0.0"), sources(first, second));
            assertFalse(agreed(first, second));
            for (long step = 3; step < 6; step++) {
                begun(step, first, second);
                assertEquals(List.of("field 1.0.0", "field 1.0.0"), sources(first, second));
                assertFalse(agreed(first, second));
                assertEquals(step - 1, second.heldBack());
                assertEquals(0, first.heldBack());
            }
            registries[0].becomes("1.0.1", alongField("field", 2));
            begun(6, first, second);
            assertTrue(agreed(first, second));
            begun(7, first, second);
            assertEquals(List.of("field 1.0.0 (bundle 1.0.1)", "field 1.0.0 (bundle 1.0.1)"), sources(first, second));
            assertTrue(agreed(first, second));
            assertEquals(0, second.heldBack());
            assertEquals(first.fingerprint(), second.fingerprint());
        }
        assertEquals(0, registries[0].lent);
        assertEquals(0, registries[1].lent);
    }

    @Test
    void aSourceThatIsGoneOnOneRankActsOnAndIsHeldOnAllTogether() {
        Registry[] registries = {new Registry(alongField("field")), new Registry(alongField("field"))};
        try (Coupling first = open(registries[0], ANY, 0, 2);
                Coupling second = open(registries[1], ANY, 1, 2)) {
            begun(1, first, second);
            assertTrue(agreed(first, second));
            registries[1].becomes("1.0.0");
            for (long step = 2; step < 5; step++) {
                begun(step, first, second);
                assertFalse(agreed(first, second));
            }
            assertEquals(first.recoil(), second.recoil());
            assertEquals(0, second.heldSteps());
            registries[0].becomes("1.0.0");
            begun(5, first, second);
            assertTrue(agreed(first, second));
            begun(6, first, second);
            registries[1].becomes("1.0.0", alongField("field"));
            assertFalse(agreed(first, second));
            begun(7, first, second);
            assertEquals(List.of("", ""), sources(first, second));
            registries[0].becomes("1.0.0", alongField("field"));
            assertTrue(agreed(first, second));
            begun(8, first, second);
            assertTrue(agreed(first, second));
            assertEquals(2, first.heldSteps());
            assertEquals(2, second.heldSteps());
            assertEquals(first.fingerprint(), second.fingerprint());
            second.begin(9, 0, 1e-3);
            second.evaluate(block, 1);
            registries[1].becomes("1.0.0");
            second.commit(); // decides alone again
            second.begin(10, 0, 1e-3);
            assertEquals("", second.sourcesText());
        }
        assertEquals(0, registries[0].lent);
        assertEquals(0, registries[1].lent);
    }

    @Test
    void aStepThatIsRolledBackBeginsAgainWithTheSourcesAgreedOn() {
        Registry registry = new Registry(alongField("field"));
        try (Coupling coupling = open(registry, ANY, 0, 1)) {
            begun(1, coupling);
            registry.becomes("1.0.1", alongField("field", 2));
            assertEquals("field 1.0.0", coupling.sourcesText());
            coupling.ballot();
            coupling.commitAgreed(Double.POSITIVE_INFINITY, false);
            begun(2, coupling);
            coupling.rollback();
            begun(2, coupling);
            assertEquals("field 1.0.0", coupling.sourcesText());
        }
        assertEquals(0, registry.lent);
    }

    @Test
    void aBallotCommitsNothingAndChecksAsACommitDoes() {
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 1)) {
            coupling.begin(1, 0, 1e-3);
            coupling.evaluate(block, 0.5);
            CouplingException refused = assertThrows(CouplingException.class, coupling::ballot);
            assertTrue(String.valueOf(refused.getMessage()).contains("with sum 0.5"), refused.getMessage());
            coupling.evaluate(block, 0.5);
            Ballot ballot = coupling.ballot();
            assertEquals(1, ballot.step());
            assertEquals(1e-3, ballot.dt());
            assertTrue(ballot.canRetry());
            assertEquals(0, coupling.recoil().steps());
            assertThrows(CouplingException.class, () -> coupling.commitAgreed(Double.NaN, true));
            coupling.commitAgreed(ballot.dtMax(), true);
            assertEquals(1, coupling.recoil().steps());
            assertThrows(CouplingException.class, coupling::ballot);
        }
    }

    @Test
    void theLeastStableDtOfAllRanksCounts() {
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 2)) {
            begun(1, coupling);
            assertTrue(coupling.ballot().dtMax() > 1e-4);
            StepResult retry = coupling.commitAgreed(1e-4, true);
            assertEquals(StepResult.Outcome.RETRY, retry.outcome());
            assertEquals(1e-4, retry.dtMax());
            assertEquals(0, coupling.recoil().steps());
        }
    }

    @Test
    void ballotsTellConfigurationsAndBuildsApart() {
        Registry other = new Registry(alongField("field"));
        other.becomes("1.0.1", alongField("field"));
        try (Coupling coupling = open(new Registry(alongField("field")), "{}", 0, 2);
                Coupling same = open(new Registry(alongField("field")), "{'source': 'field'}", 1, 2);
                Coupling rules = open(new Registry(alongField("field")), "{'weights': 'free'}", 1, 2);
                Coupling build = open(other, "{}", 1, 2)) {
            begun(1, coupling, same, rules, build);
            Ballot ballot = coupling.ballot();
            assertEquals(ballot.configuration(), same.ballot().configuration());
            assertEquals(ballot.sources(), same.ballot().sources());
            assertNotEquals(ballot.configuration(), rules.ballot().configuration());
            assertEquals(ballot.sources(), rules.ballot().sources());
            assertEquals(ballot.configuration(), build.ballot().configuration());
            assertNotEquals(ballot.sources(), build.ballot().sources());
            assertTrue(rules.configurationText().contains("weights=free"), rules.configurationText());
        }
    }

    @Test
    void partsOfOtherSourcesOrSettingsAreNotMerged() {
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 2);
                Coupling same = open(SourceProvider.of(alongField("field")), "{}", 1, 2);
                Coupling other = open(SourceProvider.of(alongField("other")), "{}", 1, 2);
                Coupling budget =
                        open(SourceProvider.of(alongField("field")), "{'recoil': {'thermal-budget-erg': 1e50}}", 1, 2);
                Coupling late = open(SourceProvider.of(alongField("field"), alongField("other")), "{}", 1, 2)) {
            late.use("other");
            begun(1, late);
            late.commit();
            late.use("field");
            begun(2, coupling, same, other, budget, late);
            for (Coupling rank : List.of(coupling, same, other, budget, late)) {
                rank.commit();
            }
            byte[] before = coupling.saveState();
            refused(coupling, other, "has source other 1.0.0, the parts before it source field 1.0.0");
            refused(coupling, budget, "its configuration differs");
            refused(coupling, late, "has source field 1.0.0, other 1.0.0");
            assertEquals(Arrays.toString(before), Arrays.toString(coupling.saveState()));
            coupling.mergeState(same.saveState());
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void ranksWithNumbersOfTheirOwnAreOneRun() {
        String free = "{'step-numbers': 'free'}";
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), free, 0, 2);
                Coupling other = open(SourceProvider.of(alongField("field")), free, 1, 2)) {
            begun(1, coupling);
            begun(7, other);
            coupling.commit();
            other.commit();
            coupling.mergeState(other.saveState());
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void ballotsHideNumbersThatAreFreeAndStillCountSteps() {
        String free = "{'step-numbers': 'free'}";
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), free, 0, 2);
                Coupling other = open(SourceProvider.of(alongField("field")), free, 1, 2)) {
            begun(9, coupling);
            begun(4, other);
            assertTrue(agreed(coupling, other));
            begun(3, coupling);
            begun(8, other);
            for (Coupling rank : List.of(coupling, other)) {
                assertEquals(-1, rank.ballot().step());
                assertEquals(-1, rank.ballot().lastStep());
                assertEquals(1, rank.ballot().steps());
            }
            other.commit();
            begun(5, other);
            assertEquals(1, coupling.ballot().steps());
            assertEquals(2, other.ballot().steps());
            assertEquals(coupling.ballot().history(), other.ballot().history());
        }
    }

    @Test
    void theBallotOfARankWithAnOlderStateHasFewerSteps() {
        byte[][] states = new byte[2][];
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 1)) {
            for (int step = 1; step <= 2; step++) {
                begun(step, coupling);
                coupling.commit();
                states[step - 1] = coupling.saveState();
            }
        }
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 2);
                Coupling older = open(SourceProvider.of(alongField("field")), "{}", 1, 2)) {
            coupling.restoreState(states[1]);
            older.restoreState(states[0]);
            begun(3, coupling, older);
            assertEquals(2, coupling.ballot().steps());
            assertEquals(2, coupling.ballot().lastStep());
            assertEquals(1, older.ballot().steps());
            assertEquals(1, older.ballot().lastStep());
        }
    }

    private static void refused(Coupling coupling, Coupling part, String why) {
        byte[] state = part.saveState();
        CouplingException mixed = assertThrows(CouplingException.class, () -> coupling.mergeState(state));
        assertTrue(String.valueOf(mixed.getMessage()).contains(why), mixed.getMessage());
        assertEquals(CouplingException.Kind.ARGUMENT, mixed.kind());
    }

    @Test
    void aRestartOnOtherRanksIsOneRun() {
        byte[] state;
        try (Coupling coupling = open(SourceProvider.of(alongField("field")), "{}", 0, 1)) {
            begun(1, coupling);
            coupling.commit();
            state = coupling.saveState();
        }
        Coupling[] ranks = IntStream.range(0, 3)
                .mapToObj(rank -> open(SourceProvider.of(alongField("field")), "{'weights': 'free'}", rank, 3))
                .toArray(Coupling[]::new);
        for (Coupling rank : ranks) {
            rank.restoreState(state);
        }
        begun(2, ranks);
        assertTrue(agreed(ranks));
        assertEquals(ranks[0].fingerprint(), ranks[1].fingerprint());
        ranks[0].mergeState(ranks[1].saveState());
        ranks[0].mergeState(ranks[2].saveState());
        assertEquals(2, ranks[0].recoil().steps());
        for (Coupling rank : ranks) {
            rank.close();
        }
    }

    @Test
    void partsThatCountTheRecoilInOtherFormsAreNotSummed() {
        Zones zones = new Zones(16, 7);
        BlockBinding surface = zones.bind(16);
        BlockBinding volume = BlockBinding.of(16)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .in(ZoneField.VOLUME, View.constant(1e15))
                .out(FluxField.NEUTRINO_FLUX, Zones.views(zones.neutrinoFlux))
                .build();
        String config = "{'recoil': {'radius-cm': 1e6}}";
        try (Coupling first = open(SourceProvider.of(alongField("field")), config, 0, 3);
                Coupling second = open(SourceProvider.of(alongField("field")), config, 1, 3);
                Coupling empty = open(SourceProvider.of(alongField("field")), config, 2, 3)) {
            first.advance(1, 0, 1, surface);
            second.advance(1, 0, 1, volume);
            begun(1, empty);
            empty.commit();
            first.mergeState(empty.saveState());
            byte[] part = second.saveState();
            CouplingException refusal = assertThrows(CouplingException.class, () -> first.mergeState(part));
            assertEquals(
                    "the state to merge counts the recoil of source field in form volume, the parts before it in form surface;"
                            + " nothing was summed. Bind the same fields on all ranks, or choose recoil.form",
                    refusal.getMessage());
        }
    }

    @Test
    void ballotsTellTheFormOfTheRecoil() {
        BlockBinding surface = zones.bind(8);
        BlockBinding volume = BlockBinding.of(8)
                .in(ZoneField.TEMPERATURE, View.of(zones.temperature))
                .in(ZoneField.MAGNETIC_FIELD, Zones.views(zones.field))
                .in(ZoneField.VOLUME, View.constant(1e15))
                .out(FluxField.NEUTRINO_FLUX, Zones.views(zones.neutrinoFlux))
                .build();
        String config = "{'recoil': {'radius-cm': 1e6}}";
        try (Coupling first = open(SourceProvider.of(alongField("field")), config, 0, 3);
                Coupling second = open(SourceProvider.of(alongField("field")), config, 1, 3);
                Coupling empty = open(SourceProvider.of(alongField("field")), config, 2, 3)) {
            first.begin(1, 0, 1e-3);
            second.begin(1, 0, 1e-3);
            empty.begin(1, 0, 1e-3);
            first.evaluate(surface, 1);
            second.evaluate(volume, 1);
            assertEquals(RecoilForm.SURFACE, first.ballot().form());
            assertEquals(RecoilForm.VOLUME, second.ballot().form());
            assertEquals(RecoilForm.NONE, empty.ballot().form());
            // What may be bound is the same on all ranks: only what is bound differs.
            assertEquals(first.ballot().configuration(), second.ballot().configuration());
            assertEquals(first.ballot().configuration(), empty.ballot().configuration());
        }
    }

    @Test
    void ranksInOtherUnitsAreOfAnotherRun() {
        Coupling cgs = open(SourceProvider.of(alongField("field")), "{}", 0, 2);
        Coupling km = Coupling.open(
                SourceProvider.of(alongField("field")),
                CouplingConfig.defaults(),
                CouplingOptions.defaults().withRank(1, 2).withUnits(new Units(1, 1e5, 1, 1, 1, FieldSystem.GAUSSIAN)));
        begun(1, cgs, km);
        assertNotEquals(cgs.ballot().configuration(), km.ballot().configuration());
        assertTrue(km.configurationText().contains("\nunits.length-cm=100000.0\n"), km.configurationText());
        cgs.close();
        km.close();
    }
}
