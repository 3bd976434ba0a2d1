package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Section;
import org.chiralkick.star.Budget;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.EvolutionResult;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** Leptons and energy of a star that evolved: what there was, what is left, and what left. */
final class EvolutionPageBudgets {
    private EvolutionPageBudgets() {}

    static Section section(EvolutionResult result) {
        EvolutionReport report = result.report();
        TimeCharts charts = new TimeCharts(report.history());
        return new Section(
                "budgets",
                "Lepton and energy budgets",
                "What is in the star and what has left add up to the same numbers in every step. Of what has left the "
                        + "mechanism took what its feedback (" + feedback(report)
                        + ") gives it; its outflow, which pushes the star, is counted beside.",
                List.of(leptons(result), energy(report), BudgetCharts.leptons(charts), BudgetCharts.energy(charts)));
    }

    private static String feedback(EvolutionReport report) {
        return RunWords.label(report.evolved().config().feedback());
    }

    private static DataTable leptons(EvolutionResult result) {
        EvolutionReport report = result.report();
        Budget start = report.start().budget();
        Budget end = report.end().budget();
        double all = start.leptonsInStar();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "in the star at the start", all, all);
        row(rows, "in the star at the end", end.leptonsInStar(), all);
        row(rows, "have left", end.leptonsEmitted(), all);
        row(rows, "of these taken by the mechanism", small(end.anomalousLeptonsEmitted(), all), all);
        row(
                rows,
                "outflow of the mechanism, where its current points outwards",
                report.recoil().number(),
                all);
        // Summed over the cells of the map: a fourth digit would be theirs, not the star's.
        double missing = Double.parseDouble(Numbers.of(result.map().deficit(), 3));
        row(rows, "missing where it points inwards (from the map, to some 1e-3)", missing, all);
        return table("lepton-budget", "Leptons, and as a fraction of those at the start", "number", "", rows);
    }

    private static DataTable energy(EvolutionReport report) {
        Budget end = report.end().budget();
        double left = end.energyEmittedErg();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "has left, in the frame of the surface", left, left);
        row(rows, "for a distant observer", end.energyAtInfinityErg(), left);
        row(rows, "taken by the mechanism", small(end.anomalousEnergyEmittedErg(), left), left);
        row(
                rows,
                "outflow of the mechanism, for a distant observer",
                report.recoil().energyErg(),
                left);
        return table("energy-budget", "Energy, and as a fraction of what has left", "energy", "erg", rows);
    }

    private static DataTable table(String id, String title, String quantity, String unit, List<List<String>> rows) {
        return new DataTable(
                id,
                title,
                List.of(
                        DataTable.Heading.text("What"),
                        DataTable.Heading.number(quantity, unit),
                        DataTable.Heading.number("fraction", "")),
                rows);
    }

    private static void row(List<List<String>> rows, String what, double value, double whole) {
        rows.add(List.of(what, Numbers.of(value), whole == 0 ? "" : Numbers.of(value / whole, 3)));
    }

    /** What is rounding beside the whole shows as 0. */
    private static double small(double part, double whole) {
        return Math.abs(part) < 1e-12 * Math.abs(whole) ? 0 : part;
    }
}
