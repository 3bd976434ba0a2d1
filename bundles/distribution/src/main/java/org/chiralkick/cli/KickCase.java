package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.Preset;
import org.chiralkick.source.SourceDescriptor;

/**
 * One mechanism with one set of closures, to be put beside others.
 *
 * @param source name of the mechanism
 * @param choice what is chosen, in the words of the command line: {@code "--preset equilibrium"}; empty for the defaults
 * @param config the coupling's configuration
 */
record KickCase(String source, String choice, CouplingConfig config) {

    /**
     * Returns the cases worth comparing: every mechanism as it is, and where it has closures, every preset, and every other choice
     * of each closure with the rest as in the default preset.
     *
     * @param installed the mechanisms, in the order of their ranking
     * @param recoil the configuration whose recoil geometry is changed, too
     */
    static List<KickCase> of(List<SourceDescriptor> installed, CouplingConfig recoil) {
        List<KickCase> cases = new ArrayList<>();
        for (SourceDescriptor source : installed) {
            CouplingConfig plain = recoil.withSource(source.name());
            cases.add(new KickCase(source.name(), "", plain));
            if (!source.closures().isEmpty()) {
                presets(source, plain, cases);
                alternatives(source, plain, cases);
            }
        }
        return cases;
    }

    private static void presets(SourceDescriptor source, CouplingConfig plain, List<KickCase> cases) {
        for (String preset : Preset.labels()) {
            if (!preset.equals(source.preset())) {
                cases.add(new KickCase(source.name(), "--preset " + preset, plain.withPreset(preset)));
            }
        }
    }

    /** Every choice but the one in force, one at a time. */
    static void alternatives(SourceDescriptor source, CouplingConfig plain, List<KickCase> cases) {
        Map<String, String> inForce = source.closures();
        for (String kind : ClosureGuide.KINDS) {
            String chosen = kind.equals("recoil") ? plain.recoil().geometry().label() : inForce.getOrDefault(kind, "");
            if (chosen.isEmpty()) {
                continue;
            }
            for (String choice : ClosureGuide.choices(kind)) {
                if (!choice.equals(chosen)) {
                    cases.add(new KickCase(
                            source.name(), "--closure " + kind + "=" + choice, plain.withClosure(kind, choice)));
                }
            }
        }
    }
}
