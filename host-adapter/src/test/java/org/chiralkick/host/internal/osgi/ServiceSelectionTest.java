package org.chiralkick.host.internal.osgi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.View;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

/** Which bundle acts where there are several, or where one is replaced: in a framework with bundles that register their sources themselves. */
class ServiceSelectionTest {
    private static final int ZONES = 4;

    @TempDir
    private Path storage = Path.of("");

    // These sources take no settings.
    private final ConfigurationAdmin admin = mock();
    private final Configuration configuration = mock();
    private ServiceRegistration<ConfigurationAdmin> services;
    private Framework framework;
    private SourceProvider provider;
    private final List<String> log = new ArrayList<>();
    private final BlockBinding block = BlockBinding.of(ZONES)
            .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1))
            .out(
                    FluxField.NEUTRINO_FLUX,
                    View.of(new double[ZONES]),
                    View.of(new double[ZONES]),
                    View.of(new double[ZONES]))
            .build();
    private long step;

    @BeforeEach
    void startTheFramework() throws BundleException, IOException {
        framework = ServiceLoader.load(FrameworkFactory.class)
                .findFirst()
                .orElseThrow()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE, storage.toString(),
                        Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK,
                        Constants.FRAMEWORK_BOOTDELEGATION, SlowActivator.class.getPackageName()));
        framework.start();
        when(admin.getFactoryConfiguration(any(), any(), any())).thenReturn(configuration);
        services = framework.getBundleContext().registerService(ConfigurationAdmin.class, admin, null);
        provider = SourceProvider.of(framework.getBundleContext());
    }

    @AfterEach
    void stopTheFramework() throws Exception {
        framework.stop();
        framework.waitForStop(0);
    }

    /** Emits neutrinos along z, all of one energy; says it gives only what it is told to. */
    private record Steady(String name, double flux, List<FluxField> gives) implements NeutrinoSource {
        @Override
        public SourceDescriptor describe() {
            return SourceDescriptor.named(name)
                    .version("1.0.0")
                    .summary("the same everywhere")
                    .citation("none")
                    .gives(gives.toArray(FluxField[]::new))
                    .build();
        }

        @Override
        public void evaluate(ZoneBlock zones, FluxBlock fluxes) {
            for (FluxField field : gives) {
                if (fluxes.wants(field)) {
                    double[] out = fluxes.column(field, 2);
                    for (int i = zones.first(); i < zones.end(); i++) {
                        out[i] += flux;
                    }
                }
            }
        }
    }

    private static Steady steady(double flux) {
        return new Steady("steady", flux, List.of(FluxField.NEUTRINO_FLUX, FluxField.NEUTRINO_ENERGY_FLUX));
    }

    private static Steady lacking() {
        return new Steady("steady", 64, List.of(FluxField.NEUTRINO_ENERGY_FLUX));
    }

    private static InputStream jar(String symbolicName, String content) throws IOException {
        return jar(symbolicName, content, Map.of());
    }

    private static InputStream jar(String symbolicName, String content, Map<String, String> headers)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue(Constants.BUNDLE_MANIFESTVERSION, "2");
        main.putValue(Constants.BUNDLE_SYMBOLICNAME, symbolicName);
        main.putValue(Constants.BUNDLE_VERSION, "1.0.0");
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
            jar.putNextEntry(new JarEntry("content"));
            jar.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private Bundle install(String symbolicName, NeutrinoSource source, int ranking) throws Exception {
        Bundle bundle = framework
                .getBundleContext()
                .installBundle("test:" + symbolicName, jar(symbolicName, source.toString()));
        bundle.start();
        register(bundle, source, ranking);
        return bundle;
    }

    private static void register(Bundle bundle, NeutrinoSource source, int ranking) {
        Map<String, Object> properties =
                Map.of(NeutrinoSource.NAME, source.describe().name(), Constants.SERVICE_RANKING, ranking);
        bundle.getBundleContext().registerService(NeutrinoSource.class, source, FrameworkUtil.asDictionary(properties));
    }

    /** Exchanges the content of a bundle, which then registers another source. */
    private static void update(Bundle bundle, NeutrinoSource source, int ranking) throws Exception {
        bundle.update(jar(bundle.getSymbolicName(), source.toString()));
        register(bundle, source, ranking);
    }

    private Coupling open(String config) {
        CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
        return Coupling.open(provider, CouplingConfig.parse(config), logging);
    }

    /** Does a step, and returns how many neutrinos a zone has emitted in it. */
    private double step(Coupling coupling) {
        double before = coupling.recoil().number();
        step++;
        coupling.advance(step, (double) step, 1, block);
        return (coupling.recoil().number() - before) / ZONES;
    }

    @Test
    void anUpdateToABuildThatLacksABoundOutputIsNotTakenUpAndSaidOnce() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
            String first = coupling.builds().get(0);
            update(bundle, lacking(), 0);
            for (int i = 0; i < 10; i++) {
                assertEquals(1, step(coupling));
            }
            assertEquals(List.of(first), coupling.builds());
            assertEquals(1, log.size(), log.toString());
            assertTrue(
                    log.get(0)
                            .matches("source steady acts on as bundle " + first
                                    + " gave it, and bundle org.example.a 1.0.0 sha256:[0-9a-f]{12} does not take its place: it does not"
                                    + " give neutrino flux, bound as output; put a bundle in its place that does, bind only what it gives,"
                                    + " or choose \"missing-output\": \"warn\" in the configuration to have zeros"),
                    log.get(0));

            update(bundle, steady(2), 0);
            assertEquals(2, step(coupling), "one that gives it acts at once");
            assertEquals(1, log.size(), log.toString());
            assertEquals(
                    List.of(11L, 1L),
                    coupling.recoilBySource().stream()
                            .map(entry -> entry.recoil().steps())
                            .toList());
            assertEquals(0, coupling.heldSteps());
        }
    }

    @Test
    void ifTheOldOneIsGoneForGoodTheStepIsRefused() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
            bundle.uninstall();
            install("org.example.b", lacking(), 0);
            CouplingException refused = assertThrows(CouplingException.class, () -> step(coupling));
            assertEquals(CouplingException.Kind.FIELD, refused.kind());
            String message = String.valueOf(refused.getMessage());
            assertTrue(message.startsWith("source steady does not give neutrino flux ("), message);
        }
    }

    @Test
    void aRefusedBuildThatIsRemovedTakesTheOldOneWithIt() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
            update(bundle, lacking(), 0);
            assertEquals(1, step(coupling));
            bundle.uninstall();
            CouplingException gone = assertThrows(CouplingException.class, () -> step(coupling));
            assertEquals(CouplingException.Kind.SOURCE, gone.kind());
        }
    }

    @Test
    void oneThatRanksHigherAndLacksABoundOutputDoesNotAct() throws Exception {
        install("org.example.a", steady(1), 0);
        try (Coupling named = open("{\"source\": \"steady\"}");
                Coupling best = open("{}")) {
            assertEquals(1, step(named));
            assertEquals(1, step(best));
            Bundle higher = install("org.example.b", lacking(), 5);
            assertEquals(1, step(named));
            assertEquals(1, step(best));
            assertEquals(1, step(best));
            assertEquals(2, log.size(), log.toString());
            assertTrue(log.get(1).contains("bundle org.example.b 1.0.0 sha256:"), log.get(1));
            higher.uninstall();
            assertEquals(1, step(named));
            assertEquals(1, step(best));
            assertEquals(2, log.size(), log.toString());
        }
    }

    @Test
    void whereMissingOutputsAreZerosByChoiceWhatIsThereActs() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        try (Coupling coupling = open("{\"source\": \"steady\", \"missing-output\": \"warn\"}")) {
            assertEquals(1, step(coupling));
            update(bundle, lacking(), 0);
            step(coupling);
            assertEquals(2, coupling.recoilBySource().size());
        }
    }

    @Test
    void ofEqualRankTheBundleThatWasInstalledFirstActsAlsoWhenItIsUpdated() throws Exception {
        Bundle first = install("org.example.a", steady(1), 0);
        Bundle second = install("org.example.b", steady(8), 0);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
            first.update(jar("org.example.a", "another"));
            assertEquals(1, step(coupling), "the other one does not step in while it is exchanged");
            register(first, steady(2), 0);
            assertEquals(2, step(coupling));
            first.uninstall();
            assertEquals(8, step(coupling));
            assertEquals(
                    List.of(
                            "source steady is given by 2 bundles: org.example.a 1.0.0 acts, which was installed first of those with"
                                    + " service.ranking 0, and not org.example.b 1.0.0 (service.ranking 0); remove what shall not act, or give"
                                    + " what shall act a higher service.ranking"),
                    log);
            assertEquals(
                    List.of("org.example.a", "org.example.a", "org.example.b"),
                    coupling.recoilBySource().stream()
                            .map(RecoilEntry::bundle)
                            .map(build -> build.substring(0, build.indexOf(' ')))
                            .toList());
            assertEquals(Bundle.ACTIVE, second.getState());
        }
    }

    @Test
    void theOneThatRanksHigherActsAndItIsSaid() throws Exception {
        install("org.example.a", steady(1), 0);
        install("org.example.b", steady(8), 5);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(8, step(coupling));
            assertEquals(8, step(coupling));
        }
        String words =
                "source steady is given by 2 bundles: org.example.b 1.0.0 acts, which has the highest service.ranking, 5, and not"
                        + " org.example.a 1.0.0 (service.ranking 0); remove what shall not act, or give what shall act a higher service.ranking";
        assertEquals(List.of(words), log);
        assertEquals(
                "source steady is active; " + words,
                new FrameworkSources(framework.getBundleContext()).diagnose("steady"));
    }

    /** Registers its source and does more, until it is let. */
    public static final class SlowActivator implements BundleActivator {
        private static final CountDownLatch REGISTERED = new CountDownLatch(1);
        private static final CountDownLatch MAY_RETURN = new CountDownLatch(1);

        /** Makes the activator. */
        public SlowActivator() {}

        @Override
        public void start(BundleContext context) throws InterruptedException {
            register(context.getBundle(), steady(3), 0);
            REGISTERED.countDown();
            MAY_RETURN.await();
        }

        @Override
        public void stop(BundleContext context) {
            // It is the framework that takes the service back.
        }
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void theSourceOfABundleActsWhileItsActivatorHasNotReturned() throws Exception {
        Map<String, String> headers = Map.of(
                Constants.BUNDLE_ACTIVATOR,
                SlowActivator.class.getName(),
                Constants.IMPORT_PACKAGE,
                "org.osgi.framework");
        Bundle bundle =
                framework.getBundleContext().installBundle("test:slow", jar("org.example.slow", "slow", headers));
        CompletableFuture<Void> started = CompletableFuture.runAsync(() -> {
            try {
                bundle.start();
            } catch (BundleException e) {
                throw new CompletionException(e);
            }
        });
        try {
            assertTrue(SlowActivator.REGISTERED.await(30, TimeUnit.SECONDS), "registered");
            try (Coupling coupling = open("{\"source\": \"steady\"}")) {
                assertEquals(3, step(coupling));
                assertEquals(3, step(coupling));
                assertEquals(Bundle.STARTING, bundle.getState());
                SlowActivator.MAY_RETURN.countDown();
                started.join();
                assertEquals(3, step(coupling));
                assertEquals(Bundle.ACTIVE, bundle.getState());
                assertEquals(1, coupling.recoilBySource().size());
                assertEquals(0, coupling.heldSteps());
            }
        } finally {
            SlowActivator.MAY_RETURN.countDown();
            started.join();
        }
    }

    @Test
    void oneThatIsRefusedKeepsNoUpdateOfTheOneThatActsBack() throws Exception {
        Bundle acting = install("org.example.a", steady(1), 0);
        try (Coupling named = open("{\"source\": \"steady\"}");
                Coupling best = open("{}")) {
            assertEquals(1, step(named));
            assertEquals(1, step(best));
            Bundle higher = install("org.example.b", lacking(), 5);
            assertEquals(1, step(named));
            assertEquals(1, step(best));
            acting.update(jar("org.example.a", "another"));
            assertEquals(1, step(named), "acts on until the new one is there");
            assertEquals(1, step(best), "acts on until the new one is there");
            register(acting, steady(2), 0);
            assertEquals(2, step(named));
            assertEquals(2, step(best));
            update(acting, steady(4), 0);
            assertEquals(4, step(named));
            assertEquals(4, step(best));
            String said = log.get(log.size() - 1);
            assertTrue(
                    said.startsWith(
                            "source steady acts on as bundle " + best.builds().get(0)),
                    said);
            assertTrue(said.contains("and bundle org.example.b 1.0.0 sha256:"), said);
            update(acting, lacking(), 0);
            assertEquals(4, step(named), "neither of the two gives what is bound");
            assertEquals(Bundle.ACTIVE, higher.getState());
        }
    }

    @Test
    void configurationAdminThatComesLateGetsTheConfiguration() throws Exception {
        services.unregister();
        install("org.example.a", steady(1), 0);
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
            verify(configuration, never()).update(any());
            services = framework.getBundleContext().registerService(ConfigurationAdmin.class, admin, null);
            assertEquals(1, step(coupling));
            verify(configuration).update(any());
        }
        verify(configuration).delete();
    }

    @Test
    void aCouplingThatCannotBeConfiguredLeavesNothing() throws Exception {
        install("org.example.a", steady(1), 0);
        doThrow(new IllegalStateException("deleted meanwhile"))
                .doNothing()
                .when(configuration)
                .update(any());
        assertThrows(IllegalStateException.class, () -> open("{\"source\": \"steady\"}"));
        try (Coupling coupling = open("{\"source\": \"steady\"}")) {
            assertEquals(1, step(coupling));
        }
        verify(configuration, times(2)).update(any());
        verify(configuration).delete();
    }

    /** A lease says what was taken, also when the bundle is exchanged once more, and looked at by another coupling, before it is made. */
    @Test
    void aLeaseNamesTheBuildThatWasTakenAndNotTheNextOne() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        SourceRequest request = SourceRequest.of(List.of("steady"), Settings.none());
        try (SourceProvider.Selection selection = provider.select(request);
                SourceProvider.Selection other = provider.select(request)) {
            List<String> second = builds(selection, bundle, steady(2), () -> {});
            List<String> third = builds(selection, bundle, steady(3), () -> {});
            assertNotEquals(second, third);
            List<String> again = builds(selection, bundle, steady(2), () -> {
                try {
                    update(bundle, steady(3), 0);
                    try (SourceProvider.Lease lease = other.acquire(Duration.ZERO)) {
                        assertEquals(third, lease.builds());
                    }
                    // The next one comes, and has not registered its source yet.
                    bundle.update(jar("org.example.a", steady(4).toString()));
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertEquals(second, again);
        }
    }

    /** Exchanges a bundle under a lease, and returns the builds of the next one; what is to happen does once the new source is taken. */
    private static List<String> builds(
            SourceProvider.Selection selection, Bundle bundle, NeutrinoSource source, Runnable happens)
            throws Exception {
        selection.objectedToBy(sources -> Optional.empty());
        selection.acquire(Duration.ZERO).close();
        update(bundle, source, 0);
        AtomicBoolean once = new AtomicBoolean();
        selection.objectedToBy(sources -> {
            if (sources.contains(source) && once.compareAndSet(false, true)) {
                happens.run();
            }
            return Optional.empty();
        });
        try (SourceProvider.Lease lease = selection.acquire(Duration.ZERO)) {
            assertTrue(once.get(), "the new one was taken");
            return lease.sources().equals(List.of(source)) ? lease.builds() : List.of("of " + lease.sources());
        }
    }

    @Test
    void aBundleThatIsUninstalledIsNotMeantToRun() throws Exception {
        Bundle bundle = install("org.example.a", steady(1), 0);
        assertTrue(Bundles.isPersistentlyStarted(bundle));
        bundle.uninstall();
        assertFalse(Bundles.isPersistentlyStarted(bundle));
    }
}
