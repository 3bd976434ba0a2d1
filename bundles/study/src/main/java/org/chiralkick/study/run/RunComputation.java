package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;

/**
 * Drives a coupling with a star.
 *
 * @param progress receives how much of {@link Work#count} is done
 */
record RunComputation(Session session, RunInputs inputs, CouplingConfig config, LongConsumer progress) {
    Run run() {
        try (Coupling coupling = session.couple(config)) {
            return inputs.cools() ? cooled(coupling) : frozen(coupling);
        }
    }

    private Run cooled(Coupling coupling) {
        List<Snapshot> history = new ArrayList<>();
        List<String> assumptions = new ArrayList<>(inputs.notes());
        long zones;
        try {
            CoolingStar star = CoolingStar.start(inputs.coolingConfig(), coupling);
            star.finish(snapshot -> {
                history.add(snapshot);
                progress.accept(Work.milliseconds(snapshot.timeS()));
            });
            assumptions.addAll(star.assumptions());
            zones = star.zoneEvaluationsPerStep();
        } catch (IllegalStateException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
        return Run.cooled(
                inputs,
                config,
                coupling.sources(),
                history,
                Kicked.flags(coupling),
                zones * (history.size() - 1),
                assumptions);
    }

    private Run frozen(Coupling coupling) {
        FrozenStar star = inputs.frozen();
        KickHistory history = star.run(inputs.magnet(), inputs.steps(), coupling, progress);
        List<String> assumptions = new ArrayList<>(inputs.notes());
        assumptions.addAll(history.assumptions());
        return new Run(
                inputs,
                config,
                coupling.sources(),
                history.moments(),
                history.flags(),
                inputs.frozenEvaluations() * star.elements(),
                assumptions,
                List.of(),
                inputs.decouplingSurface().map(this::from));
    }

    /** Returns what the star receives from another sphere, in as many steps. */
    private Run.OtherSurface from(Neutrinosphere surface) {
        long done = inputs.frozenEvaluations();
        FrozenStar star = inputs.frozen().emittingFrom(surface);
        try (Coupling coupling = session.couple(config)) {
            KickHistory history = star.run(
                    inputs.magnet(), inputs.steps(), coupling, evaluations -> progress.accept(done + evaluations));
            Kick kick = Kick.of(history.recoil(), star.massG());
            return new Run.OtherSurface(surface, new Kicked(history.recoil(), kick, history.flags()));
        }
    }
}
