package org.chiralkick.cli.serve;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.RecoilEntry;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.emission.DipoleEntry;
import org.chiralkick.study.closure.InForce;

/** What mechanisms gave through the response inside, in the form of the ledger's parts. */
final class Parts {
    private Parts() {}

    /** Returns a part for mechanisms that were in force together under the same closures. */
    static List<RecoilEntry> ofDipole(List<DipoleEntry> entries) {
        return entries.stream().map(Parts::of).toList();
    }

    private static RecoilEntry of(DipoleEntry entry) {
        DipoleKick kick = entry.kick();
        return new RecoilEntry(
                joined(entry.sources(), SourceDescriptor::name),
                joined(entry.sources(), SourceDescriptor::version),
                closures(entry),
                new Recoil(kick.momentum(), Vector3.ZERO, kick.number(), kick.energyErg(), entry.steps()));
    }

    private static String joined(List<SourceDescriptor> sources, Function<SourceDescriptor, String> text) {
        return sources.stream().map(text).collect(Collectors.joining("+"));
    }

    private static Map<String, String> closures(DipoleEntry entry) {
        InForce inForce = new InForce(entry.sources());
        Map<String, String> closures = new LinkedHashMap<>(inForce.choices());
        inForce.parameters().forEach((name, value) -> closures.put(name, value.toString()));
        String builds = String.join("+", entry.builds());
        if (!builds.isEmpty()) {
            closures.put(RecoilEntry.BUNDLE, builds);
        }
        return closures;
    }
}
