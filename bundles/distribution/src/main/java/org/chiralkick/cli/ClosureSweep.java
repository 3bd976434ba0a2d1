package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.SphericalHost;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.Recoil;
import org.chiralkick.source.Preset;

/**
 * What a run would have given under each other closure, one changed at a time, and under each preset. The star does not change
 * with time, so one evaluation stands for the whole run.
 */
final class ClosureSweep {
    static final String PRESET = "preset";

    private final Session session;
    private final RunReport report;
    private final SphericalHost host;

    ClosureSweep(Session session, RunReport report) {
        this.session = session;
        this.report = report;
        this.host = new SphericalHost(report.setup(), report.history().surface());
    }

    /** Returns the alternatives, those of a kind together, the choice in force among them. */
    List<Alternative> alternatives() {
        List<Alternative> all = new ArrayList<>();
        CouplingConfig config = report.config();
        for (Map.Entry<String, String> closure : report.closures().entrySet()) {
            String kind = closure.getKey();
            for (String choice : ClosureGuide.choices(kind)) {
                all.add(evaluate(
                        kind,
                        choice,
                        ClosureGuide.meaning(kind, choice),
                        choice.equals(closure.getValue()),
                        config.withClosure(kind, choice)));
            }
        }
        CouplingConfig plain =
                CouplingConfig.defaults().withSource(config.sources().toArray(String[]::new));
        for (Preset preset : Preset.values()) {
            CouplingConfig its = plain.withPreset(preset);
            boolean inForce = its.settings().equals(config.settings())
                    && its.recoil().geometry() == config.recoil().geometry();
            all.add(evaluate(PRESET, preset.label(), ClosureGuide.meaning(preset), inForce, its));
        }
        return all;
    }

    private Alternative evaluate(String kind, String choice, String meaning, boolean inForce, CouplingConfig config) {
        try (Coupling coupling = session.couple(config)) {
            Recoil recoil = host.total(coupling);
            List<String> flags = coupling.flagCounts().entrySet().stream()
                    .filter(flag -> flag.getValue() > 0)
                    .map(flag -> flag.getKey().label())
                    .toList();
            return new Alternative(
                    kind,
                    choice,
                    meaning,
                    inForce,
                    recoil,
                    Kick.of(recoil, report.setup().massG()),
                    flags);
        }
    }
}
