package org.chiralkick.study.page;

import java.io.IOException;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.report.Table;
import org.chiralkick.star.EmissionMap;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.RunTables;
import org.chiralkick.table.CsvWriter;
import org.chiralkick.table.Json;

/** The files of a run with a star that stays as it is. */
public final class FrozenFiles {
    private FrozenFiles() {}

    /**
     * Returns the files; what only they need is computed.
     *
     * @param star the star of the run
     * @param magnet its field and rotation
     * @param command the command line that repeats the run
     */
    public static RunFiles of(RunReport report, Session session, FrozenStar star, Magnet magnet, String command)
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
        return new RunFiles(
                report,
                Json.text(report.json()),
                command,
                List.of(
                        RunFiles.csv("history.csv", "a row per step", RunTables.csv(history)),
                        RunFiles.csv("profile.csv", "state and currents at every radius", profile.toString())),
                List.of(history, RunTables.profile(result.scan()), RunTables.emission(result.map())),
                new RunPage(result)::page);
    }
}
