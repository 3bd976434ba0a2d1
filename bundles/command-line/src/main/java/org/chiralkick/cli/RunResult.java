package org.chiralkick.cli;

import java.util.List;
import org.chiralkick.cli.star.EmissionMap;
import org.chiralkick.cli.star.ProfileScan;

/**
 * A run and what only its report needs.
 *
 * @param report the run
 * @param scan state and currents at every radius
 * @param map what leaves through each cell of the surface
 * @param alternatives what the run would have given under each other closure
 * @param command the command line that repeats the run
 */
record RunResult(RunReport report, ProfileScan scan, EmissionMap map, List<Alternative> alternatives, String command) {
    RunResult {
        alternatives = List.copyOf(alternatives);
    }
}
