package org.chiralkick.study.certify;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.chiralkick.contract.Instances;
import org.chiralkick.host.SourceProvider;
import org.chiralkick.host.SourceRequest;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.Settings;

/** Instances of one mechanism in a framework, each with its settings; all are there until the end of the examination. */
final class ConfiguredInstances implements Instances, AutoCloseable {
    private final SourceProvider provider;
    private final String name;
    private final Duration wait;
    private final Deque<AutoCloseable> taken = new ArrayDeque<>();

    /** @param wait how long an instance may take to come up */
    ConfiguredInstances(SourceProvider provider, String name, Duration wait) {
        this.provider = provider;
        this.name = name;
        this.wait = wait;
    }

    @Override
    public synchronized NeutrinoSource with(Settings settings) {
        SourceProvider.Selection selection = provider.select(SourceRequest.of(List.of(name), settings));
        taken.push(selection);
        SourceProvider.Lease lease = selection.acquire(wait);
        taken.push(lease);
        if (lease.sources().isEmpty()) {
            throw CouplingException.source(selection.whyAbsent());
        }
        return lease.sources().get(0);
    }

    @Override
    public synchronized void close() {
        while (!taken.isEmpty()) {
            close(taken.pop());
        }
    }

    private static void close(AutoCloseable one) {
        try {
            one.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("neither a selection nor a lease throws anything else", e);
        }
    }
}
