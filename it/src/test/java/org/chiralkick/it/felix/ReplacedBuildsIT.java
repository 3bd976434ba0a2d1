package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.View;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.it.felix.mechanism.EnergyOnlySource;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;

/** What is told of the build that a mechanism's bundle is, and what happens where another build takes its place. */
@Timeout(120)
class ReplacedBuildsIT {
    private static final int ZONES = 4;

    @TempDir
    private Path folder = Path.of("");

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final BlockBinding block = BlockBinding.of(ZONES)
            .in(ZoneField.SURFACE_ELEMENT, View.constant(0), View.constant(0), View.constant(1))
            .out(
                    FluxField.NEUTRINO_FLUX,
                    View.of(new double[ZONES]),
                    View.of(new double[ZONES]),
                    View.of(new double[ZONES]))
            .build();

    @Test
    void twoBuildsThatCallThemselvesOneVersionAreTwoEntries() throws Exception {
        try (FelixRuntime runtime = start()) {
            Bundle bundle = install(runtime, MechanismJar.of("steady", "1.0.0", 1));
            try (Coupling coupling = open(runtime, "steady")) {
                coupling.advance(1, 0, 1, block);
                String first = coupling.builds().get(0);
                assertTrue(first.matches("steady 1[.]0[.]0 sha256:[0-9a-f]{12}"), first);

                update(bundle, MechanismJar.of("steady", "1.0.0", 8));
                coupling.advance(2, 1, 1, block);
                String second = coupling.builds().get(0);
                assertNotEquals(first, second);

                update(bundle, MechanismJar.of("steady", "1.0.0", 1));
                coupling.advance(3, 2, 1, block);
                List<RecoilEntry> entries = coupling.recoilBySource();
                assertEquals(
                        List.of(first, second),
                        entries.stream().map(RecoilEntry::bundle).toList(),
                        "the first build again is the first entry again");
                assertEquals(2 * ZONES, entries.get(0).recoil().number());
                assertEquals(8 * ZONES, entries.get(1).recoil().number());
                assertEquals(2, entries.get(0).recoil().steps());
                assertEquals(0, coupling.heldSteps());
            }
        }
    }

    private static MechanismJar lacking(int ranking) {
        return new MechanismJar("steady", "1.0.0", 1, ranking, false, "", "", EnergyOnlySource.class);
    }

    @Test
    void theOldBuildActsOnWhereTheNewOneLacksABoundOutput() throws Exception {
        try (FelixRuntime runtime = start()) {
            Bundle bundle = install(runtime, MechanismJar.of("steady", "1.0.0", 1));
            try (Coupling coupling = open(runtime, "steady")) {
                coupling.advance(1, 0, 1, block);
                String first = coupling.builds().get(0);
                update(bundle, lacking(0));
                for (int step = 2; step <= 20; step++) {
                    coupling.advance(step, step, 1, block);
                    assertEquals(List.of(first), coupling.builds());
                    TimeUnit.MILLISECONDS.sleep(10); // the new service comes some milliseconds after the update
                }
                assertEquals(1, log.size(), log.toString());
                assertTrue(
                        log.get(0)
                                .matches("source steady acts on as bundle " + first
                                        + " gave it, and bundle steady 1[.]0[.]0 sha256:[0-9a-f]{12} does not take its place: it does"
                                        + " not give neutrino flux, bound as output; .*"),
                        log.get(0));

                update(bundle, MechanismJar.of("steady", "2.0.0", 2));
                Patience.until(
                        () -> {
                            coupling.advance(coupling.recoil().steps() + 1, 1, 1, block);
                            return coupling.sources().get(0).version().equals("2.0.0");
                        },
                        coupling::sourcesText);
                assertEquals(0, coupling.heldSteps());

                update(bundle, lacking(0));
                coupling.advance(coupling.recoil().steps() + 1, 1, 1, block);
                bundle.uninstall();
                CouplingException gone = assertThrows(
                        CouplingException.class,
                        () -> coupling.advance(coupling.recoil().steps() + 1, 1, 1, block));
                assertEquals(CouplingException.Kind.SOURCE, gone.kind());
            }
        }
    }

    @Test
    void ofTwoBundlesWithOneNameTheLogAndTheDiagnosisSayWhichActs() throws Exception {
        try (FelixRuntime runtime = start()) {
            install(runtime, MechanismJar.of("steady", "1.0.0", 1));
            MechanismJar.of("steady", "2.0.0", 8).ranked(5).into(folder);
            Patience.until(
                    () -> runtime.diagnose("steady").contains("is given by 2 bundles"),
                    () -> runtime.diagnose("steady"));
            String words =
                    "source steady is given by 2 bundles: steady 2.0.0 acts, which has the highest service.ranking, 5, and not"
                            + " steady 1.0.0 (service.ranking 0); remove what shall not act, or give what shall act a higher service.ranking";
            assertTrue(runtime.diagnose("steady").endsWith(words), runtime.diagnose("steady"));
            assertEquals(List.of(words), runtime.troubles());
            try (Coupling coupling = open(runtime, "steady")) {
                coupling.advance(1, 0, 1, block);
                coupling.advance(2, 1, 1, block);
                assertEquals("2.0.0", coupling.sources().get(0).version());
            }
            assertEquals(List.of(words), log);
        }
    }

    private Coupling open(FelixRuntime runtime, String source) {
        CouplingOptions logging = CouplingOptions.defaults().withLog((level, message) -> log.add(message));
        return Coupling.open(runtime, CouplingConfig.defaults().withSource(source), logging);
    }

    private static void update(Bundle bundle, MechanismJar jar) throws BundleException {
        bundle.update(new ByteArrayInputStream(jar.bytes()));
    }

    private static Bundle install(FelixRuntime runtime, MechanismJar jar) throws BundleException {
        Bundle bundle = runtime.context().installBundle("test:" + jar.name(), new ByteArrayInputStream(jar.bytes()));
        bundle.start();
        return bundle;
    }

    private FelixRuntime start() {
        return FelixRuntime.builder()
                .services(Distribution.home())
                .dropIn(folder)
                .poll(Duration.ofMillis(10))
                .start();
    }
}
