package org.chiralkick.host.felix;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.internal.osgi.FrameworkSources;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.SourceDescriptor;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.launch.Framework;

/**
 * An OSGi framework inside the host's process, with the mechanisms of a distribution, as a provider of sources.
 *
 * <pre>{@code
 * try (FelixRuntime runtime = FelixRuntime.start(Path.of("chiralkick"));
 *         Coupling coupling = Coupling.open(runtime, CouplingConfig.defaults(), CouplingOptions.defaults())) {
 *     ...
 * }
 * }</pre>
 *
 * <p>Several may live in one process. Safe for use by several threads. If it is never closed, the process still ends as usual.
 */
public final class FelixRuntime implements SourceProvider, AutoCloseable {
    private final Framework framework;
    private final TemporaryStorage storage;
    private final BundleContext context;
    private final FrameworkSources sources;
    private final SourceProvider provider;

    private FelixRuntime(Framework framework, TemporaryStorage storage) {
        this.framework = framework;
        this.storage = storage;
        this.context = framework.getBundleContext();
        this.sources = new FrameworkSources(context);
        this.provider = SourceProvider.of(context);
    }

    /**
     * Starts the framework of a distribution. When this returns, every mechanism of its {@code bundles} folder is installed and
     * started, and the folder is followed: jars that are added, replaced or deleted take effect within two seconds.
     *
     * @param home folder of the distribution, with {@code lib/osgi} and {@code bundles}
     * @throws CouplingException if this is no such folder, or the framework cannot be started
     */
    public static FelixRuntime start(Path home) {
        return builder().home(home).start();
    }

    /** Returns a builder, for other than the whole distribution. */
    public static Builder builder() {
        return new Builder();
    }

    @Override
    public Selection select(SourceRequest request) {
        return provider.select(request);
    }

    /** Returns the framework's own bundle context: a door to everything else in it. */
    public BundleContext context() {
        return context;
    }

    /** Returns the names of all sources that are active or would be if a coupling requested them, in alphabetical order. */
    public List<String> names() {
        return List.copyOf(new TreeSet<>(sources.names()));
    }

    /** Returns the running bundles that give a source of this name or would if a coupling requested it, the one that acts first. */
    public List<Bundle> givers(String sourceName) {
        return sources.givers(sourceName);
    }

    /** Returns what the sources are, each configured with the default settings, in the order of their ranking; others are left out. */
    @Override
    public List<SourceDescriptor> installed() {
        return provider.installed();
    }

    @Override
    public List<SourceDescriptor> declared(List<String> names) {
        return provider.declared(names);
    }

    /**
     * Returns one line that says whether a source is active and, if not, why: not installed, a bundle that cannot be resolved, a
     * missing service, or settings that it refuses, with its message.
     */
    public String diagnose(String sourceName) {
        return sources.diagnose(sourceName);
    }

    /**
     * Returns one line for each bundle or file in the folder of mechanisms that does not work, with the reason, and one for each source
     * that several bundles give, with the one that acts.
     */
    public List<String> troubles() {
        return sources.troubles();
    }

    /** Stops all mechanisms and the framework, and deletes its storage. Steps in flight still end with their sources. */
    @Override
    public void close() {
        try {
            Launcher.stop(framework);
        } finally {
            storage.close();
        }
    }

    /** What runs in the framework. */
    public static final class Builder {
        private final List<Path> services = new ArrayList<>();
        private final List<Path> bundles = new ArrayList<>();
        private Optional<Path> dropIn = Optional.empty();
        private Duration poll = Duration.ofSeconds(1);

        private Builder() {}

        /** Takes the services and the drop-in folder of a distribution. */
        public Builder home(Path home) {
            return services(home).dropIn(home.resolve("bundles"));
        }

        /** Takes the services of a distribution only: no mechanism, no drop-in folder. */
        public Builder services(Path home) {
            services.addAll(Launcher.jarsOf(home.resolve("lib").resolve("osgi"), "the distribution's folder"));
            return this;
        }

        /** Installs and starts these bundles, too; they are not followed. */
        public Builder bundles(Collection<Path> jars) {
            jars.forEach(jar -> bundles.add(jar.toAbsolutePath()));
            return this;
        }

        /** Installs and starts the jars of this folder, and follows its changes. */
        public Builder dropIn(Path folder) {
            if (!Files.isDirectory(folder)) {
                throw CouplingException.argument(
                        "folder of mechanisms '" + folder + "' is not there; make it, or name another");
            }
            dropIn = Optional.of(folder.toAbsolutePath().normalize());
            return this;
        }

        /** Sets how often the drop-in folder is looked at; a change takes effect after two looks. Default one second. */
        public Builder poll(Duration interval) {
            poll = interval;
            return this;
        }

        /**
         * Starts the framework.
         *
         * @throws CouplingException if a bundle of the services or of {@link #bundles} cannot be installed or started
         */
        public FelixRuntime start() {
            TemporaryStorage storage = TemporaryStorage.create();
            try {
                Framework framework =
                        Launcher.launch(FrameworkSettings.of(storage.folder(), dropIn, poll), services, bundles);
                return new FelixRuntime(framework, storage);
            } catch (RuntimeException | Error e) {
                storage.close();
                throw e;
            }
        }
    }
}
