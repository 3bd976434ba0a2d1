package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.report.Axis;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.Inventory;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.table.Numbers;

/** Leptons and energy: what there is, and what left. */
final class BudgetSection {
    private BudgetSection() {}

    static Section section(RunResult result) {
        RunReport report = result.report();
        return new Section(
                "budgets",
                "Lepton and energy budgets",
                "What the anomalous current takes out of the star, beside what the star has. Where the current points inwards fewer "
                        + "neutrinos leave than otherwise; whether that deficit counts for the kick is the recoil closure's choice. "
                        + "What the star has is summed over its profile in flat space.",
                List.of(
                        leptons(result),
                        energy(result),
                        emitted("leptons-emitted", "Neutrinos emitted", "neutrinos", "", report, Recoil::number),
                        emitted("energy-emitted", "Energy emitted", "energy", "erg", report, Recoil::energyErg)));
    }

    private static DataTable leptons(RunResult result) {
        RunReport report = result.report();
        Inventory inside = inside(result);
        double duration = report.setup().durationS();
        double emitted = report.history().recoil().number();
        double all = inside.electrons() + inside.neutrinos();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "net electrons inside the emission surface", inside.electrons(), all);
        row(rows, "net electron neutrinos inside the emission surface", inside.neutrinos(), all);
        row(rows, "emitted where the current points outwards", emitted, all);
        // Summed over the cells of the map: a fourth digit would be theirs, not the star's.
        double missing = result.map().deficit() * duration;
        double shown = Double.parseDouble(Numbers.of(missing, 3));
        row(rows, "missing where it points inwards (from the map, to some 1e-3)", shown, all);
        row(rows, "net loss through the whole surface", net(emitted, missing), all);
        return new DataTable(
                "lepton-budget",
                "Leptons",
                List.of(
                        DataTable.Heading.text("What"),
                        DataTable.Heading.number("number", ""),
                        DataTable.Heading.number("of those inside", "")),
                rows);
    }

    private static DataTable energy(RunResult result) {
        RunReport report = result.report();
        double budget = report.config().recoil().thermalBudgetErg();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "thermal energy that the star has to give (thermal-budget-erg)", budget, budget);
        row(
                rows,
                "in electron neutrinos inside the emission surface",
                inside(result).neutrinoEnergyErg(),
                budget);
        row(rows, "emitted by the anomalous current", report.history().recoil().energyErg(), budget);
        return new DataTable(
                "energy-budget",
                "Energy",
                List.of(
                        DataTable.Heading.text("What"),
                        DataTable.Heading.number("energy", "erg"),
                        DataTable.Heading.number("of the thermal energy", "")),
                rows);
    }

    private static Inventory inside(RunResult result) {
        return Inventory.inside(
                result.report().star(),
                result.report().history().surface().state().radiusCm());
    }

    /** The deficit comes from the cells of the map, which are good to 1e-3: closer than that the two are equal. */
    private static double net(double emitted, double deficit) {
        return Math.abs(emitted - deficit) < 3e-3 * emitted ? 0 : emitted - deficit;
    }

    private static void row(List<List<String>> rows, String what, double value, double whole) {
        if (Double.isFinite(value)) {
            rows.add(List.of(
                    what, Numbers.of(value), Double.isFinite(whole) && whole != 0 ? Numbers.of(value / whole, 3) : ""));
        }
    }

    private static LineChart emitted(
            String id, String title, String what, String unit, RunReport report, ToDoubleFunction<Recoil> quantity) {
        List<KickHistory.Moment> moments = report.history().moments();
        return new LineChart(
                id,
                title,
                "Since the start, by the anomalous current alone.",
                Axis.linear("time", "s"),
                Axis.linear(what, unit),
                moments.stream().map(KickHistory.Moment::timeS).toList(),
                List.of(new LineChart.Line(
                        what,
                        moments.stream()
                                .map(moment -> quantity.applyAsDouble(moment.recoil()))
                                .toList())),
                List.of());
    }
}
