package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider.Lease;
import org.chiralkick.host.SourceProvider.Selection;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

class SourceLifecycleIT {
    private static final Settings KUBS = Settings.none().withPreset("kubs-2016");
    private static final Settings CONSISTENT = Settings.none().withPreset("consistent");

    private FelixRuntime runtime = FelixRuntime.start(Distribution.home());

    @BeforeEach
    void theFrameworkRuns() {
        assertEquals(Bundle.ACTIVE, runtime.context().getBundle().getState());
    }

    @AfterEach
    void stopTheFramework() {
        runtime.close();
    }

    @Test
    void everyMechanismOfTheDistributionIsThereAndDescribesItself() {
        assertEquals(List.of("chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"), runtime.names());
        List<SourceDescriptor> installed = runtime.installed();
        assertEquals(
                List.of("chiral", "isotropic", "polarised-nucleon", "quark-urca", "vortical"),
                installed.stream().map(SourceDescriptor::name).toList());
        assertEquals("consistent", installed.get(0).preset());
    }

    @Test
    void withoutANameTheChiralMechanismIsChosen() {
        try (Selection selection = runtime.select(SourceRequest.of(List.of(), CONSISTENT));
                Lease lease = selection.acquire(Duration.ZERO)) {
            assertEquals("chiral", only(lease).describe().name());
        }
    }

    @Test
    void settingsReachTheMechanismBeforeTheFirstStep() {
        try (Selection selection = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
                Lease lease = selection.acquire(Duration.ZERO)) {
            SourceDescriptor descriptor = only(lease).describe();
            assertEquals("kubs-2016", descriptor.preset());
            assertEquals("all-left-handed", descriptor.closures().get("share"));
        }
    }

    @Test
    void severalSourcesActInTheOrderOfTheRequest() {
        SourceRequest request = SourceRequest.of(List.of("vortical", "chiral"), CONSISTENT);
        try (Selection selection = runtime.select(request);
                Lease lease = selection.acquire(Duration.ZERO)) {
            assertEquals(
                    List.of("vortical", "chiral"),
                    lease.sources().stream()
                            .map(source -> source.describe().name())
                            .toList());
        }
    }

    @Test
    void couplingsWithDifferentSettingsLiveSideBySideAndEqualOnesShare() {
        try (Selection kubs = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
                Selection consistent = runtime.select(SourceRequest.of(List.of("chiral"), CONSISTENT));
                Selection again = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
                Lease one = kubs.acquire(Duration.ZERO);
                Lease two = consistent.acquire(Duration.ZERO);
                Lease three = again.acquire(Duration.ZERO)) {
            assertEquals("kubs-2016", only(one).describe().preset());
            assertEquals("consistent", only(two).describe().preset());
            assertNotSame(only(one), only(two));
            assertSame(only(one), only(three));
        }
    }

    @Test
    void aConfigurationIsDeletedAfterItsLastCoupling() throws Exception {
        Selection first = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
        Selection second = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
        first.close();
        assertEquals(1, configurations().length);
        second.close();
        second.close();
        assertNull(admin().listConfigurations(null), "configurations left");
        Patience.until(
                () -> runtime.diagnose("chiral").contains("waits for its configuration"),
                () -> runtime.diagnose("chiral"));
    }

    @Test
    void aSourceWithoutSettingsIsSharedAsItIs() {
        try (Selection kubs = runtime.select(SourceRequest.of(List.of("isotropic"), KUBS));
                Selection consistent = runtime.select(SourceRequest.of(List.of("isotropic"), CONSISTENT));
                Lease one = kubs.acquire(Duration.ZERO);
                Lease two = consistent.acquire(Duration.ZERO)) {
            assertSame(only(one), only(two));
        }
    }

    @Test
    void whileNothingChangesTheLeaseIsTheSame() {
        try (Selection selection = runtime.select(SourceRequest.of(List.of("chiral"), CONSISTENT));
                Lease first = selection.acquire(Duration.ZERO);
                Lease second = selection.acquire(Duration.ZERO)) {
            assertSame(first, second);
            assertEquals(first.generation(), second.generation());
        }
    }

