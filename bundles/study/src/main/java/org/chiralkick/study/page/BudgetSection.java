package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.report.Axis;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.Budget;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.Inventory;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** Leptons and energy: what there is, and what left. */
final class BudgetSection {
    private static final String ID = "budgets";
    private static final String TITLE = "Lepton and energy budgets";

    private BudgetSection() {}

    static Section section(RunResult result) {
        return result.run().cools() ? cooled(result) : frozen(result);
    }

    private static Section cooled(RunResult result) {
        Run run = result.run();
        TimeCharts charts = new TimeCharts(run.history());
        return new Section(
                ID,
                TITLE,
                "What is in the star and what has left add up to the same numbers in every step. Of what has left the "
                        + "mechanism took what its feedback ("
                        + RunWords.label(run.inputs().coolingConfig().feedback())
                        + ") gives it; the outflow through the surface by itself (escape "
                        + "surface) is counted beside. What the response inside lets out is in the section on the dipole.",
                List.of(
                        cooledLeptons(result),
                        cooledEnergy(run),
                        BudgetCharts.leptons(charts),
                        BudgetCharts.energy(charts)));
    }

    private static Section frozen(RunResult result) {
        Run run = result.run();
        Inventory inside =
                Inventory.inside(run.star(), run.inputs().frozen().surface().radiusCm());
        return new Section(
                ID,
                TITLE,
                "What the anomalous current takes out of the star, beside what the star has. Where the current points inwards fewer "
                        + "neutrinos leave than otherwise; whether that deficit counts for the kick is the recoil closure's choice. "
                        + "What the star has is summed over its profile in flat space.",
                List.of(
                        frozenLeptons(result, inside),
                        frozenEnergy(run, inside),
                        emitted("leptons-emitted", "Neutrinos emitted", "neutrinos", "", run, Recoil::number),
                        emitted("energy-emitted", "Energy emitted", "energy", "erg", run, Recoil::energyErg)));
    }

    private static DataTable cooledLeptons(RunResult result) {
        Budget start = result.run().start().budget();
        Budget end = result.run().end().budget();
        double all = start.leptonsInStar();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "in the star at the start", all, all);
        row(rows, "in the star at the end", end.leptonsInStar(), all);
        row(rows, "have left", end.leptonsEmitted(), all);
        row(rows, "of these taken by the mechanism", small(end.anomalousLeptonsEmitted(), all), all);
        row(
                rows,
                "outflow of the mechanism through the surface, where its current points outwards",
                result.run().end().recoil().number(),
                all);
        row(
                rows,
                "missing where it points inwards (from the map, to some 1e-3)",
                shown(result.map().deficit()),
                all);
        return leptons("Leptons, and as a fraction of those at the start", "fraction", rows);
    }

    private static DataTable frozenLeptons(RunResult result, Inventory inside) {
        double emitted = result.run().recoil().number();
        double all = inside.electrons() + inside.neutrinos();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "net electrons inside the emission surface", inside.electrons(), all);
        row(rows, "net electron neutrinos inside the emission surface", inside.neutrinos(), all);
        row(rows, "emitted where the current points outwards", emitted, all);
        double missing = result.map().deficit() * result.run().inputs().durationS();
        row(rows, "missing where it points inwards (from the map, to some 1e-3)", shown(missing), all);
        row(rows, "net loss through the whole surface", net(emitted, missing), all);
        return leptons("Leptons", "of those inside", rows);
    }

    private static DataTable cooledEnergy(Run run) {
        Budget end = run.end().budget();
        double left = end.energyEmittedErg();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "has left, in the frame of the surface", left, left);
        row(rows, "for a distant observer", end.energyAtInfinityErg(), left);
        row(rows, "taken by the mechanism", small(end.anomalousEnergyEmittedErg(), left), left);
        row(
                rows,
                "outflow of the mechanism through the surface, for a distant observer",
                run.end().recoil().energyErg(),
                left);
        return energy("Energy, and as a fraction of what has left", "fraction", rows);
    }

    private static DataTable frozenEnergy(Run run, Inventory inside) {
        double budget = run.config().recoil().thermalBudgetErg();
        List<List<String>> rows = new ArrayList<>();
        row(rows, "thermal energy that the star has to give (thermal-budget-erg)", budget, budget);
        row(rows, "in electron neutrinos inside the emission surface", inside.neutrinoEnergyErg(), budget);
        row(rows, "emitted by the anomalous current", run.recoil().energyErg(), budget);
        return energy("Energy", "of the thermal energy", rows);
    }

    private static DataTable leptons(String title, String fraction, List<List<String>> rows) {
        return table("lepton-budget", title, DataTable.Heading.number("number", ""), fraction, rows);
    }

    private static DataTable energy(String title, String fraction, List<List<String>> rows) {
        return table("energy-budget", title, DataTable.Heading.number("energy", "erg"), fraction, rows);
    }

    private static DataTable table(
            String id, String title, DataTable.Heading quantity, String fraction, List<List<String>> rows) {
        return new DataTable(
                id,
                title,
                List.of(DataTable.Heading.text("What"), quantity, DataTable.Heading.number(fraction, "")),
                rows);
    }

    /** Adds a quantity, where it is known, with its part of a whole. */
    private static void row(List<List<String>> rows, String what, double value, double whole) {
        if (Double.isFinite(value)) {
            rows.add(List.of(
                    what, Numbers.of(value), Double.isFinite(whole) && whole != 0 ? Numbers.of(value / whole, 3) : ""));
        }
    }

    /** What is summed over the cells of the map, in three digits: a fourth would be theirs, not the star's. */
    private static double shown(double value) {
        return Double.parseDouble(Numbers.of(value, 3));
    }

    /** The deficit comes from the cells of the map, which are good to 1e-3: closer than that the two are equal. */
    private static double net(double emitted, double deficit) {
        return Math.abs(emitted - deficit) < 3e-3 * emitted ? 0 : emitted - deficit;
    }

    /** What is rounding beside the whole shows as 0. */
    private static double small(double part, double whole) {
        return Math.abs(part) < 1e-12 * Math.abs(whole) ? 0 : part;
    }

    private static LineChart emitted(
            String id, String title, String what, String unit, Run run, ToDoubleFunction<Recoil> quantity) {
        return new LineChart(
                id,
                title,
                "Since the start, by the anomalous current alone.",
                Axis.linear("time", "s"),
                Axis.linear(what, unit),
                run.moments().stream().map(KickHistory.Moment::timeS).toList(),
                List.of(new LineChart.Line(
                        what,
                        run.moments().stream()
                                .map(moment -> quantity.applyAsDouble(moment.recoil()))
                                .toList())),
                List.of());
    }
}
