package org.chiralkick.cli;

import java.io.PrintWriter;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chiralkick.cli.serve.DeclaredJson;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.table.Json;
import org.chiralkick.table.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick sources}: the mechanisms that are installed. */
@Command(
        name = "sources",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "List the installed mechanisms: version, needs, gives, citation, and what one can choose.",
        description = {
            "",
            "A mechanism is a bundle (a jar) in the folder bundles/ of the distribution; drop one in, and it is here. "
                    + "Names of needs and gives are the column names of 'chiralkick evaluate'. A star marks what is in force where "
                    + "nobody chooses; --preset, --closure and --parameter of the other commands choose. A jar that is there and gives "
                    + "no mechanism is named on standard error, with the reason.",
            ""
        })
final class SourcesCommand implements Callable<Integer> {
    private static final int WIDTH = 84;

    /** Width of the labels, which stand above those of {@link DeclaredText}. */
    private static final int LABEL = "parameters".length();

    @ParentCommand
    private @Nullable Shell shell;

    @Option(names = "--json", description = "Print a JSON list to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() {
        Shell shared = Objects.requireNonNull(shell);
        try (Session session = shared.session()) {
            List<SourceDescriptor> installed = session.installed();
            shared.terminal()
                    .out()
                    .print(
                            json
                                    ? Json.text(installed.stream()
                                            .map(SourcesCommand::json)
                                            .toList())
                                    : installed.stream()
                                            .map(SourcesCommand::text)
                                            .collect(Collectors.joining("\n")));
            PrintWriter err = shared.terminal().err();
            session.runtime().troubles().forEach(trouble -> err.println("chiralkick sources: " + trouble));
            if (installed.isEmpty()) {
                throw StudyException.failed(
                        "no mechanism is installed in " + shared.home().resolve("bundles"));
            }
        }
        return ExitCode.OK;
    }

    static Map<String, @Nullable Object> json(SourceDescriptor source) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("name", source.name());
        json.put("version", source.version());
        json.put("summary", source.summary());
        json.put("citation", source.citation());
        json.put("preset", source.preset());
        json.put("closures", source.closures());
        json.put("parameters", source.parameters());
        json.put("declared", DeclaredJson.of(source.declared()));
        json.put("needs", zoneColumns(source.required()));
        Map<String, @Nullable Object> needsFor = Json.object();
        source.requiredFor()
                .forEach((output, fields) ->
                        fluxColumns(Set.of(output)).forEach(name -> needsFor.put(name, zoneColumns(fields))));
        json.put("needs_for", needsFor);
        Map<String, @Nullable Object> optional = Json.object();
        source.optional()
                .forEach((field, absent) -> zoneColumns(List.of(field)).forEach(name -> optional.put(name, absent)));
        json.put("uses", optional);
        json.put("gives", fluxColumns(source.gives()));
        return json;
    }

    static String text(SourceDescriptor source) {
        TextTable table = new TextTable("  ", "ll");
        list(
                table,
                "needs",
                source.required().stream().map(SourcesCommand::shortName).toList());
        list(
                table,
                "needs also",
                source.requiredFor().entrySet().stream()
                        .map(entry -> entry.getValue().stream()
                                .map(SourcesCommand::shortName)
                                .collect(Collectors.joining(", ", "", " (for " + shortName(entry.getKey()) + ")")))
                        .toList());
        list(
                table,
                "uses",
                source.optional().entrySet().stream()
                        .map(entry -> shortName(entry.getKey())
                                + (entry.getValue().isEmpty() ? "" : " (else: " + entry.getValue() + ")"))
                        .toList());
        list(
                table,
                "gives",
                source.gives().stream().map(SourcesCommand::shortName).toList());
        list(table, "after", List.of(source.citation().split(", ")));
        return source.name() + " " + source.version() + ": " + source.summary() + "\n" + table
                + DeclaredText.text(source);
    }

    /** Adds a row for a list, broken into lines of a readable width; nothing for an empty one. */
    private static void list(TextTable table, String title, List<String> items) {
        StringBuilder line = new StringBuilder();
        String label = title + " ".repeat(LABEL - title.length());
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i) + (i + 1 < items.size() ? ", " : "");
            if (!line.isEmpty() && line.length() + item.length() > WIDTH) {
                table.row(label, line.toString());
                label = "";
                line.setLength(0);
            }
            line.append(item);
        }
        if (!line.isEmpty()) {
            table.row(label, line.toString());
        }
    }

    private static List<String> zoneColumns(Collection<ZoneField> fields) {
        return fields.stream()
                .flatMap(field -> IntStream.range(0, field.components()).mapToObj(field::columnName))
                .toList();
    }

    private static List<String> fluxColumns(Collection<FluxField> fields) {
        return fields.stream()
                .flatMap(field -> IntStream.range(0, field.components()).mapToObj(field::columnName))
                .toList();
    }

    private static String shortName(ZoneField field) {
        return shortName(field.components(), field.perGroup(), field::columnName);
    }

    private static String shortName(FluxField field) {
        return shortName(field.components(), field.perGroup(), field::columnName);
    }

    /** Joins the columns of a field: b_x_gauss, b_y_gauss, b_z_gauss become b_{x,y,z}_gauss; N stands for the number of an energy group. */
    private static String shortName(int components, boolean perGroup, ColumnName column) {
        String name = column.of(0, 0);
        if (components > 1) {
            int axis = firstDifference(name, column.of(1, 0));
            name = name.substring(0, axis) + "{x,y,z}" + name.substring(axis + 1);
        }
        if (perGroup) {
            int group = firstDifference(column.of(0, 0), column.of(0, 1));
            name = name.substring(0, group) + "N" + name.substring(group + 1);
        }
        return name;
    }

    /** The name of a column for an axis and an energy group. */
    @FunctionalInterface
    private interface ColumnName {
        String of(int axis, int group);
    }

    private static int firstDifference(String one, String other) {
        int place = 0;
        while (one.charAt(place) == other.charAt(place)) {
            place++;
        }
        return place;
    }
}
