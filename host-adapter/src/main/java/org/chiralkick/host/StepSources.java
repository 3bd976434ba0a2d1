package org.chiralkick.host;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.host.internal.block.SourceSet;
import org.chiralkick.host.internal.block.SourceWarmUp;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.NeutrinoSource;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** The sources of a coupling, step after step: asks the provider, and describes and warms up sources that are new. */
final class StepSources implements AutoCloseable {
    private final SourceProvider provider;
    private final RecoilGeometry geometry;
    private String settings;
    private SourceProvider.Selection selection;
    private SourceRequest request;
    private SourceProvider.@Nullable Selection next;
    private @Nullable SourceRequest nextRequest;
    private @Nullable SourceSet set;
    private long generation;
    // The lease of the running step and its instances; none between steps.
    private SourceProvider.@Nullable Lease held;
    private NeutrinoSource[] instances = {};

    StepSources(SourceProvider provider, CouplingConfig config) {
        this.provider = provider;
        this.geometry = config.recoil().geometry();
        this.settings = config.settings();
        this.request = SourceRequest.of(config.sources(), settings);
        this.selection = provider.select(request);
    }

    /** Follows other sources from the next step on, with the settings last requested. */
    void use(List<String> names) {
        use(names, settings);
    }

    /** Follows other sources with other settings from the next step on; if they refuse them nothing changes. */
    void use(List<String> names, String otherSettings) {
        SourceRequest wanted = SourceRequest.of(names, otherSettings);
        SourceProvider.Selection selected = provider.select(wanted);
        SourceProvider.Selection unused = next;
        next = selected;
        nextRequest = wanted;
        settings = otherSettings;
        if (unused != null) {
            unused.close();
        }
    }

    /**
     * Takes the sources for a step, which are held until {@link #letGo}, and returns what they say about themselves: the same object
     * as long as they are the same.
     *
     * @throws CouplingException if one is missing and the policy does not allow that
     */
    SourceSet hold(WithoutSource policy, Duration wait) {
        SourceProvider.Lease lease = acquire(policy, wait);
        try {
            SourceSet described = describe(lease);
            fill(lease.sources());
            held = lease;
            return described;
        } catch (RuntimeException | Error e) {
            lease.close();
            throw e;
        }
    }

    private void fill(List<NeutrinoSource> sources) {
        if (instances.length != sources.size()) {
            instances = new NeutrinoSource[sources.size()];
        }
        for (int k = 0; k < instances.length; k++) {
            instances[k] = sources.get(k);
        }
    }

    private SourceProvider.Lease acquire(WithoutSource policy, Duration wait) {
        switchSelection();
        SourceProvider.Lease lease = selection.acquire(policy == WithoutSource.WAIT ? wait : Duration.ZERO);
        if (policy != WithoutSource.HOLD && lease.sources().isEmpty()) {
            lease.close();
            throw CouplingException.source(
                    (policy == WithoutSource.WAIT ? "waited " + wait.toMillis() / 1e3 + " s: " : "")
                            + selection.whyAbsent());
        }
        return lease;
    }

    private void switchSelection() {
        SourceProvider.Selection wanted = next;
        if (wanted != null && nextRequest != null) {
            selection.close();
            selection = wanted;
            request = nextRequest;
            next = null;
            nextRequest = null;
            set = null;
        }
    }

    private SourceSet describe(SourceProvider.Lease lease) {
        SourceSet known = set;
        if (known != null && generation == lease.generation()) {
            return known;
        }
        List<SourceDescriptor> descriptors =
                lease.sources().stream().map(StepSources::describe).toList();
        for (int k = 0; k < descriptors.size(); k++) {
            SourceWarmUp.run(lease.sources().get(k), descriptors.get(k));
        }
        SourceSet made = new SourceSet(descriptors, geometry);
        set = made;
        generation = lease.generation();
        return made;
    }

    private static SourceDescriptor describe(NeutrinoSource source) {
        try {
            return source.describe();
        } catch (RuntimeException | Error e) {
            throw new CouplingException(
                    CouplingException.Kind.SOURCE, source.getClass().getName() + " cannot describe itself: " + e, e);
        }
    }

    /** Returns the instances held for the step as an array, which is the same one each time. */
    NeutrinoSource[] instances() {
        return instances;
    }

    /** Gives the sources back: none is kept between steps. */
    void letGo() {
        SourceProvider.Lease lease = held;
        held = null;
        Arrays.fill(instances, null);
        if (lease != null) {
            lease.close();
        }
    }

    /** Returns what the sources of the latest step say about themselves; null before the first. */
    @Nullable
    SourceSet latest() {
        return set;
    }

    /** Returns what the sources that there are now say about themselves. */
    SourceSet present() {
        try (SourceProvider.Lease lease = acquire(WithoutSource.HOLD, Duration.ZERO)) {
            return describe(lease);
        }
    }

    @Override
    public void close() {
        selection.close();
        if (next != null) {
            next.close();
        }
    }
}
