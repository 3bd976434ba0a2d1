package org.chiralkick.study.page;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.report.Table;
import org.chiralkick.star.CooledStar;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.EvolutionResult;
import org.chiralkick.study.run.EvolutionTables;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunTables;
import org.chiralkick.table.Json;

/** The files of a run with a star that evolves. */
public final class EvolutionFiles {
    private EvolutionFiles() {}

    /**
     * Returns the files; what only they need is computed along the evolution of the run.
     *
     * @param magnet field and rotation of the star
     * @param command the command line that repeats the run
     */
    public static RunFiles of(EvolutionReport report, Session session, Magnet magnet, String command)
            throws IOException {
        RunInputs evolved = report.evolved();
        EmissionHistory history = EmissionHistory.of(report.history());
        CooledStar star =
                new CooledStar(evolved.star().name(), evolved.config(), evolved.shape(), Optional.of(history));
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
        return new RunFiles(
                report,
                Json.text(report.json()),
                command,
                List.of(
                        RunFiles.csv("history.csv", "a row per step", RunTables.csv(steps)),
                        RunFiles.csv(
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
