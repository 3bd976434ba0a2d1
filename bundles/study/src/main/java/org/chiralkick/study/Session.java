package org.chiralkick.study;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.source.SourceDescriptor;

/** An embedded Felix on the distribution's folder, for the length of one command. */
public final class Session implements AutoCloseable {
    /** Long enough for a mechanism to take up its configuration on a busy machine. */
    private static final double WAIT_S = 2;

    private final FelixRuntime runtime;

    private Session(FelixRuntime runtime) {
        this.runtime = runtime;
    }

    /**
     * Starts Felix on the folder of a distribution.
     *
     * @param home the folder that has {@code bundles/} and {@code lib/}
     */
    public static Session open(Path home) {
        if (!Files.isDirectory(home.resolve("bundles"))) {
            throw StudyException.failed(home + " is not the folder of a ChiralKick distribution: it has no bundles/");
        }
        return new Session(FelixRuntime.start(home));
    }

    /** Returns the mechanisms that are installed, in the order of their ranking. */
    public List<SourceDescriptor> installed() {
        return runtime.installed();
    }

    /** Returns the embedded Felix. */
    public FelixRuntime runtime() {
        return runtime;
    }

    /** Opens a coupling in cgs units; a source that is not there is an error. */
    public Coupling couple(CouplingConfig config) {
        Coupling coupling =
                Coupling.open(runtime, config.withoutSource(WithoutSource.WAIT, WAIT_S), CouplingOptions.defaults());
        try {
            requireClosuresOf(coupling.sources(), config);
        } catch (StudyException e) {
            coupling.close();
            throw e;
        }
        return coupling;
    }

    /** Refuses a closure that none of the sources has: it would change nothing, and the user believes that it does. */
    private static void requireClosuresOf(List<SourceDescriptor> sources, CouplingConfig config) {
        for (String kind : config.closures().keySet()) {
            if (!sources.isEmpty()
                    && sources.stream().noneMatch(source -> source.closures().containsKey(kind))) {
                throw StudyException.usage("closures." + kind + " is known to no source in use ("
                        + sources.stream().map(SourceDescriptor::name).collect(Collectors.joining(", "))
                        + "); leave it out");
            }
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
