package org.chiralkick.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chiralkick.cli.star.EmissionMap;
import org.chiralkick.cli.star.EvolvingEmitter;
import org.chiralkick.cli.star.Magnet;
import org.chiralkick.host.Coupling;
import org.chiralkick.pns.EmissionHistory;
import org.chiralkick.report.Table;

/** The files of a run with a star that evolves. */
final class EvolutionFiles {
    private EvolutionFiles() {}

    /**
     * Returns the files; what only they need is computed along the evolution of the run.
     *
     * @param magnet field and rotation of the star
     * @param command the command line that repeats the run
     */
    static ResultFiles of(EvolutionReport report, Session session, Magnet magnet, String command) throws IOException {
        EvolutionInputs evolved = report.evolved();
        EmissionHistory history = EmissionHistory.of(report.history());
        EvolvingEmitter star =
                new EvolvingEmitter(evolved.star().name(), evolved.config(), evolved.shape(), Optional.of(history));
        EvolutionResult result;
        try (Coupling coupling = session.couple(report.config())) {
            result = new EvolutionResult(
                    report,
                    EmissionMap.of(history, evolved.config().field(), coupling),
                    Alternative.of(session, report, star, magnet),
                    command);
        }
        Table steps = EvolutionTables.history(report);
        Table shells = EvolutionTables.shells(report.end());
        return new ResultFiles(
                report,
                Json.text(report.json()),
                command,
                List.of(
                        ResultFiles.csv("history.csv", "a row per step", RunTables.csv(steps)),
                        ResultFiles.csv(
                                "shells.csv",
                                "mass shells at the end",
                                RunTables.csv(
                                        shells, "mass shells at the end; currents of the beginning of the last step"))),
                List.of(
                        steps,
                        shells,
                        EvolutionTables.evolution(report.history()),
                        EvolutionTables.emission(result.map())),
                new EvolutionPage(result)::page);
    }
}
