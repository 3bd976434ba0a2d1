package org.chiralkick.cli;

import java.io.IOException;
import java.util.List;
import org.chiralkick.cli.star.EmissionMap;
import org.chiralkick.cli.star.Magnet;
import org.chiralkick.cli.star.ProfileScan;
import org.chiralkick.cli.star.StaticEmitter;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.host.Coupling;
import org.chiralkick.report.Table;

/** The files of a run with a star that stays as it is. */
final class RunFiles {
    private RunFiles() {}

    /**
     * Returns the files; what only they need is computed.
     *
     * @param star the star of the run
     * @param magnet its field and rotation
     * @param command the command line that repeats the run
     */
    static ResultFiles of(RunReport report, Session session, StaticEmitter star, Magnet magnet, String command)
            throws IOException {
        RunResult result;
        try (Coupling coupling = session.couple(report.config())) {
            result = new RunResult(
                    report,
                    ProfileScan.of(report.star(), report.setup(), coupling),
                    EmissionMap.of(report.setup(), star.surface(), coupling),
                    Alternative.of(session, report, star, magnet),
                    command);
        }
        Table history = RunTables.history(report);
        StringBuilder profile = new StringBuilder();
        result.scan().write(new CsvWriter(profile));
        return new ResultFiles(
                report,
                Json.text(report.json()),
                command,
                List.of(
                        ResultFiles.csv("history.csv", "a row per step", RunTables.csv(history)),
                        ResultFiles.csv("profile.csv", "state and currents at every radius", profile.toString())),
                List.of(history, RunTables.profile(result.scan()), RunTables.emission(result.map())),
                new RunPage(result)::page);
    }
}
