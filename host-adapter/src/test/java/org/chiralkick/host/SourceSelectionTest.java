package org.chiralkick.host;

import static org.chiralkick.host.TestSources.alongField;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;

/** Sources that come, go and are swapped: a step keeps those it began with. */
class SourceSelectionTest {
    private static final CouplingConfig HOLDING = CouplingConfig.defaults().withoutSource(WithoutSource.HOLD, 0);

    private final SourceProvider provider = mock(SourceProvider.class);
    private final SourceProvider.Selection selection = mock(SourceProvider.Selection.class);
    private final Zones zones = new Zones(64, 4);
    private final BlockBinding block = zones.bind(64);

    @BeforeEach
    void followOneSelection() {
        when(provider.select(any())).thenReturn(selection);
        when(selection.whyAbsent()).thenReturn("nothing is installed");
    }

    @Test
    void theRequestCarriesNamesAndSettings() {
        CouplingConfig config = CouplingConfig.parse(
                "{\"sources\": {\"chiral\": {\"preset\": \"kubs-2016\", \"closures\": {\"share\": \"equilibrium\"},"
                        + " \"parameters\": {\"neutrino-temperature-mev\": 4.5}}, \"vortical\": {}}}");
        try (Coupling coupling = open(config)) {
            ArgumentCaptor<SourceRequest> captor = ArgumentCaptor.forClass(SourceRequest.class);
            verify(provider).select(captor.capture());
            SourceRequest request = captor.getValue();
            assertEquals(List.of("chiral", "vortical"), request.names());
            assertEquals(
                    new Settings("kubs-2016", Map.of("share", "equilibrium"), Map.of("neutrino-temperature-mev", 4.5)),
                    request.settings("chiral"));
            assertEquals(Settings.none(), request.settings("vortical"));
            assertTrue(request.configuration("chiral").matches("[0-9a-f]{16}"));
            assertNotEquals(request.configuration("chiral"), request.configuration("vortical"));
            assertEquals(config, coupling.config());
        }
    }

