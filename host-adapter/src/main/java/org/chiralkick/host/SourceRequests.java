package org.chiralkick.host;

import java.util.List;
import java.util.Map;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.Settings;

/** What a coupling requests of its provider: its configuration, given to the sources that it is for. */
final class SourceRequests {
    private final SourceProvider provider;
    // What was requested last, in full; what acts may be a part of it.
    private CouplingConfig requested;

    SourceRequests(SourceProvider provider, CouplingConfig config) {
        this.provider = provider;
        this.requested = config;
    }

    /**
     * A request.
     *
     * @param whole whether somebody has to take every setting
     * @param waits whether it is not clear yet for which of the missing sources something is chosen
     */
    record Requested(CouplingConfig config, boolean whole, boolean waits, SourceRequest request) {
        /** Returns the names asked for, as messages show them. */
        String names() {
            return request.joinedNames();
        }
    }

    /** Returns the request of the configuration that was requested last. */
    Requested latest() {
        return of(requested);
    }

    /**
     * Returns a request for other sources. What was last chosen stays with the sources that it was chosen for: they have it when they
     * act again, and others are as by default.
     *
     * @param names of the sources; empty for whoever ranks highest
     */
    Requested of(List<String> names) {
        CouplingConfig other = requested.withSource(names.toArray(String[]::new));
        if (!requested.choosesNothing()) {
            CouplingConfig named = requested.named(provider.declared(requested.sources()));
            other = names.isEmpty() ? highestRanking(named) : named.withSource(names.toArray(String[]::new));
        }
        return routed(other, false);
    }

    /** Returns the configuration for whoever ranks highest: without a name, so with what was chosen for the one that does now. */
    private CouplingConfig highestRanking(CouplingConfig named) {
        Settings its = provider.declared(List.of()).stream()
                .findFirst()
                .map(source -> named.own().getOrDefault(source.name(), Settings.none()))
                .orElse(named.shared());
        return named.withSource().with(its, Map.of());
    }

    /** Returns a request for other sources with other settings. */
    Requested of(CouplingConfig other) {
        return routed(other, true);
    }

    /** Keeps a configuration for the sources that come back, whoever acts meanwhile. */
    void keep(CouplingConfig other) {
        requested = other;
    }

    /** Returns a request as it is now, when other sources may be there than when it was made. */
    Requested again(Requested before) {
        return before.waits() ? routed(before.config(), before.whole()) : before;
    }

    private Requested routed(CouplingConfig config, boolean whole) {
        if (config.choosesNothing()) {
            return new Requested(config, whole, false, SourceRequest.of(config.sources(), Settings.none()));
        }
        SettingsRouter router = new SettingsRouter(config, provider.declared(config.sources()));
        if (whole) {
            requireNone(router.problems());
        }
        return new Requested(config, whole, router.waits(), router.request());
    }

    /** Refuses a configuration with problems. */
    static void requireNone(List<String> problems) {
        if (!problems.isEmpty()) {
            throw CouplingException.argument(String.join("; and ", problems));
        }
    }
}
