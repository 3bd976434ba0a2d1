package org.chiralkick.study.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;

/**
 * Stars that are ready to emit. Each evolution that serves several of them happens once, with the control mechanism,
 * which does nothing. Thread-safe.
 */
public final class Evolutions {
    private static final String CONTROL = "isotropic";

    private final Session session;
    private final Map<List<Object>, FutureTask<EmissionHistory>> known = new ConcurrentHashMap<>();

    public Evolutions(Session session) {
        this.session = session;
    }

    /** Returns the star of a plan, ready to emit. */
    public EmittingStar emitter(StarPlan plan) {
        if (plan.cooling().isEmpty() || plan.evolvesEachTime()) {
            return plan.ready().emitter();
        }
        return plan.along(evolution(plan.key(), plan.cooling().get().config()));
    }

    private EmissionHistory evolution(List<Object> key, CoolingConfig config) {
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

    /**
     * Returns the evolution of a star that does not feel the mechanism in steps of twice the length; empty where it does, or where such
     * steps cannot be done.
     */
    static Optional<EmissionHistory> coarse(Session session, CoolingConfig config) {
        return config.feedback() != Feedback.NONE
                ? Optional.empty()
                : config.inLongerSteps().flatMap(longer -> {
                    try (Coupling coupling =
                            session.couple(CouplingConfig.defaults().withSource(CONTROL))) {
                        CoolingStar star = CoolingStar.start(longer, coupling);
                        star.finish(snapshot -> {});
                        return Optional.of(star.history());
                    } catch (IllegalStateException noStepConverges) {
                        return Optional.empty(); // the star itself did evolve; only its error is not known
                    }
                });
    }

    private EmissionHistory evolve(CoolingConfig config) {
        try (Coupling coupling = session.couple(CouplingConfig.defaults().withSource(CONTROL))) {
            CoolingStar star = CoolingStar.start(config, coupling);
            star.finish(snapshot -> {});
            EmissionHistory history = star.history();
            return coarse(session, config).map(history::besides).orElse(history);
        } catch (IllegalStateException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
    }
}
