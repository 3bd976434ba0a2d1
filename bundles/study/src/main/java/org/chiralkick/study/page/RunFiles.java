package org.chiralkick.study.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Page;
import org.chiralkick.report.Table;
import org.chiralkick.report.hdf5.Hdf5File;
import org.chiralkick.report.html.HtmlPage;
import org.chiralkick.report.picture.PictureException;
import org.chiralkick.report.picture.Pictures;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.study.Version;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.RunTables;
import org.chiralkick.table.CsvWriter;
import org.chiralkick.table.Json;

/**
 * The files of a run: {@code run.json}, CSV tables, {@code run.h5}, {@code report.html} and the pictures of its charts.
 *
 * @param run the run
 * @param json what {@code run.json} says
 * @param command the command line that repeats it
 * @param csv the CSV tables, which the page carries with it, too
 * @param tables the groups of {@code run.h5}
 * @param page the page that carries these files
 */
public record RunFiles(
        Run run,
        String json,
        String command,
        List<Attachment> csv,
        List<Table> tables,
        Function<List<Attachment>, Page> page) {
    public RunFiles {
        csv = List.copyOf(csv);
        tables = List.copyOf(tables);
    }

    /** Returns the files of a run and its findings. */
    public static RunFiles of(RunResult result) throws IOException {
        Run run = result.run();
        Optional<ProfileScan> scan = result.scan();
        return new RunFiles(
                run,
                Json.text(run.json()),
                result.command(),
                List.of(
                        csv("history.csv", "a row per step", RunTables.csv(RunTables.history(run))),
                        scan.isPresent() ? profile(scan.get()) : shells(run)),
                RunTables.of(result),
                new RunPage(result)::page);
    }

    private static Attachment profile(ProfileScan scan) throws IOException {
        StringBuilder profile = new StringBuilder();
        scan.write(new CsvWriter(profile));
        return csv("profile.csv", "state and currents at every radius", profile.toString());
    }

    private static Attachment shells(Run run) throws IOException {
        Table shells = RunTables.shells(run);
        return csv("shells.csv", "mass shells at the end", RunTables.csv(shells, shells.describes()));
    }

    /** Returns a CSV table of this name. */
    public static Attachment csv(String name, String describes, String text) {
        return new Attachment(name, "text/csv", describes, text);
    }

    /**
     * Writes all files; {@code run.json} last, so that where it is, the others are complete.
     *
     * @return what was written, for a message
     */
    public String write(Path folder) throws IOException {
        Files.createDirectories(folder);
        List<Attachment> attachments = new ArrayList<>();
        attachments.add(new Attachment("run.json", "application/json", "inputs and results", json));
        attachments.addAll(csv);
        for (Attachment table : csv) {
            text(folder.resolve(table.name()), table.text());
        }
        Hdf5File.write(folder.resolve("run.h5"), facts(), tables);
        String pageFiles = writePage(folder, page.apply(attachments));
        text(folder.resolve("run.json"), json);
        return attachments.stream().map(Attachment::name).collect(Collectors.joining(", ")) + ", run.h5, " + pageFiles;
    }

    private Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("description", "a run of ChiralKick: the kick of a proto-neutron star");
        facts.put("command", command);
        facts.put("source", run.sourceName());
        if (!run.inForce().preset().isEmpty()) {
            facts.put("preset", run.inForce().preset());
        }
        facts.put("version", Version.text());
        facts.put("run_json", json);
        return facts;
    }

    /**
     * Writes a page as {@code report.html}, and a picture of each chart.
     *
     * @param folder a folder that is there
     * @return what was written, for a message
     */
    public static String writePage(Path folder, Page page) throws IOException {
        text(folder.resolve("report.html"), HtmlPage.of(page));
        return "report.html and " + pictures(folder, page);
    }

    /** Where this Java cannot draw, the page is worth as much without pictures. */
    private static String pictures(Path folder, Page page) throws IOException {
        try {
            int count = Pictures.write(folder, page).size();
            return count == 1 ? "a picture" : count + " pictures";
        } catch (PictureException e) {
            return "no pictures: " + e.getMessage();
        }
    }

    private static void text(Path file, String content) throws IOException {
        Files.writeString(file, content, StandardCharsets.UTF_8);
    }
}
