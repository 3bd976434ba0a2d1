package org.chiralkick.host.internal.source;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.chiralkick.host.internal.ledger.EntryKey;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.host.value.RecoilGeometry;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * What the sources of a step say about themselves. Holds no source: plans of blocks outlive a swapped source, and must not keep
 * its class loader alive.
 */
public final class SourceSet {
    private final List<SourceDescriptor> descriptors;
    private final List<String> builds;
    private final Supplier<List<SourceDescriptor>> installed;
    private final EntryKey[][] keys;
    private @Nullable EntryKey transportKey;
    private final Set<String> assumptions = Collections.synchronizedSet(new LinkedHashSet<>());

    /**
     * Makes the set of these sources, whose recoil is counted in this geometry.
     *
     * @param installed what all mechanisms that are there declare, for messages
     */
    public SourceSet(
            List<SourceDescriptor> descriptors, RecoilGeometry geometry, Supplier<List<SourceDescriptor>> installed) {
        this(descriptors, List.of(), geometry, installed);
    }

    /**
     * Makes the set of these sources.
     *
     * @param builds which build of its bundle each source is, in the order of the descriptors; or none at all
     */
    public SourceSet(
            List<SourceDescriptor> descriptors,
            List<String> builds,
            RecoilGeometry geometry,
            Supplier<List<SourceDescriptor>> installed) {
        this.descriptors = List.copyOf(descriptors);
        this.builds = List.copyOf(builds);
        this.installed = installed;
        RecoilForm[] forms = RecoilForm.values();
        keys = new EntryKey[forms.length][];
        for (RecoilForm form : forms) {
            keys[form.ordinal()] = IntStream.range(0, this.descriptors.size())
                    .mapToObj(k -> key(this.descriptors.get(k), build(k), geometry, form))
                    .toArray(EntryKey[]::new);
        }
        descriptors.forEach(descriptor -> assumptions.addAll(descriptor.assumptions()));
    }

    private String build(int k) {
        return k < builds.size() ? builds.get(k) : "";
    }

    private static EntryKey key(SourceDescriptor descriptor, String build, RecoilGeometry geometry, RecoilForm form) {
        Map<String, String> closures = new LinkedHashMap<>(descriptor.closures());
        descriptor.parameters().forEach((name, value) -> closures.put(name, Double.toString(value)));
        closures.put("recoil", geometry.label());
        closures.put("recoil-form", form.label());
        return EntryKey.ofBuild(descriptor.name(), descriptor.version(), closures, build);
    }

    /** Returns the descriptors, in the order of the request. */
    public List<SourceDescriptor> descriptors() {
        return descriptors;
    }

    /** Returns which build of its bundle each source is, in their order; or nothing at all. */
    public List<String> builds() {
        return builds;
    }

    public List<SourceDescriptor> installed() {
        return installed.get();
    }

    /** Returns the ledger's key of each source under a form of recoil that is counted per source. */
    public EntryKey[] keys(RecoilForm form) {
        return keys[form.ordinal()];
    }

    /**
     * Returns the ledger's key of what the host's transport lets out while these sources act together; the same object each time. Call it from
     * one thread at a time.
     */
    public EntryKey transportKey() {
        EntryKey made = transportKey;
        if (made == null) {
            made = TransportKey.of(descriptors, builds);
            transportKey = made;
        }
        return made;
    }

    /** Returns what was assumed so far, in the order it came up. */
    public List<String> assumptions() {
        synchronized (assumptions) {
            return List.copyOf(assumptions);
        }
    }

    public void assume(String what) {
        assumptions.add(what);
    }
}
