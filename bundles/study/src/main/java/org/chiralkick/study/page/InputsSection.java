package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Listing;
import org.chiralkick.report.Section;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.Version;
import org.chiralkick.study.run.Run;
import org.chiralkick.table.Numbers;
import org.jspecify.annotations.Nullable;

/** What is needed to repeat the run. */
final class InputsSection {
    private InputsSection() {}

    /**
     * Returns the section.
     *
     * @param files where the numbers of this run are
     * @param command the command line that repeats it
     */
    static Section section(Run run, String files, String command) {
        return new Section(
                "inputs",
                "To repeat this run",
                files,
                List.of(new Listing("command", "Command", command), versions(run), inputs(run)));
    }

    private static DataTable versions(Run run) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("chiralkick", Version.text(), "", ""));
        for (SourceDescriptor source : run.sources()) {
            rows.add(List.of(
                    "mechanism " + source.name(),
                    source.version(),
                    run.bundles().getOrDefault(source.name(), ""),
                    source.citation()));
        }
        rows.add(List.of("java", Runtime.version().toString(), "", ""));
        return new DataTable(
                "versions",
                "Versions",
                List.of(
                        DataTable.Heading.text("Program"),
                        DataTable.Heading.text("Version"),
                        DataTable.Heading.text("Bundle"),
                        DataTable.Heading.text("Reference")),
                rows);
    }

    private static DataTable inputs(Run run) {
        List<List<String>> rows = new ArrayList<>();
        run.inputs().json().forEach((name, value) -> rows.add(List.of(name, shown(value))));
        return new DataTable(
                "input-table",
                "Inputs",
                List.of(DataTable.Heading.text("Input"), DataTable.Heading.text("Value")),
                rows);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "none" : value instanceof Double number ? Numbers.given(number) : value.toString();
    }
}
