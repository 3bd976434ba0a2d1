package org.chiralkick.host.internal.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chiralkick.host.internal.ledger.EntryKey;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.RecoilForm;
import org.chiralkick.source.SourceDescriptor;

/**
 * The ledger's key of what a host's transport lets out. What leaves cannot be told apart by source, so all sources in force share an entry:
 * {@code transport:chiral+quark-urca}, with the closures of both as {@code chiral.share} and their builds joined; of a single source they are as it names them.
 */
final class TransportKey {
    private TransportKey() {}

    static EntryKey of(List<SourceDescriptor> descriptors, List<String> builds) {
        String label = "transport:" + (descriptors.isEmpty() ? "(none)" : joined(descriptors, SourceDescriptor::name));
        String versions = joined(descriptors, SourceDescriptor::version);
        Map<String, String> form = Map.of("recoil-form", RecoilForm.TRANSPORT.label());
        Map<String, String> closures = new LinkedHashMap<>(form);
        for (SourceDescriptor descriptor : descriptors) {
            String place = descriptors.size() == 1 ? "" : descriptor.name() + ".";
            descriptor.closures().forEach((kind, choice) -> closures.put(place + kind, choice));
            descriptor.parameters().forEach((name, value) -> closures.put(place + name, Double.toString(value)));
        }
        if (builds.stream().anyMatch(build -> !build.isEmpty())) {
            closures.put(
                    RecoilEntry.BUNDLE,
                    builds.stream()
                            .map(build -> build.isEmpty() ? "(none)" : build)
                            .collect(Collectors.joining("+")));
        }
        return EntryKey.orDigest(label, versions, closures, form);
    }

    private static String joined(List<SourceDescriptor> descriptors, Function<SourceDescriptor, String> part) {
        return descriptors.stream().map(part).collect(Collectors.joining("+"));
    }
}
