package org.chiralkick.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.cli.star.EmissionMap;
import org.chiralkick.cli.star.ProfileScan;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Page;
import org.chiralkick.report.hdf5.Hdf5File;

/** The files of a run: {@code run.json}, the CSV tables, {@code run.h5}, {@code report.html} and the pictures of its charts. */
final class RunFiles {
    private static final String CSV = "text/csv";

    private RunFiles() {}

    /**
     * Writes all files; {@code run.json} last, so that where it is, the others are complete.
     *
     * @param command the command line that repeats the run
     * @return what was written, for a message
     */
    static String write(Path folder, RunReport report, Session session, CouplingConfig config, String command)
            throws IOException {
        Files.createDirectories(folder);
        RunResult result = complete(report, session, config, command);
        String json = Json.text(report.json());
        StringBuilder history = new StringBuilder();
        RunTables.write(RunTables.history(report), new CsvWriter(history));
        StringBuilder profile = new StringBuilder();
        result.scan().write(new CsvWriter(profile));
        Page page = new RunPage(result)
                .page(List.of(
                        new Attachment("run.json", "application/json", "inputs and results", json),
                        new Attachment("history.csv", CSV, "a row per step", history.toString()),
                        new Attachment("profile.csv", CSV, "state and currents at every radius", profile.toString())));
        text(folder.resolve("history.csv"), history.toString());
        text(folder.resolve("profile.csv"), profile.toString());
        Hdf5File.write(
                folder.resolve("run.h5"),
                facts(result, json),
                List.of(RunTables.history(report), RunTables.profile(result.scan()), RunTables.emission(result.map())));
        String pageFiles = PageFiles.write(folder, page);
        text(folder.resolve("run.json"), json);
        return "run.json, history.csv, profile.csv, run.h5, " + pageFiles;
    }

    private static RunResult complete(RunReport report, Session session, CouplingConfig config, String command) {
        try (Coupling coupling = session.couple(config)) {
            return new RunResult(
                    report,
                    ProfileScan.of(report.star(), report.setup(), coupling),
                    EmissionMap.of(report.setup(), report.history().surface(), coupling),
                    new ClosureSweep(session, report).alternatives(),
                    command);
        }
    }

    private static Map<String, String> facts(RunResult result, String json) {
        RunReport report = result.report();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("description", "a run of ChiralKick: the kick of a proto-neutron star");
        facts.put("command", result.command());
        facts.put("source", report.sourceName());
        facts.put("preset", report.config().preset().label());
        facts.put("version", Version.text());
        facts.put("run_json", json);
        return facts;
    }

    private static void text(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }
}
