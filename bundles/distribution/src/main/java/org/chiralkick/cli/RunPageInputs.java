package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Listing;
import org.chiralkick.report.Section;
import org.chiralkick.source.SourceDescriptor;
import org.jspecify.annotations.Nullable;

/** What is needed to repeat the run. */
final class RunPageInputs {
    private RunPageInputs() {}

    static Section section(RunResult result) {
        return new Section(
                "inputs",
                "To repeat this run",
                "All inputs and results are in run.json, every step in history.csv, every radius in profile.csv; run.h5 beside "
                        + "this page has the same with the emission map.",
                List.of(
                        new Listing("command", "Command", result.command()),
                        versions(result.report()),
                        inputs(result.report())));
    }

    private static DataTable versions(RunReport report) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("chiralkick", Version.text(), ""));
        for (SourceDescriptor source : report.sources()) {
            rows.add(List.of("mechanism " + source.name(), source.version(), source.citation()));
        }
        rows.add(List.of("java", Runtime.version().toString(), ""));
        return new DataTable(
                "versions",
                "Versions",
                List.of(
                        DataTable.Heading.text("Program"),
                        DataTable.Heading.text("Version"),
                        DataTable.Heading.text("Reference")),
                rows);
    }

    private static DataTable inputs(RunReport report) {
        List<List<String>> rows = new ArrayList<>();
        report.inputs().forEach((name, value) -> rows.add(List.of(name, shown(value))));
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
