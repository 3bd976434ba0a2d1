package org.chiralkick.host.felix;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.chiralkick.host.internal.osgi.FailureText;
import org.chiralkick.host.internal.osgi.FrameworkSources;
import org.chiralkick.host.internal.osgi.StartingBundles;
import org.chiralkick.host.value.CouplingException;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;

/** Starts and stops an OSGi framework. */
final class Launcher {
    private static final long STOP_TIMEOUT_MS = TimeUnit.SECONDS.toMillis(30);

    /** Started last: when it starts, it installs and starts the mechanisms, which need the others. */
    private static final String FILE_INSTALL = "org.apache.felix.fileinstall";

    private Launcher() {}

    /** Returns a running framework with these bundles installed and started; a jar that cannot be is named. */
    static Framework launch(Map<String, String> settings, List<Path> services, List<Path> bundles) {
        return asDaemon(() -> {
            ServiceLoader<FrameworkFactory> factories =
                    ServiceLoader.load(FrameworkFactory.class, Launcher.class.getClassLoader());
            Framework framework = factories
                    .findFirst()
                    .orElseThrow(() -> CouplingException.argument("no OSGi framework on the class path;"
                            + " add org.apache.felix.framework from the distribution's lib folder"))
                    .newFramework(settings);
            try {
                framework.init();
                framework.getBundleContext().addBundleListener(new StartingBundles());
                startAll(framework, installAll(framework.getBundleContext(), services, bundles));
                return framework;
            } catch (BundleException | RuntimeException | Error e) {
                stop(framework);
                throw e;
            }
        });
    }

    /** Stops the framework and waits until it has. */
    static void stop(Framework framework) {
        try {
            framework.stop();
            FrameworkEvent event = framework.waitForStop(STOP_TIMEOUT_MS);
            if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                throw new CouplingException(
                        CouplingException.Kind.INTERNAL,
                        "the OSGi framework did not stop within " + STOP_TIMEOUT_MS / 1000 + " s");
            }
        } catch (BundleException e) {
            throw new CouplingException(
                    CouplingException.Kind.INTERNAL,
                    "the OSGi framework cannot be stopped: " + FailureText.rootMessage(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the jars of a folder in alphabetical order. */
    static List<Path> jarsOf(Path folder, String what) {
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> jars = entries.filter(path -> path.toString().endsWith(".jar"))
                    .map(Path::toAbsolutePath)
                    .sorted()
                    .toList();
            if (!jars.isEmpty()) {
                return jars;
            }
        } catch (IOException e) {
            throw new CouplingException(
                    CouplingException.Kind.ARGUMENT, "'" + folder + "' cannot be read; is its parent " + what + "?", e);
        }
        throw CouplingException.argument("'" + folder + "' holds no jar; is its parent " + what + "?");
    }

    private static List<Bundle> installAll(BundleContext context, List<Path> services, List<Path> bundles) {
        List<Bundle> installed = new ArrayList<>();
        // By reference: these files do not change while the framework runs, a copy would only cost time.
        services.forEach(jar -> installed.add(install(context, jar, "reference:" + jar.toUri())));
        bundles.forEach(jar -> installed.add(install(context, jar, jar.toUri().toString())));
        return installed;
    }

    private static Bundle install(BundleContext context, Path jar, String location) {
        try {
            return context.installBundle(location);
        } catch (BundleException e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE,
                    "'" + jar + "' cannot be installed as an OSGi bundle: " + FailureText.rootMessage(e),
                    e);
        }
    }

    private static void startAll(Framework framework, List<Bundle> installed) throws BundleException {
        framework.start();
        List<Bundle> last = new ArrayList<>();
        for (Bundle bundle : installed) {
            if (FILE_INSTALL.equals(bundle.getSymbolicName())) {
                last.add(bundle);
            } else {
                start(framework, bundle);
            }
        }
        last.forEach(bundle -> start(framework, bundle));
    }

    private static void start(Framework framework, Bundle bundle) {
        try {
            bundle.start();
        } catch (BundleException e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE,
                    "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " from " + bundle.getLocation()
                            + " " + FrameworkSources.whyNotStarted(framework.getBundleContext(), bundle, e),
                    e);
        }
    }

    // Threads are daemons when their parent is: a host that never closes its runtime can still end.
    private static Framework asDaemon(Callable<Framework> work) {
        FutureTask<Framework> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "chiralkick-osgi-launcher");
        thread.setDaemon(true);
        thread.setContextClassLoader(Launcher.class.getClassLoader());
        thread.start();
        try {
            return task.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CouplingException known) {
                throw known;
            }
            throw new CouplingException(
                    CouplingException.Kind.INTERNAL,
                    "the OSGi framework cannot be started: " + FailureText.rootMessage(e),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CouplingException(
                    CouplingException.Kind.STATE, "interrupted while the OSGi framework was starting", e);
        }
    }
}
