package org.chiralkick.study.closure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.source.Preset;

/**
 * One choice made otherwise, the rest as it is; or a whole preset.
 *
 * @param kind what is chosen: a kind of closure, or {@code preset}
 * @param choice the choice
 * @param meaning what it assumes
 * @param inForce whether it is the choice that it is compared with
 * @param config the coupling's configuration
 */
public record ClosureChoice(String kind, String choice, String meaning, boolean inForce, CouplingConfig config) {
    private static final String PRESET = "preset";

    /**
     * Returns all choices about a configuration, those of a kind together, those in force among them.
     *
     * @param config the configuration
     * @param closures the closures in force under it, kind to choice
     */
    public static List<ClosureChoice> about(CouplingConfig config, Map<String, String> closures) {
        List<ClosureChoice> all = new ArrayList<>();
        closures.forEach((kind, chosen) -> {
            for (String choice : ClosureGuide.choices(kind)) {
                all.add(new ClosureChoice(
                        kind,
                        choice,
                        ClosureGuide.meaning(kind, choice),
                        choice.equals(chosen),
                        config.withClosure(kind, choice)));
            }
        });
        CouplingConfig plain =
                CouplingConfig.defaults().withSource(config.sources().toArray(String[]::new));
        for (Preset preset : Preset.values()) {
            CouplingConfig its = plain.withPreset(preset);
            boolean inForce = its.settings().equals(config.settings())
                    && its.recoil().geometry() == config.recoil().geometry();
            all.add(new ClosureChoice(PRESET, preset.label(), ClosureGuide.meaning(preset), inForce, its));
        }
        return all;
    }

    /** Returns the words of the command line that make this choice. */
    public String words() {
        return kind.equals(PRESET) ? "--preset " + choice : "--closure " + kind + "=" + choice;
    }

    /** Returns whether this changes a single closure, rather than all of them. */
    boolean single() {
        return !kind.equals(PRESET);
    }
}
