package org.chiralkick.it.felix;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.chiralkick.host.felix.FelixRuntime;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.wiring.FrameworkWiring;

/** Starts, stops, updates, uninstalls and drops in two mechanisms, in a random order that is the same each time. */
final class BundleSwapper {
    static final String DIRECT = "direct";
    static final String DROPPED = "dropped";

    /** Version and flux of a mechanism belong together, so that a step counted for the wrong one shows. */
    private static final List<String> VERSIONS = List.of("1.0.0", "2.0.0", "3.0.0");

    private final FelixRuntime runtime;
    private final Path folder;
    private final Random random = new Random(2016);
    private Bundle direct;
    private int version;
    private boolean present;

    BundleSwapper(FelixRuntime runtime, Path folder) throws BundleException {
        this.runtime = runtime;
        this.folder = folder;
        this.direct = install();
        direct.start();
    }

    /** Returns the flux of a mechanism [cm^-2 s^-1]. */
    static double flux(String name, String version) {
        return VERSIONS.indexOf(version) + (name.equals(DIRECT) ? 1 : 4);
    }

    static MechanismJar jar(String name, String version) {
        return MechanismJar.of(name, version, flux(name, version));
    }

    /** Does one thing at random, and waits until it has happened. */
    void swap() throws Exception {
        switch (random.nextInt(8)) {
            case 0 -> direct.stop();
            case 1, 2 -> direct.start();
            case 3, 4 -> update();
            case 5 -> {
                direct.uninstall();
                direct = install();
                direct.start();
            }
            case 6 -> dropIn();
            default -> takeOut();
        }
    }

    /** Updates the directly installed bundle to its next version and starts it. */
    void update() throws BundleException, InterruptedException {
        direct.update(new ByteArrayInputStream(jar(DIRECT, nextVersion()).bytes()));
        refresh();
        direct.start();
    }

    Bundle direct() {
        return direct;
    }

    String version() {
        return VERSIONS.get(version);
    }

    /** Puts the next version of the other mechanism into the folder. */
    void dropIn() {
        String next = nextVersion();
        jar(DROPPED, next).into(folder);
        present = true;
        Patience.until(() -> versionOf(DROPPED).equals(next), () -> DROPPED + " is " + versionOf(DROPPED));
    }

    private void takeOut() throws IOException {
        if (present) {
            Files.delete(folder.resolve(DROPPED + ".jar"));
            present = false;
            Patience.until(() -> versionOf(DROPPED).isEmpty(), () -> DROPPED + " is " + versionOf(DROPPED));
        }
    }

    private String versionOf(String symbolicName) {
        for (Bundle bundle : runtime.context().getBundles()) {
            if (symbolicName.equals(bundle.getSymbolicName()) && bundle.getState() == Bundle.ACTIVE) {
                return bundle.getVersion().toString();
            }
        }
        return "";
    }

    private String nextVersion() {
        version = (version + 1) % VERSIONS.size();
        return VERSIONS.get(version);
    }

    private Bundle install() throws BundleException {
        byte[] bytes = jar(DIRECT, VERSIONS.get(version)).bytes();
        return runtime.context().installBundle("test:" + DIRECT, new ByteArrayInputStream(bytes));
    }

    private void refresh() throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        runtime.context()
                .getBundle()
                .adapt(FrameworkWiring.class)
                .refreshBundles(List.of(direct), event -> done.countDown());
        assertTrue(done.await(20, TimeUnit.SECONDS), "refreshed in good time");
    }
}
