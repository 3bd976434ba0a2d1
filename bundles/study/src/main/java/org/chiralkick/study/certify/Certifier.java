package org.chiralkick.study.certify;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.chiralkick.contract.ServiceFacts;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;

/** Runs the contract kit on the sources of one bundle, in a Felix of its own. */
public final class Certifier {
    private static final Duration APPEARS = Duration.ofSeconds(2);
    private static final Duration ACTIVATES = Duration.ofSeconds(10);

    private Certifier() {}

    /**
     * Returns a certificate for every source of a bundle.
     *
     * @param home folder of the distribution, whose OSGi services the mechanism may need
     * @param jar the mechanism's bundle
     * @param report gets each finding as it is found
     * @throws CertifyException if the jar cannot be read, is no bundle, cannot be started, or registers no source
     */
    public static List<Certificate> certify(Path home, Path jar, Consumer<Finding> report) {
        BundleFile.requireBundle(jar);
        try (FelixRuntime runtime = start(home, jar)) {
            List<Certificate> certificates = new ArrayList<>();
            for (String name : awaitNames(runtime)) {
                certificates.add(examine(runtime, jar, name, report));
            }
            for (ServiceReference<NeutrinoSource> unnamed : references(runtime, "(!(" + NeutrinoSource.NAME + "=*))")) {
                certificates.add(examine(runtime.context(), unnamed, report));
            }
            if (certificates.isEmpty()) {
                throw new CertifyException(jar + " is no mechanism: its bundle starts, but registers no service "
                        + NeutrinoSource.class.getName() + " within " + APPEARS.toSeconds()
                        + " s; must have a Declarative Services component of that type");
            }
            return certificates;
        }
    }

    /** Returns what is no broken rule and will be trouble one day, a sentence each; nothing for what is no jar. */
    public static List<String> warnings(Path jar) {
        return BundleFile.warnings(jar);
    }

    private static FelixRuntime start(Path home, Path jar) {
        FelixRuntime.Builder builder = FelixRuntime.builder().services(home).bundles(List.of(jar));
        try {
            return builder.start();
        } catch (CouplingException e) {
            throw new CertifyException(jar + " is broken: " + e.getMessage());
        }
    }

    /** Returns the names of the sources, as soon as there is one; a bundle may register later than it starts. */
    private static List<String> awaitNames(FelixRuntime runtime) {
        long deadline = System.nanoTime() + APPEARS.toNanos();
        while (runtime.names().isEmpty()
                && references(runtime, "(objectClass=*)").isEmpty()
                && System.nanoTime() < deadline) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
        return runtime.names();
    }

    private static Certificate examine(FelixRuntime runtime, Path jar, String name, Consumer<Finding> report) {
        try (ConfiguredInstances instances = new ConfiguredInstances(runtime, name, ACTIVATES);
                SourceProvider.Selection selection = runtime.select(SourceRequest.of(List.of(name), Settings.none()));
                SourceProvider.Lease lease = selection.acquire(ACTIVATES)) {
            if (lease.sources().isEmpty()) {
                throw new CertifyException(jar + " is broken: " + selection.whyAbsent());
            }
            NeutrinoSource source = lease.sources().get(0);
            Object property = references(runtime, "(" + NeutrinoSource.NAME + "=" + name + ")").stream()
                    .findFirst()
                    .map(reference -> reference.getProperty(NeutrinoSource.NAME))
                    .orElse(null);
            return new Certificate(name, Examination.of(source, ServiceFacts.registered(property, instances), report));
        }
    }

    private static Certificate examine(
            BundleContext context, ServiceReference<NeutrinoSource> unnamed, Consumer<Finding> report) {
        NeutrinoSource source = context.getService(unnamed);
        try {
            return new Certificate("", Examination.of(source, ServiceFacts.registered(null), report));
        } finally {
            context.ungetService(unnamed);
        }
    }

    private static Collection<ServiceReference<NeutrinoSource>> references(FelixRuntime runtime, String filter) {
        try {
            return runtime.context().getServiceReferences(NeutrinoSource.class, filter);
        } catch (InvalidSyntaxException e) {
            throw new IllegalArgumentException("not a source name in " + filter, e);
        }
    }
}
