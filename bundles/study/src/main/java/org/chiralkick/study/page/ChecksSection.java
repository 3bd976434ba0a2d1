package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Section;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.study.closure.FlagGuide;
import org.chiralkick.study.run.Run;
import org.chiralkick.table.Numbers;

/** What is doubtful, and what was assumed. */
public final class ChecksSection {
    private ChecksSection() {}

    public static Section section(Run run) {
        return new Section(
                "validity",
                "Validity and assumptions",
                "A flag never changes a flux. A check whose input the profile does not have is left out, so no flag does not mean "
                        + "that all is well.",
                List.of(flags(run), new Notes("assumptions", "Assumed", run.assumptions())));
    }

    private static DataTable flags(Run run) {
        double evaluations = (double) run.zoneEvaluations();
        List<List<String>> raised = new ArrayList<>();
        List<List<String>> silent = new ArrayList<>();
        for (ValidityFlag flag : ValidityFlag.values()) {
            Long count = run.flags().get(flag.label());
            if (count != null) {
                raised.add(List.of(
                        flag.label(),
                        Long.toString(count),
                        flag == ValidityFlag.THERMAL_BUDGET ? "" : Numbers.of(100 * count / evaluations, 3),
                        FlagGuide.meaning(flag)));
            } else {
                silent.add(List.of(flag.label(), "0", "", FlagGuide.meaning(flag)));
            }
        }
        raised.addAll(silent);
        return new DataTable(
                "flags",
                "Validity flags",
                List.of(
                        DataTable.Heading.text("Flag"),
                        DataTable.Heading.number("zone evaluations", ""),
                        DataTable.Heading.number("of all", "%"),
                        DataTable.Heading.text("Where it is raised")),
                raised);
    }
}