    @Test
    void aStepTakesALeaseAndGivesItBackAtItsEnd() {
        SourceProvider.Lease lease = lease(1, alongField("a"));
        when(selection.acquire(any())).thenReturn(lease);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            verify(selection, never()).acquire(any());
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 1);
            verify(lease, never()).close();
            coupling.commit();
            verify(lease, times(1)).close();
            coupling.begin(2, 1, 1);
            coupling.rollback();
            verify(lease, times(2)).close();
            coupling.begin(3, 1, 1);
            coupling.begin(3, 1, 0.5);
            verify(lease, times(3)).close();
        }
        verify(lease, times(4)).close();
        verify(selection).close();
    }

    @Test
    void aSourceSwappedDuringAStepActsFromTheNextStepOn() {
        SourceProvider.Lease before = lease(1, alongField("a"));
        SourceProvider.Lease after = lease(2, alongField("b", 4));
        when(selection.acquire(any())).thenReturn(before, after);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 1);
            coupling.begin(1, 0, 1);
            coupling.commit();
            assertEquals("a", coupling.sources().get(0).name());
            coupling.advance(2, 1, 1, block);
            assertEquals("b", coupling.sources().get(0).name());
            List<RecoilEntry> entries = coupling.recoilBySource();
            assertEquals(
                    List.of("a", "b"), entries.stream().map(RecoilEntry::source).toList());
            assertEquals(
                    4 * entries.get(0).recoil().momentum().x(),
                    entries.get(1).recoil().momentum().x());
            assertEquals(1, entries.get(0).recoil().steps());
        }
    }

    @Test
    void anUnchangedSourceIsDescribedAndWarmedUpOnce() {
        NeutrinoSource source = mock(NeutrinoSource.class);
        when(source.describe()).thenReturn(alongField("a").describe());
        SourceProvider.Lease lease = lease(1, source);
        when(selection.acquire(any())).thenReturn(lease);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            for (int step = 0; step < 5; step++) {
                coupling.begin(step, step, 1);
                coupling.commit();
            }
        }
        verify(source, times(1)).describe();
        verify(source, times(2)).evaluate(any(), any());
    }

    @Test
    void useChoosesOtherSourcesFromTheNextBeginOn() {
        SourceProvider.Selection other = mock(SourceProvider.Selection.class);
        SourceProvider.Lease first = lease(1, alongField("a"));
        SourceProvider.Lease second = lease(1, alongField("b"));
        when(selection.acquire(any())).thenReturn(first);
        when(other.acquire(any())).thenReturn(second);
        when(provider.select(any())).thenReturn(selection, other);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.use("b");
            coupling.begin(1, 0, 1);
            verify(selection, never()).close();
            assertEquals("a", coupling.sources().get(0).name());
            coupling.commit();
            coupling.begin(2, 1, 1);
            assertEquals("b", coupling.sources().get(0).name());
            InOrder order = inOrder(first, selection, other);
            order.verify(first).close();
            order.verify(selection).close();
            order.verify(other).acquire(any());
        }
    }

    @Test
    void otherClosuresTakePartFromTheNextBeginOnAndStay() {
        CouplingConfig other = CouplingConfig.defaults().withSource("a").withClosure("share", "equilibrium");
        try (Coupling coupling = open(CouplingConfig.defaults().withSource("a"))) {
            coupling.use(other);
            coupling.use("b");
        }
        ArgumentCaptor<SourceRequest> requests = ArgumentCaptor.forClass(SourceRequest.class);
        verify(provider, times(3)).select(requests.capture());
        List<SourceRequest> requested = requests.getAllValues();
        assertEquals(SourceRequest.of(List.of("a"), other.shared()), requested.get(1));
        assertEquals(SourceRequest.of(List.of("b"), Settings.none()), requested.get(2), "what is chosen is for a");
        assertNotEquals(requested.get(0).configuration("a"), requested.get(1).configuration("a"));
    }

    @Test
    void recoilSettingsOfAnOpenCouplingCannotChange() {
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            CouplingConfig other = CouplingConfig.defaults().withClosure("recoil", "lambert");
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.use(other));
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("recoil settings cannot change while a coupling is open"), message);
            verify(provider, times(1)).select(any());
        }
    }

    @Test
    void settingsThatAreRefusedLeaveTheChoiceInForce() {
        SourceProvider.Lease lease = lease(1, alongField("a"));
        when(selection.acquire(any())).thenReturn(lease);
        CouplingConfig first = CouplingConfig.defaults().withSource("a");
        try (Coupling coupling = open(first)) {
            when(provider.select(any())).thenThrow(CouplingException.argument("refused"));
            assertThrows(CouplingException.class, () -> coupling.use(first.withClosure("share", "equilibrium")));
            coupling.begin(1, 0, 1);
            assertEquals("a", coupling.sources().get(0).name());
            verify(selection, never()).close();
        }
    }

    @Test
    void aSelectionThatNeverActedIsClosedToo() {
        SourceProvider.Selection other = mock(SourceProvider.Selection.class);
        when(provider.select(any())).thenReturn(selection, other);
        open(CouplingConfig.defaults().withSource("a")).close();
        verify(selection).close();
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            coupling.use("b");
            coupling.use("c");
        }
        verify(other, times(3)).close();
    }

    @Test
    void withoutASourceAStepIsHeldWithZeroFluxes() {
        SourceProvider.Lease absent = lease(1);
        SourceProvider.Lease present = lease(2, alongField("a"));
        when(selection.acquire(any())).thenReturn(absent, present);
        zones.neutrinoFlux[1][5] = 77;
        try (Coupling coupling = open(HOLDING)) {
            StepResult held = coupling.advance(1, 0, 1, block);
            assertTrue(held.sourceAbsent());
            assertArrayEquals(new double[64], zones.neutrinoFlux[1]);
            assertFalse(coupling.advance(2, 1, 1, block).sourceAbsent());
            assertEquals(2, coupling.recoil().steps());
            assertEquals(1, coupling.heldSteps());
            assertEquals(1, coupling.recoilBySource().get(0).recoil().steps());
        }
        verify(selection, times(2)).acquire(Duration.ZERO);
    }

    @Test
    void beginningAndEndOfEveryHoldAreLoggedWithTheirCause() {
        SourceProvider.Lease absent = lease(1);
        SourceProvider.Lease present = lease(2, alongField("a"));
        when(selection.acquire(any())).thenReturn(absent, absent, absent, present, present, absent);
        List<String> log = new ArrayList<>();
        CouplingOptions logging =
                CouplingOptions.defaults().withLog((level, message) -> log.add(level + " " + message));
        try (Coupling coupling = Coupling.open(provider, HOLDING, logging)) {
            coupling.begin(1, 0, 1);
            coupling.rollback();
            for (int step = 1; step <= 5; step++) {
                coupling.advance(step, step, 1, block);
            }
            assertEquals(3, coupling.heldSteps());
            assertEquals(2, coupling.holds());
        }
        assertEquals(
                List.of(
                        "WARNING step 1 is held, its fluxes are zero: nothing is installed",
                        "WARNING source a acts from step 3 on, after 2 steps were held",
                        "WARNING step 5 is held, its fluxes are zero: nothing is installed",
                        "WARNING the coupling is closed without its source, after 1 step was held"),
                log);
    }

    @Test
    void aMistypedSourceIsAnErrorWhenTheCouplingOpens() throws IOException {
        String json = new String(
                Objects.requireNonNull(SourceSelectionTest.class.getResourceAsStream("/typo-source.json"))
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        SourceProvider there = SourceProvider.of(alongField("chiral"), alongField("vortical"));
        CouplingConfig typo = CouplingConfig.parse(json);
        CouplingException refused =
                assertThrows(CouplingException.class, () -> Coupling.open(there, typo, CouplingOptions.defaults()));
        assertEquals(CouplingException.Kind.SOURCE, refused.kind());
        assertEquals(
                "source 'chirall' is not installed; did you mean chiral? There are [chiral, vortical]",
                refused.getMessage());
        for (WithoutSource inWords : List.of(WithoutSource.HOLD, WithoutSource.WAIT)) {
            Coupling.open(there, typo.withoutSource(inWords, 0), CouplingOptions.defaults())
                    .close();
        }
    }

    @Test
    void whatIsMissingAtTheOpeningIsClosedAgain() {
        when(selection.missing()).thenReturn(Optional.of("nothing is installed"));
        CouplingException refused = assertThrows(CouplingException.class, () -> open(CouplingConfig.defaults()));
        assertEquals("nothing is installed", refused.getMessage());
        verify(selection).close();
    }

    @Test
    void aChangeToASourceThatIsNotThereIsRefusedAndTheOldOneActsOn() {
        SourceProvider there = SourceProvider.of(alongField("alpha"), alongField("beta"));
        CouplingConfig alpha = CouplingConfig.defaults().withSource("alpha");
        try (Coupling coupling = Coupling.open(there, alpha, CouplingOptions.defaults())) {
            CouplingException refused = assertThrows(CouplingException.class, () -> coupling.use("betta"));
            assertEquals(
                    "change to betta is refused, alpha acts on: source 'betta' is not installed; did you mean beta?"
                            + " There are [alpha, beta]",
                    refused.getMessage());
            coupling.advance(1, 0, 1, block);
            assertEquals("alpha", coupling.sources().get(0).name());
        }
    }

    @Test
    void whatAnExchangeRemarksIsLoggedOnce() {
        SourceProvider.Lease present = lease(1, alongField("a"));
        when(selection.acquire(any())).thenReturn(present);
        when(selection.remark()).thenReturn(Optional.of("source a acts on as it was"));
        List<String> log = new ArrayList<>();
        CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
        try (Coupling coupling = Coupling.open(provider, CouplingConfig.defaults(), logging)) {
            coupling.advance(1, 0, 1, block);
            coupling.advance(2, 1, 1, block);
        }
        assertEquals(List.of("source a acts on as it was"), log);
    }

    @Test
    void aWaitIsLogged() {
        SourceProvider.Lease present = lease(1, alongField("a"));
        when(selection.acquire(any())).thenAnswer(call -> {
            Thread.sleep(60);
            return present;
        });
        List<String> log = new ArrayList<>();
        CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
        CouplingConfig waiting = CouplingConfig.parse("{\"source\": \"a\", \"without-source\": \"wait\"}");
        try (Coupling coupling = Coupling.open(provider, waiting, logging)) {
            coupling.advance(1, 0, 1, block);
        }
        assertEquals(1, log.size());
        assertTrue(log.get(0).matches("a step waited 0\\.\\d+ s for source a, which is there now"), log.get(0));
    }

    @Test
    void withThePolicyToFailAMissingSourceIsAnError() {
        SourceProvider.Lease absent = lease(1);
        when(selection.acquire(any())).thenReturn(absent);
        try (Coupling coupling = open(CouplingConfig.parse("{\"source\": \"chiral\", \"without-source\": \"fail\"}"))) {
            CouplingException thrown = assertThrows(CouplingException.class, () -> coupling.begin(1, 0, 1));
            assertEquals(CouplingException.Kind.SOURCE, thrown.kind());
            assertEquals("nothing is installed", thrown.getMessage());
            verify(absent).close();
            assertThrows(CouplingException.class, () -> coupling.evaluate(block, 1));
        }
    }

    @Test
    void withThePolicyToWaitTheWaitIsBounded() {
        SourceProvider.Lease absent = lease(1);
        when(selection.acquire(any())).thenReturn(absent);
        try (Coupling coupling =
                open(CouplingConfig.parse("{\"source\": \"a+b\", \"without-source\": \"wait\", \"wait-s\": 0.25}"))) {
            CouplingException thrown = assertThrows(CouplingException.class, () -> coupling.begin(1, 0, 1));
            assertEquals("waited 0.25 s: nothing is installed", thrown.getMessage());
            verify(selection).acquire(Duration.ofMillis(250));
        }
    }

    @Test
    void severalSourcesAddUpWithAnEntryEach() {
        SourceProvider both = SourceProvider.of(alongField("a"), alongField("b", 2));
        double[] rate = new double[64];
        BlockBinding limited = zones.builder(64)
                .out(FluxField.LARGEST_STABLE_RATE, View.of(rate))
                .build();
        try (Coupling sum =
                        Coupling.open(both, CouplingConfig.defaults().withSource("a+b"), CouplingOptions.defaults());
                Coupling single = Coupling.open(both, CouplingConfig.defaults(), CouplingOptions.defaults())) {
            sum.advance(1, 0, 1e-6, limited);
            double[] flux = zones.neutrinoFlux[0].clone();
            double[] rates = rate.clone();
            single.advance(1, 0, 1e-6, limited);
            for (int i = 0; i < 64; i++) {
                assertEquals(3 * zones.neutrinoFlux[0][i], flux[i], 1e-15 * Math.abs(flux[i]));
                assertEquals(2 * rate[i], rates[i]);
            }
            assertEquals(
                    single.recoilBySource().get(0), sum.recoilBySource().get(0), "a source's own entry is its own");
            assertEquals(2, sum.recoilBySource().size());
            assertEquals(
                    3 * single.recoil().energyErg(),
                    sum.recoil().energyErg(),
                    1e-15 * sum.recoil().energyErg());
        }
    }

    @Test
    void aSourceThatFailsSpoilsItsStepOnly() {
        Moody moody = new Moody();
        try (Coupling coupling =
                Coupling.open(SourceProvider.of(moody), CouplingConfig.defaults(), CouplingOptions.defaults())) {
            coupling.begin(1, 0, 1);
            coupling.evaluate(block, 1);
            moody.fails = true;
            CouplingException failed = assertThrows(CouplingException.class, () -> coupling.evaluate(block, 1));
            assertEquals(CouplingException.Kind.SOURCE, failed.kind());
            assertEquals(
                    "source moody failed on zones 0 to 63: java.lang.IllegalStateException: bad mood",
                    failed.getMessage());
            CouplingException refused = assertThrows(CouplingException.class, coupling::commit);
            assertEquals(CouplingException.Kind.STATE, refused.kind());
            assertEquals(
                    "an evaluation of step 1 failed (source moody failed on zones 0 to 63:"
                            + " java.lang.IllegalStateException: bad mood); roll the step back, or begin it again",
                    refused.getMessage());
            coupling.rollback();
            assertEquals(0, coupling.recoil().steps());
            moody.fails = false;
            coupling.advance(1, 0, 1, block);
            moody.fails = true;
            assertThrows(CouplingException.class, () -> coupling.advance(2, 1, 1, block));
            assertThrows(CouplingException.class, coupling::commit, "advance has rolled the step back");
            assertEquals(1, coupling.recoil().steps());
        }
    }

    @Test
    void aSourceThatFailsAtOnceIsNotTakenIntoAStep() {
        Moody moody = new Moody();
        moody.fails = true;
        SourceProvider.Lease lease = lease(1, moody);
        when(selection.acquire(any())).thenReturn(lease);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            CouplingException failed = assertThrows(CouplingException.class, () -> coupling.begin(1, 0, 1));
            assertEquals(
                    "source moody failed its first evaluation, on zones of ordinary matter:"
                            + " java.lang.IllegalStateException: bad mood",
                    failed.getMessage());
            verify(lease).close();
        }
    }

    @Test
    void theFixedProviderFindsByNameAndTakesTheFirstOtherwise() {
        NeutrinoSource a = alongField("a");
        NeutrinoSource b = alongField("b");
        SourceProvider fixed = SourceProvider.of(a, b);
        assertEquals(List.of(a), acquire(fixed, List.of()));
        assertEquals(List.of(b, a), acquire(fixed, List.of("b", "a")));
        assertEquals(List.of(), acquire(fixed, List.of("a", "c")));
        try (SourceProvider.Selection missing = fixed.select(SourceRequest.of(List.of("a", "c"), Settings.none()))) {
            assertEquals("source a+c is not there; there are [a, b]", missing.whyAbsent());
        }
        assertEquals(List.of(), acquire(SourceProvider.of(), List.of()));
    }

    @Test
    void sourcesAreToldBeforeTheFirstStep() {
        SourceProvider.Lease lease = lease(1, alongField("a"));
        when(selection.acquire(any())).thenReturn(lease);
        try (Coupling coupling = open(CouplingConfig.defaults())) {
            assertEquals("a", coupling.sources().get(0).name());
            assertSame(coupling.sources(), coupling.sources());
            verify(lease, times(1)).close();
        }
    }

    @Test
    void entriesNameTheClosuresInForceAndTheRecoilGeometry() {
        SourceProvider.Lease lease = lease(1, alongField("a"));
        when(selection.acquire(any())).thenReturn(lease);
        try (Coupling coupling = open(CouplingConfig.defaults().withClosure("recoil", "lambert"))) {
            coupling.advance(1, 0, 1, block);
            RecoilEntry entry = coupling.recoilBySource().get(0);
            assertEquals(
                    Map.of("share", "composition", "recoil", "lambert", "recoil-form", "surface"), entry.closures());
            assertEquals("1.0.0", entry.version());
        }
    }

    private Coupling open(CouplingConfig config) {
        return Coupling.open(provider, config, CouplingOptions.defaults());
    }

    private static List<NeutrinoSource> acquire(SourceProvider provider, List<String> names) {
        try (SourceProvider.Selection selected = provider.select(SourceRequest.of(names, Settings.none()));
                SourceProvider.Lease lease = selected.acquire(Duration.ZERO)) {
            return lease.sources();
        }
    }

    private static SourceProvider.Lease lease(long generation, NeutrinoSource... sources) {
        SourceProvider.Lease lease = mock(SourceProvider.Lease.class);
        when(lease.sources()).thenReturn(List.of(sources));
        when(lease.generation()).thenReturn(generation);
        return lease;
    }

    private static final class Moody implements NeutrinoSource {
        private boolean fails;

        @Override
        public SourceDescriptor describe() {
            return TestSources.descriptor(
                    "moody",
                    builder -> builder.requires(ZoneField.TEMPERATURE)
                            .gives(FluxField.LEPTON_FLUX, FluxField.NEUTRINO_FLUX));
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            if (fails) {
                throw new IllegalStateException("bad mood");
            }
        }
    }
}
