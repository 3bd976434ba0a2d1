package org.chiralkick.study.run;

import java.util.List;
import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.study.Session;

/**
 * A run and what only its report needs.
 *
 * @param run the run
 * @param map what left the surface in each direction in a run that cools; what leaves through each cell of a frozen star's surface
 * @param scan state and currents at every radius of a frozen star; empty for one that cools, whose shells have them
 * @param alternatives what the run would have given under each other closure
 * @param command the command line that repeats the run
 */
public record RunResult(
        Run run, EmissionMap map, Optional<ProfileScan> scan, List<Alternative> alternatives, String command) {
    public RunResult {
        alternatives = List.copyOf(alternatives);
    }

    /**
     * Computes what the report of a run needs: for a star that cools along the evolution of the run.
     *
     * @param command the command line that repeats the run, or other words that say how it was made
     */
    public static RunResult of(Session session, Run run, String command) {
        RunInputs inputs = run.inputs();
        try (Coupling coupling = session.couple(run.config())) {
            if (!run.cools()) {
                return new RunResult(
                        run,
                        EmissionMap.of(inputs.frozen(), inputs.magnet(), coupling),
                        Optional.of(ProfileScan.of(
                                run.star(), inputs.fieldGauss(), inputs.magnet().angularVelocityPerS(), coupling)),
                        Alternative.of(session, run, inputs.plan().emitter()),
                        command);
            }
            EmissionHistory history = run.emission()
                    .orElseThrow(() -> new IllegalArgumentException("the run has done no step; its report needs one"));
            return new RunResult(
                    run,
                    EmissionMap.of(history, inputs.coolingConfig().field(), coupling),
                    Optional.empty(),
                    Alternative.of(session, run, inputs.plan().along(history)),
                    command);
        }
    }
}
