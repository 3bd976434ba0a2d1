package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.chiralkick.cli.star.Emitter;
import org.chiralkick.cli.star.EvolvingEmitter;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.pns.EmissionHistory;
import org.chiralkick.pns.PnsConfig;
import org.chiralkick.pns.PnsRun;
import org.chiralkick.pns.PnsSnapshot;

/**
 * Stars that are ready to be asked for kicks. Each evolution that serves several of them happens once, with the control mechanism,
 * which does nothing. Thread-safe.
 */
final class Evolutions {
    private static final String CONTROL = "isotropic";

    private final Session session;
    private final Map<List<Object>, FutureTask<EmissionHistory>> known = new ConcurrentHashMap<>();

    Evolutions(Session session) {
        this.session = session;
    }

    /** Returns a star. */
    Emitter emitter(StarPlan plan) {
        return plan.evolving()
                .map(inputs -> evolving(plan, inputs))
                .orElseGet(() -> plan.still().orElseThrow());
    }

    private Emitter evolving(StarPlan plan, EvolutionInputs inputs) {
        Optional<EmissionHistory> shared =
                plan.evolvesEachTime() ? Optional.empty() : Optional.of(evolution(plan.key(), inputs.config()));
        return new EvolvingEmitter(inputs.star().name(), inputs.config(), inputs.shape(), shared);
    }

    private EmissionHistory evolution(List<Object> key, PnsConfig config) {
        FutureTask<EmissionHistory> task = known.computeIfAbsent(key, one -> new FutureTask<>(() -> evolve(config)));
        // Whoever comes first computes; run() of a task that is under way or done returns at once.
        task.run();
        try {
            return task.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while the star evolved");
        }
    }

    private EmissionHistory evolve(PnsConfig config) {
        List<PnsSnapshot> history = new ArrayList<>();
        try (Coupling coupling = session.couple(CouplingConfig.defaults().withSource(CONTROL))) {
            PnsRun.start(config, coupling).finish(history::add);
        } catch (IllegalStateException e) {
            throw CommandException.failed(String.valueOf(e.getMessage()));
        }
        return EmissionHistory.of(history);
    }
}
