package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.StarFlags;
import org.chiralkick.star.emission.Neutrinosphere;
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
            Run run = inputs.cools() ? cooled(inputs.ready(), coupling) : frozen(coupling);
            if (run.flags().noneValid(run.escape())) {
                throw StudyException.failed("no zone could be evaluated" + cause(coupling.invalidZones()));
            }
            return run.withAudit(coupling.audit());
        }
    }

    private static String cause(NamedZones invalid) {
        return invalid.first()
                .map(first -> ": " + first + "; change what makes it so")
                .orElse("");
    }

    private Run cooled(RunInputs ready, Coupling coupling) {
        List<Snapshot> history = new ArrayList<>();
        List<String> assumptions = new ArrayList<>(ready.notes());
        StarFlags flags;
        EmissionHistory emission;
        try {
            CoolingStar star = CoolingStar.start(ready.coolingConfig(), coupling);
            star.finish(snapshot -> {
                history.add(snapshot);
                progress.accept(Work.milliseconds(snapshot.timeS()));
            });
            assumptions.addAll(star.assumptions());
            flags = star.flags();
            emission = star.history();
        } catch (IllegalStateException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
        Run run = Run.cooled(
                ready,
                config,
                coupling.sources(),
                coupling.builds(),
                history,
                Optional.of(emission),
                flags,
                assumptions);
        return Evolutions.coarse(session, ready.coolingConfig())
                .map(coarse -> run.withTimeStepError(error(run, coarse)))
                .orElse(run);
    }

    /** Returns what the same star in longer steps gives, as far as it is off. */
    private double error(Run run, EmissionHistory coarse) {
        try (Coupling coupling = session.couple(config)) {
            return run.kicked()
                    .withErrorAgainst(
                            coarse.momentum(run.inputs().coolingConfig().field(), coupling, run.escape()))
                    .timeStepError();
        }
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
                coupling.builds(),
                history.moments(),
                StarFlags.ofSurface(
                        history.flags(),
                        inputs.frozenEvaluations() * star.elements(),
                        star.breakUp(inputs.magnet()).flag()),
                assumptions,
                List.of(),
                Optional.empty(),
                inputs.decouplingSurface().map(this::from),
                Optional.empty(),
                Double.NaN);
    }

    /** Returns what the star receives from another sphere, in as many steps. */
    private Run.OtherSurface from(Neutrinosphere surface) {
        long done = inputs.frozenEvaluations();
        FrozenStar star = inputs.frozen().emittingFrom(surface);
        try (Coupling coupling = session.couple(config)) {
            KickHistory history = star.run(
                    inputs.magnet(), inputs.steps(), coupling, evaluations -> progress.accept(done + evaluations));
            return new Run.OtherSurface(
                    surface,
                    Kicked.bySurface(
                            history.recoil(), star.massG(), history.flags(), star.polarField(inputs.magnet())));
        }
    }
}
