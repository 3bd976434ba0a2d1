package org.chiralkick.study.run;

import java.util.List;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.ProfileScan;

/**
 * A run and what only its report needs.
 *
 * @param report the run
 * @param scan state and currents at every radius
 * @param map what leaves through each cell of the surface
 * @param alternatives what the run would have given under each other closure
 * @param command the command line that repeats the run
 */
public record RunResult(
        RunReport report, ProfileScan scan, EmissionMap map, List<Alternative> alternatives, String command) {
    public RunResult {
        alternatives = List.copyOf(alternatives);
    }
}
