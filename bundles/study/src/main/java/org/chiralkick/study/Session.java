package org.chiralkick.study;

import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.CouplingOptions;
import org.chiralkick.host.WithoutSource;
import org.chiralkick.host.felix.FelixRuntime;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.StepRules;
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

    /**
     * Opens a coupling in cgs units; a source that is not there, and a choice that no source takes, is an error. Our stars ask every source for
     * the same fluxes, and take what it does not give as zero.
     */
    public Coupling couple(CouplingConfig config) {
        return couple(config, CouplingOptions.defaults());
    }

    /** Opens a coupling as {@link #couple(CouplingConfig)} does, with a receiver of what happens while it runs. */
    public Coupling couple(CouplingConfig config, BiConsumer<Level, String> log) {
        return couple(config, CouplingOptions.defaults().withLog(log));
    }

    /**
     * Returns the mechanisms that a configuration asks for, as they are with its settings.
     *
     * @throws CouplingException if one is not there or refuses them
     */
    public List<SourceDescriptor> accepting(CouplingConfig config) {
        try (Coupling coupling = open(config.withoutSource(WithoutSource.FAIL, 0), CouplingOptions.defaults())) {
            return coupling.sources();
        }
    }

    private Coupling couple(CouplingConfig config, CouplingOptions options) {
        return open(config.withoutSource(WithoutSource.WAIT, WAIT_S), options);
    }

    private Coupling open(CouplingConfig config, CouplingOptions options) {
        try {
            return Coupling.open(
                    runtime, config.withRules(config.rules().withMissingOutput(StepRules.MissingOutput.WARN)), options);
        } catch (CouplingException e) {
            if (e.kind() == CouplingException.Kind.ARGUMENT) {
                // Something is chosen that no mechanism takes.
                throw StudyException.usage(String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    @Override
    public void close() {
        runtime.close();
    }
}