    @Test
    void aChangedConfigurationIsANewInstance() throws Exception {
        try (Selection selection = runtime.select(SourceRequest.of(List.of("chiral"), CONSISTENT));
                Lease before = selection.acquire(Duration.ZERO)) {
            Configuration configuration = configurations()[0];
            var properties = Objects.requireNonNull(configuration.getProperties());
            properties.put(NeutrinoSource.PRESET, "kubs-2016");
            configuration.update(properties);

            Patience.until(
                    () -> {
                        try (Lease now = selection.acquire(Duration.ofSeconds(1))) {
                            return now.generation() != before.generation()
                                    && !now.sources().isEmpty();
                        }
                    },
                    () -> runtime.diagnose("chiral"));
            try (Lease after = selection.acquire(Duration.ofSeconds(10))) {
                assertEquals("kubs-2016", only(after).describe().preset());
                assertEquals("consistent", only(before).describe().preset());
                assertNotEquals(before.generation(), after.generation());
            }
        }
    }

    @Test
    void refusedSettingsAreQuotedWhenTheCouplingOpensWhateverThePolicy() {
        SourceRequest request =
                SourceRequest.of(List.of("chiral"), Settings.none().withClosure("share", "halves"));
        CouplingException refusal = assertThrows(CouplingException.class, () -> runtime.select(request));
        assertEquals(CouplingException.Kind.SOURCE, refusal.kind());
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains("could not be activated: closure share is 'halves'; must be one of"), message);
        CouplingConfig config = CouplingConfig.parse(
                "{\"source\": \"chiral\", \"closures\": {\"share\": \"halves\"}, \"without-source\": \"hold\"}");
        CouplingException refused =
                assertThrows(CouplingException.class, () -> Coupling.open(runtime, config, CouplingOptions.defaults()));
        assertEquals(CouplingException.Kind.ARGUMENT, refused.kind());
        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("closures.share is 'halves'; must be one of"),
                refused.getMessage());
        assertTrue(runtime.diagnose("vortical").endsWith("is active"), runtime.diagnose("vortical"));
    }

    @Test
    void anUnknownNameIsAnsweredWithWhatIsThere() {
        String diagnosis = runtime.diagnose("sterile");
        assertTrue(
                diagnosis.startsWith(
                        "source sterile is not there; there are chiral, isotropic, polarised-nucleon, quark-urca,"
                                + " vortical"),
                diagnosis);
    }

    @Test
    void aSourceThatNobodyAskedForWaitsForItsConfiguration() {
        String diagnosis = runtime.diagnose("chiral");
        assertTrue(diagnosis.contains("(bundle org.chiralkick.chiral "), diagnosis);
        assertTrue(diagnosis.contains("is installed and waits for its configuration"), diagnosis);
    }

    @Test
    void aMissingPackageIsNamed() throws BundleException {
        install(MechanismJar.of("steady", "1.0.0", 1).importing("org.example.tables"), false);
        String diagnosis = runtime.diagnose("steady");
        assertTrue(
                diagnosis.contains("bundle steady 1.0.0 needs package org.example.tables, which no bundle"), diagnosis);
    }

    @Test
    void aMissingServiceIsNamed() throws BundleException {
        install(MechanismJar.of("steady", "1.0.0", 1).referring("org.example.OpacityTable"), true);
        String diagnosis = runtime.diagnose("steady");
        assertTrue(diagnosis.endsWith("waits for service 'table'"), diagnosis);
    }

    @Test
    void aMechanismThatRefusesItsSettingsSaysWhy() throws BundleException {
        install(MechanismJar.of("steady", "1.0.0", 1).configurable(), true);
        SourceRequest request =
                SourceRequest.of(List.of("steady"), Settings.none().withClosure("mood", "unsteady"));
        CouplingException refusal = assertThrows(CouplingException.class, () -> runtime.select(request));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.endsWith("could not be activated: steadiness is 'unsteady'; must be 'steady'"), message);
    }

    @Test
    void aHigherRankingTakesOverAndGivesBack() throws BundleException {
        try (Selection selection = runtime.select(SourceRequest.of(List.of(), CONSISTENT))) {
            assertEquals("chiral", nameNow(selection));
            Bundle steady =
                    install(MechanismJar.of("steady", "1.0.0", 1).ranked(10_000).configurable(), true);
            Patience.until(() -> nameNow(selection).equals("steady"), selection::whyAbsent);
            steady.uninstall();
            Patience.until(() -> nameNow(selection).equals("chiral"), selection::whyAbsent);
        }
    }

    /** What may happen to a bundle in the middle of a step. */
    enum Interference {
        STOP,
        UPDATE,
        UNINSTALL
    }

    @ParameterizedTest
    @EnumSource
    void aStepInFlightEndsWithItsInstance(Interference what) throws Exception {
        Bundle bundle = install(MechanismJar.of("steady", "1.0.0", 3), true);
        try (Selection selection = runtime.select(SourceRequest.of(List.of("steady"), CONSISTENT));
                Lease lease = selection.acquire(Duration.ZERO)) {
            NeutrinoSource source = only(lease);
            switch (what) {
                case STOP -> bundle.stop();
                case UPDATE ->
                    bundle.update(new ByteArrayInputStream(
                            MechanismJar.of("steady", "2.0.0", 5).bytes()));
                case UNINSTALL -> bundle.uninstall();
            }
            refresh();

            assertEquals("1.0.0", source.describe().version());
            assertEquals(3, fluxOf(source), "flux of the instance, whose bundle is gone");
            try (Lease next = selection.acquire(Duration.ZERO)) {
                if (what == Interference.UPDATE) {
                    assertEquals(5, fluxOf(only(next)));
                } else {
                    assertTrue(next.sources().isEmpty(), "the next step has no source");
                    assertTrue(selection.whyAbsent().contains("source steady is not there"), selection.whyAbsent());
                }
            }
        }
    }

    @Test
    void aSelectionSurvivesTheEndOfTheFramework() {
        Selection selection = runtime.select(SourceRequest.of(List.of("vortical"), CONSISTENT));
        Lease inFlight = selection.acquire(Duration.ZERO);
        runtime.close();

        assertEquals("vortical", only(inFlight).describe().name());
        assertDoesNotThrow(inFlight::close);
        assertTrue(selection.acquire(Duration.ZERO).sources().isEmpty(), "no source after the end");
        assertEquals("source vortical is not there: the OSGi framework is stopped", selection.whyAbsent());
        assertDoesNotThrow(selection::close);
        assertDoesNotThrow(runtime::close);
        assertThrows(CouplingException.class, () -> runtime.select(SourceRequest.of(List.of("vortical"), CONSISTENT)));
    }

    @Test
    void twoFrameworksLiveInOneProcess() {
        try (FelixRuntime second = FelixRuntime.start(Distribution.home());
                Selection here = runtime.select(SourceRequest.of(List.of("chiral"), KUBS));
                Selection there = second.select(SourceRequest.of(List.of("chiral"), KUBS));
                Lease one = here.acquire(Duration.ZERO);
                Lease two = there.acquire(Duration.ZERO)) {
            assertNotSame(only(one).getClass(), only(two).getClass());
        }
    }

    private String nameNow(Selection selection) {
        try (Lease lease = selection.acquire(Duration.ZERO)) {
            return lease.sources().isEmpty() ? "" : only(lease).describe().name();
        }
    }

    private static NeutrinoSource only(Lease lease) {
        assertEquals(1, lease.sources().size(), "sources in the lease");
        return lease.sources().get(0);
    }

    private static double fluxOf(NeutrinoSource source) {
        ZoneBlock.Owner zones = new ZoneBlock.Owner();
        FluxBlock.Owner fluxes = new FluxBlock.Owner();
        double[] z = new double[1];
        fluxes.lend(FluxField.NEUTRINO_FLUX, 0, new double[1]);
        fluxes.lend(FluxField.NEUTRINO_FLUX, 1, new double[1]);
        fluxes.lend(FluxField.NEUTRINO_FLUX, 2, z);
        fluxes.lendFlags(new long[1]);
        zones.window(0, 1);
        fluxes.window(0, 1);
        source.evaluate(zones.block(), fluxes.block());
        return z[0];
    }

    private Bundle install(MechanismJar jar, boolean start) throws BundleException {
        Bundle bundle = runtime.context().installBundle("test:" + jar.name(), new ByteArrayInputStream(jar.bytes()));
        if (start) {
            bundle.start();
        }
        return bundle;
    }

    private void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        runtime.context().getBundle().adapt(FrameworkWiring.class).refreshBundles(null, event -> done.countDown());
        assertTrue(done.await(20, TimeUnit.SECONDS), "refreshed");
    }

    private ConfigurationAdmin admin() {
        var context = runtime.context();
        return Objects.requireNonNull(
                context.getService(Objects.requireNonNull(context.getServiceReference(ConfigurationAdmin.class))));
    }

    private Configuration[] configurations() throws Exception {
        return Objects.requireNonNull(admin().listConfigurations(null));
    }
}
