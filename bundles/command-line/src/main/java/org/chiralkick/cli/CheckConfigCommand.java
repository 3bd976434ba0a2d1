package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.NearestName;
import org.chiralkick.host.value.CouplingException;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick check-config}: what is wrong with a coupling's configuration, before a host runs with it. */
@Command(
        name = "check-config",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Check a coupling's configuration file without running anything.",
        description = {
            "",
            "Reads the file as ck_open and Coupling do, asks the installed mechanisms whether they take its settings, and says "
                    + "what they then need and give. All problems of the document are listed at once, each with its place. "
                    + "Exit code 0 if it can be used, 1 if not.",
            ""
        })
final class CheckConfigCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Parameters(paramLabel = "FILE", description = "The JSON file that a host passes to its coupling.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print a JSON object to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        String text = JsonText.withoutByteOrderMark(Files.readString(Objects.requireNonNull(file)));
        List<String> problems = new ArrayList<>(CouplingConfig.check(text));
        List<SourceDescriptor> sources = List.of();
        if (problems.isEmpty()) {
            try (Session session = shared.session()) {
                CouplingConfig config = CouplingConfig.parse(text);
                problems.addAll(absent(session, config));
                problems.addAll(config.problems(session.runtime().declared(config.sources())));
                if (problems.isEmpty()) {
                    sources = accepted(session, config, problems);
                }
            }
        }
        JsonPlaces places = new JsonPlaces(text);
        shared.terminal().out().print(json ? json(problems, places, sources) : text(problems, places, sources));
        return problems.isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }

    /** Returns a problem for each source that is not installed, and for bundles that do not work if that may be why. */
    private static List<String> absent(Session session, CouplingConfig config) {
        List<String> installed = session.runtime().names();
        List<String> problems = new ArrayList<>();
        for (String name : config.sources()) {
            if (!installed.contains(name)) {
                problems.add((config.own().containsKey(name) ? "sources." + name : "source") + " is '" + name
                        + "', which is not installed" + NearestName.hint(name, installed) + "; installed are "
                        + installed);
            }
        }
        if (!problems.isEmpty() || installed.isEmpty()) {
            problems.addAll(session.runtime().troubles());
        }
        return problems;
    }

    /** Returns the sources as they are with these settings; what they refuse, and why one is not there, is added to the problems. */
    private static List<SourceDescriptor> accepted(Session session, CouplingConfig config, List<String> problems) {
        try {
            return session.accepting(config);
        } catch (CouplingException | StudyException e) {
            problems.add(String.valueOf(e.getMessage()));
            return List.of();
        }
    }

    private String text(List<String> problems, JsonPlaces places, List<SourceDescriptor> sources) {
        StringBuilder text = new StringBuilder();
        for (String problem : problems) {
            text.append(file);
            places.of(problem)
                    .ifPresent(place ->
                            text.append(':').append(place.line()).append(':').append(place.column()));
            text.append(": ").append(problem).append('\n');
        }
        if (problems.isEmpty()) {
            text.append(file).append(" can be used; with it\n");
            sources.forEach(source -> text.append('\n').append(SourcesCommand.text(source)));
        }
        return text.toString();
    }

    private String json(List<String> problems, JsonPlaces places, List<SourceDescriptor> sources) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("file", String.valueOf(file));
        json.put(
                "problems",
                problems.stream()
                        .map(problem -> json(problem, places.of(problem)))
                        .toList());
        json.put("sources", sources.stream().map(SourcesCommand::json).toList());
        return Json.text(json);
    }

    private static Map<String, @Nullable Object> json(String problem, Optional<JsonPlaces.Place> place) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("message", problem);
        json.put("line", place.map(JsonPlaces.Place::line).orElse(null));
        json.put("column", place.map(JsonPlaces.Place::column).orElse(null));
        return json;
    }
}
