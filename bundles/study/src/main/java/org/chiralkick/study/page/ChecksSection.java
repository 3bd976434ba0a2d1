package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.report.Block;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Section;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.StarFlags;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.study.closure.FlagGuide;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
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
                blocks(run));
    }

    private static List<Block> blocks(Run run) {
        StarFlags flags = run.flags();
        List<Block> blocks = new ArrayList<>();
        if (run.cools()) {
            List<String> doubts = RunWords.doubts(run);
            blocks.add(new Notes(
                    "doubts",
                    "Of the result as a whole",
                    doubts.isEmpty() ? List.of("nothing beyond the flags below") : doubts));
        }
        blocks.add(flags(
                "flags", "Validity flags of the surface that emits", flags.surface(), flags.surfaceEvaluations()));
        if (run.cools()) {
            blocks.add(flags(
                    "flags-interior", "Validity flags inside the star", flags.interior(), flags.interiorEvaluations()));
            blocks.add(dipole(run));
        }
        blocks.add(new Notes("assumptions", "Assumed", run.assumptions()));
        return blocks;
    }

    private static DataTable dipole(Run run) {
        DipoleKick dipole = run.end().dipole();
        return new DataTable(
                "dipole-validity",
                "Validity of the dipole",
                List.of(
                        DataTable.Heading.text("Quantity"),
                        DataTable.Heading.number("largest", ""),
                        DataTable.Heading.text("Doubtful")),
                List.of(
                        List.of(
                                "contrast of the temperature, |dT|/T",
                                Numbers.of(dipole.largestTemperatureContrast(), 3),
                                "above " + DipoleKick.LARGE_CONTRAST + " (dipole-large): the response is linear"),
                        List.of(
                                "contrast of the degeneracy, |d eta|",
                                Numbers.of(dipole.largestDegeneracyContrast(), 3),
                                "above " + DipoleKick.LARGE_CONTRAST + " (dipole-large)"),
                        List.of(
                                "l = 1 over mean energy flux at the surface, |h|/F_0",
                                Numbers.of(dipole.largestFluxRatio(), 3),
                                "above 1 (dipole-beyond-flux): the far side would draw neutrinos in; for "
                                        + Numbers.of(100 * dipole.beyondFluxShare(), 3) + " % of the time here"),
                        List.of(
                                "field over the largest inside the budget",
                                Numbers.of(1 / run.end().kick().largestFactor(Escape.DIPOLE), 3),
                                "above 1: more than the star has lost, so there is no speed")));
    }

    private static DataTable flags(String id, String title, Map<String, Long> flags, long evaluations) {
        List<List<String>> raised = new ArrayList<>();
        List<List<String>> silent = new ArrayList<>();
        for (ValidityFlag flag : ValidityFlag.values()) {
            Long count = flags.get(flag.label());
            if (count != null) {
                raised.add(List.of(
                        flag.label(),
                        Long.toString(count),
                        flag == ValidityFlag.THERMAL_BUDGET ? "" : Numbers.of(100.0 * count / evaluations, 3),
                        FlagGuide.meaning(flag)));
            } else {
                silent.add(List.of(flag.label(), "0", "", FlagGuide.meaning(flag)));
            }
        }
        raised.addAll(silent);
        return new DataTable(
                id,
                title,
                List.of(
                        DataTable.Heading.text("Flag"),
                        DataTable.Heading.number("zone evaluations", ""),
                        DataTable.Heading.number("of all", "%"),
                        DataTable.Heading.text("Where it is raised")),
                raised);
    }
}
