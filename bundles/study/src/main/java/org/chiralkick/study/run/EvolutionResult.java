package org.chiralkick.study.run;

import java.util.List;
import org.chiralkick.star.EmissionMap;

/**
 * A run with a star that evolves and what only its report needs.
 *
 * @param report the run
 * @param map what left in each direction
 * @param alternatives what the run would have given under each other closure
 * @param command the command line that repeats the run
 */
public record EvolutionResult(EvolutionReport report, EmissionMap map, List<Alternative> alternatives, String command) {
    public EvolutionResult {
        alternatives = List.copyOf(alternatives);
    }
}
