package org.chiralkick.host;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.chiralkick.host.internal.osgi.FrameworkSources;
import org.chiralkick.host.internal.osgi.Request;
import org.chiralkick.host.internal.osgi.ServiceLease;
import org.chiralkick.host.internal.osgi.ServiceSelection;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** The sources of an OSGi framework as they come and go. */
final class ServiceSources implements SourceProvider {
    private final FrameworkSources framework;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    ServiceSources(FrameworkSources framework) {
        this.framework = framework;
    }

    @Override
    public Selection select(SourceRequest request) {
        return new Followed(framework.select(new Wanted(request)));
    }

    /** Returns what the sources are, each configured with the default settings, in the order of their ranking. */
    @Override
    public List<SourceDescriptor> installed() {
        return declared(framework.names());
    }

    // Made once for each state of the bundles: making an instance takes milliseconds, and every coupling asks.
    @Override
    public List<SourceDescriptor> declared(List<String> names) {
        List<String> wanted =
                names.isEmpty() ? framework.names().stream().limit(1).toList() : names;
        List<SourceDescriptor> declared = new ArrayList<>();
        for (String name : wanted) {
            String makers = framework.makers(name);
            @Nullable Known before = known.get(name);
            if (before == null || !before.makers.equals(makers)) {
                List<SourceDescriptor> made = SourceProvider.super.declared(List.of(name));
                before = made.isEmpty() ? null : new Known(makers, made.get(0));
                if (before == null) {
                    known.remove(name);
                } else {
                    known.put(name, before);
                }
            }
            if (before != null) {
                declared.add(before.descriptor);
            }
        }
        return declared;
    }

    /**
     * What a source declares.
     *
     * @param makers the bundles that it came from
     */
    private record Known(String makers, SourceDescriptor descriptor) {}

    /** A request as those see it who know nothing of couplings. */
    private record Wanted(SourceRequest request) implements Request {
        @Override
        public List<String> names() {
            return request.names();
        }

        @Override
        public Map<String, Object> properties(String name) {
            return request.settings(name).properties();
        }

        @Override
        public String configuration(String name) {
            return request.configuration(name);
        }
    }

    private static final class Followed implements Selection {
        private final ServiceSelection services;
        // Made once for each lease. It keeps no source: a lease that all have given back has forgotten its own.
        private volatile @Nullable Lent last;

        Followed(ServiceSelection services) {
            this.services = services;
        }

        @Override
        public Lease acquire(Duration wait) {
            ServiceLease held = services.acquire(wait);
            if (held == null) {
                return Absent.LEASE;
            }
            Lent before = last;
            if (before != null && before.held == held) {
                return before;
            }
            Lent lent = new Lent(held);
            last = lent;
            return lent;
        }

        @Override
        public String whyAbsent() {
            return services.whyAbsent();
        }

        @Override
        public Optional<String> missing() {
            return services.missing();
        }

        @Override
        public Optional<String> remark() {
            return services.remark();
        }

        @Override
        public void objectedToBy(Function<List<NeutrinoSource>, Optional<String>> objection) {
            services.objectedToBy(objection);
        }

        @Override
        public void close() {
            services.close();
        }
    }

    private static final class Lent implements Lease {
        private final ServiceLease held;

        Lent(ServiceLease held) {
            this.held = held;
        }

        @Override
        public List<NeutrinoSource> sources() {
            return held.sources();
        }

        @Override
        public long generation() {
            return held.generation();
        }

        @Override
        public List<String> builds() {
            return held.builds();
        }

        @Override
        public void close() {
            held.close();
        }
    }

    /** The lease of a step without sources. */
    private enum Absent implements Lease {
        LEASE;

        @Override
        public List<NeutrinoSource> sources() {
            return List.of();
        }

        @Override
        public long generation() {
            return 0;
        }

        @Override
        public void close() {
            // Nothing was lent.
        }
    }
}
