package org.chiralkick.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.chiralkick.it.felix.Distribution;
import org.chiralkick.it.felix.Patience;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.wiring.BundleWiring;

/** The distribution's bundles in frameworks that are not ours, each from its jar in {@code target/containers}. */
@Timeout(300)
class ContainersIT {
    /** State E05 of golden/states.json [cm^-2 s^-1]: what the neutrinos' share of the composition gives, and all left-handed leptons. */
    private static final double COMPOSITION = 1.482493556634735983557129681202408e42;

    private static final double ROUNDING = 1e-12;
    private static final int UPDATES = Integer.getInteger("chiralkick.updates", 100);
    private static final String CHIRAL = "(chiralkick.source.name=chiral)";

    @TempDir
    private Path storage = Path.of("");

    static Stream<Path> frameworks() throws IOException {
        Path folder = Path.of(System.getProperty("chiralkick.containers", "target/containers"));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            assertEquals(2, jars.size(), "Equinox and a Felix of another version in " + folder + ": " + jars);
            return jars.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void aBundleCouplesToTheMechanismsOfItsContainer(Path framework) throws Exception {
        try (Container container = Container.start(framework, storage)) {
            Exception nobody = assertThrows(Exception.class, () -> container.ask("couple", "{\"source\": \"chiral\"}"));
            assertTrue(nobody.toString().contains("install the mechanism's bundle"), nobody.toString());
            chiral(container);
            double[] found = (double[]) container.ask("couple", "{\"source\": \"chiral\"}");
            assertEquals(COMPOSITION, found[0], ROUNDING * COMPOSITION);
            assertEquals(6 * found[0], found[1], ROUNDING * found[1]);
            double[] other = (double[]) container.ask(
                    "couple", "{\"sources\": {\"chiral\": {\"closures\": {\"share\": \"all-left-handed\"}}}}");
            assertTrue(other[0] > 1.5 * found[0], other[0] + " with all left-handed leptons, " + found[0] + " without");
            Exception wrong = assertThrows(
                    Exception.class,
                    () -> container.ask("couple", "{\"sources\": {\"chiral\": {\"closures\": {\"share\": \"al\"}}}}"));
            assertTrue(wrong.toString().contains("share"), wrong.toString());
            assertEquals("0", container.ask("services", CHIRAL), "configurations that the couplings have left");
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void aSourceThatABundleRegistersItselfNeedsNoServices(Path framework) throws Exception {
        try (Container container = Container.bare(framework, storage)) {
            Exception nobody =
                    assertThrows(Exception.class, () -> container.ask("couple", "{\"source\": \"constant\"}"));
            assertTrue(nobody.toString().contains("Declarative Services"), nobody.toString());
            container.ask("register", 7.0);
            double[] found = (double[]) container.ask("couple", "{\"source\": \"constant\"}");
            assertEquals(7, found[0]);
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void aConfigurationMakesAServiceAndAWrongOneMakesNone(Path framework) throws Exception {
        try (Container container = Container.start(framework, storage)) {
            chiral(container);
            container.ask("configure", Map.of("name", "one", "chiralkick.source.closure.share", "al"));
            container.ask("configure", Map.of("name", "two", "chiralkick.source.closure.share", "composition"));
            Patience.until(() -> services(container).startsWith("1 1.48"), () -> services(container));
            container.ask("configure", Map.of("name", "one", "chiralkick.source.closure.share", "all-left-handed"));
            Patience.until(() -> services(container).startsWith("2 "), () -> services(container));
            container.ask("configure", Map.of("name", "two", "chiralkick.source.parameter.no-such", "1"));
            Patience.until(() -> services(container).startsWith("1 "), () -> services(container));
            assertTrue(!services(container).contains("cannot be got"), services(container));
            container.ask("configure", Map.of("name", "one"));
            Patience.until(() -> services(container).equals("0"), () -> services(container));
        }
    }

    @ParameterizedTest
    @MethodSource("frameworks")
    void aPlainConsumerGoesOnWhileTheBundleIsUpdated(Path framework) throws Exception {
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        try (Container container = Container.start(framework, storage)) {
            Bundle chiral = chiral(container);
            container.ask("configure", Map.of("name", "one", "chiralkick.source.preset", "consistent"));
            Patience.until(() -> services(container).startsWith("1 "), () -> services(container));
            double expected = Double.parseDouble(services(container).substring(2));
            container.ask("consume", expected);
            for (int update = 0; update < UPDATES; update++) {
                loaders.add(loader(chiral));
                long before = evaluations(container);
                try (InputStream jar = Files.newInputStream(Distribution.jar("bundles", "chiral-module"))) {
                    chiral.update(jar);
                }
                if (update % 10 == 0) {
                    Patience.until(() -> evaluations(container) > before, () -> "no evaluation since the update");
                }
            }
            Patience.until(() -> services(container).startsWith("1 "), () -> services(container));
            assertTrue(evaluations(container) > UPDATES, () -> "evaluations: " + evaluations(container));
            assertEquals("", container.ask("consume", 0.0));
            Patience.until(
                    () -> {
                        System.gc();
                        return loaders.stream().allMatch(loader -> loader.get() == null);
                    },
                    () -> loaders.stream()
                                    .filter(loader -> loader.get() != null)
                                    .count() + " class loaders are left");
        }
    }

    private static WeakReference<ClassLoader> loader(Bundle bundle) {
        return new WeakReference<>(
                Objects.requireNonNull(bundle.adapt(BundleWiring.class)).getClassLoader());
    }

    private static Bundle chiral(Container container) throws Exception {
        Bundle bundle = container.install(Distribution.jar("bundles", "chiral-module"));
        bundle.start();
        return bundle;
    }

    private static String services(Container container) {
        try {
            return container.ask("services", CHIRAL).toString();
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long evaluations(Container container) {
        try {
            return Long.parseLong(container.ask("consume", -1.0).toString());
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
