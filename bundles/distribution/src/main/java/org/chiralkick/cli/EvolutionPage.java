package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.pns.Budget;
import org.chiralkick.pns.PnsSnapshot;
import org.chiralkick.pns.ShellState;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Block;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Facts;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Listing;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;

/** The report of a star that evolves: the kick, the cooling it happened in, the budgets, and the star inside. */
final class EvolutionPage {
    private static final double CM_PER_KM = 1e5;
    /** Times on a logarithmic scale begin here; the star adapts before [s]. */
    private static final double FIRST_SHOWN_S = 1e-3;

    private final EvolutionReport report;
    private final List<PnsSnapshot> shown;
    private final List<Double> times;

    private EvolutionPage(EvolutionReport report) {
        this.report = report;
        shown = report.history().stream()
                .filter(snapshot -> snapshot.timeS() >= FIRST_SHOWN_S)
                .toList();
        times = shown.stream().map(PnsSnapshot::timeS).toList();
    }

    /**
     * Returns the page.
     *
     * @param command the command line that repeats the run
     * @param attachments files that the page carries with it
     */
    static Page of(EvolutionReport report, String command, List<Attachment> attachments) {
        return new EvolutionPage(report).page(command, attachments);
    }

    private Page page(String command, List<Attachment> attachments) {
        Kick kick = report.kick();
        Budget budget = report.end().budget();
        return new Page(
                "ChiralKick run: " + report.star().name() + ", evolving",
                kick.speed() == 0
                        ? "No kick: no net outflow of neutrinos, nothing to recoil from."
                        : "The star is kicked to " + Numbers.of(kick.speed()) + "\u00a0km/s while it cools for "
                                + Numbers.given(report.end().timeS()) + "\u00a0s.",
                "Made by " + report.sourceName() + ", preset "
                        + report.coupling().preset().label()
                        + ". Cooling lets " + Numbers.of(budget.energyEmittedErg(), 3)
                        + "\u00a0erg out; the mechanism's neutrinos leave from optical depth "
                        + Numbers.of(report.config().emissionDepth(), 3) + ", where mu_nu is "
                        + Numbers.of(report.end().neutrinosphere().neutrinoPotentialMev(), 3) + "\u00a0MeV at the end.",
                List.of(kick(kick), cooling(), budgets(budget), inside(), choices(), repeat(command)),
                attachments,
                "ChiralKick " + Version.text());
    }

    private Section kick(Kick kick) {
        return new Section(
                "kick",
                "The kick",
                "Neutrinos leave along the anomalous current, and the star recoils the other way.",
                List.of(
                        new Facts(
                                "kick-facts",
                                List.of(
                                        new Facts.Fact(
                                                "speed", Numbers.of(kick.speed()), "km/s", "recoil over rest mass"),
                                        new Facts.Fact(
                                                "direction",
                                                kick.speed() == 0 ? "none" : Numbers.of(kick.angleToSpinDeg(), 4),
                                                kick.speed() == 0 ? "" : "deg",
                                                "from the spin axis +z"),
                                        new Facts.Fact(
                                                "neutrinos in the outflow",
                                                Numbers.of(report.end().recoil().number()),
                                                "",
                                                Numbers.of(report.end().recoil().energyErg(), 3) + " erg"))),
                        history(
                                "kick-history",
                                "Kick history",
                                "Velocity of the star by component, and its speed.",
                                Axis.linear("velocity", "km/s"),
                                line(
                                        "speed",
                                        snapshot ->
                                                EvolutionReport.kick(snapshot).speed()),
                                line(
                                        "along z, the spin axis",
                                        snapshot ->
                                                EvolutionReport.kick(snapshot).z()),
                                line(
                                        "along x",
                                        snapshot ->
                                                EvolutionReport.kick(snapshot).x()),
                                line(
                                        "along y",
                                        snapshot ->
                                                EvolutionReport.kick(snapshot).y()))));
    }

    private Section cooling() {
        return new Section(
                "cooling",
                "The star cools",
                "Times begin at 1 ms; before, the surface adapts.",
                List.of(
                        history(
                                "luminosity",
                                "Neutrino luminosities",
                                "What diffusion lets out, in the frame of the surface; heavy leptons: each of four kinds.",
                                Axis.logarithmic("luminosity", "erg/s"),
                                line("nu_e", snapshot -> snapshot.luminosities().electronNeutrinoErgPerS()),
                                line(
                                        "anti-nu_e",
                                        snapshot -> snapshot.luminosities().electronAntineutrinoErgPerS()),
                                line("nu_x", snapshot -> snapshot.luminosities().eachHeavyLeptonErgPerS())),
                        history(
                                "radius",
                                "Radii",
                                "Of the outermost shell, and of the sphere from which the mechanism's neutrinos escape.",
                                Axis.linear("radius", "km"),
                                line("surface", snapshot -> snapshot.surfaceRadiusCm() / CM_PER_KM),
                                line(
                                        "emission",
                                        snapshot -> snapshot.neutrinosphere().radiusCm() / CM_PER_KM)),
                        history(
                                "emission-state",
                                "Where the neutrinos escape",
                                "Chemical potentials and temperature of the matter there.",
                                Axis.linear("energy", "MeV"),
                                line(
                                        "mu_e",
                                        snapshot -> snapshot.neutrinosphere().electronPotentialMev()),
                                line(
                                        "mu_nu",
                                        snapshot -> snapshot.neutrinosphere().neutrinoPotentialMev()),
                                line(
                                        "temperature",
                                        snapshot -> snapshot.neutrinosphere().temperatureMev())),
                        history(
                                "field",
                                "Magnetic field",
                                "Root mean square on the sphere of emission.",
                                Axis.logarithmic("field", "G"),
                                line("field", PnsSnapshot::surfaceFieldGauss))));
    }

    private Section budgets(Budget end) {
        return new Section(
                "budgets",
                "Lepton and energy budgets",
                "In the star and emitted add up to the same numbers in every step.",
                List.of(
                        history(
                                "leptons",
                                "Net leptons",
                                "Electrons and electron neutrinos in the star, and what has left.",
                                Axis.linear("leptons", ""),
                                line(
                                        "in the star",
                                        snapshot -> snapshot.budget().leptonsInStar()),
                                line("emitted", snapshot -> snapshot.budget().leptonsEmitted())),
                        history(
                                "energy",
                                "Energy that has left",
                                "In the frame of the surface, and as a distant observer counts it.",
                                Axis.linear("energy", "erg"),
                                line("emitted", snapshot -> snapshot.budget().energyEmittedErg()),
                                line(
                                        "for a distant observer",
                                        snapshot -> snapshot.budget().energyAtInfinityErg())),
                        new Facts(
                                "mechanism-share",
                                List.of(
                                        new Facts.Fact(
                                                "leptons taken by the mechanism",
                                                taken(end.anomalousLeptonsEmitted(), end.leptonsEmitted()),
                                                "",
                                                "of " + Numbers.of(end.leptonsEmitted(), 3) + " emitted; feedback "
                                                        + EvolutionOptions.label(
                                                                report.config().feedback())),
                                        new Facts.Fact(
                                                "energy taken by the mechanism",
                                                taken(end.anomalousEnergyEmittedErg(), end.energyEmittedErg()),
                                                "erg",
                                                "of " + Numbers.of(end.energyEmittedErg(), 3) + " erg emitted")))));
    }

    /** What is rounding beside the whole shows as 0. */
    private static String taken(double part, double whole) {
        return Math.abs(part) < 1e-12 * Math.abs(whole) ? "0" : Numbers.of(part, 3);
    }

    private Section inside() {
        List<ShellState> shells = report.end().shells();
        return new Section(
                "inside",
                "Inside the star at the end",
                "Dashed upright line: the sphere from which the mechanism's neutrinos escape.",
                List.of(
                        profile(
                                "inside-potentials",
                                "Temperature and chemical potentials",
                                Axis.linear("energy", "MeV"),
                                shell("mu_e", shells, ShellState::electronPotentialMev),
                                shell("mu_nu", shells, ShellState::neutrinoPotentialMev),
                                shell("temperature", shells, ShellState::temperatureMev)),
                        profile(
                                "inside-density",
                                "Density",
                                Axis.logarithmic("density", "g cm^-3"),
                                shell("density", shells, ShellState::densityGPerCm3)),
                        profile(
                                "inside-fractions",
                                "Lepton fractions",
                                Axis.linear("fraction", ""),
                                shell("electrons", shells, ShellState::electronFraction),
                                shell("electron neutrinos", shells, ShellState::neutrinoFraction)),
                        profile(
                                "inside-currents",
                                "Anomalous currents, root mean square over directions",
                                Axis.logarithmic("number flux", "cm^-2 s^-1"),
                                shell("axial", shells, one -> one.currents().axialFluxPerCm2S()),
                                shell("neutrinos", shells, one -> one.currents().neutrinoFluxPerCm2S()),
                                shell("leptons", shells, one -> one.currents().leptonFluxPerCm2S()))));
    }

    private Section choices() {
        List<List<String>> rows = new ArrayList<>();
        report.closures()
                .forEach((kind, choice) -> rows.add(List.of(kind, choice, ClosureGuide.meaning(kind, choice))));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new DataTable(
                "closures",
                "Closures in force",
                List.of(
                        DataTable.Heading.text("Closure"),
                        DataTable.Heading.text("Choice"),
                        DataTable.Heading.text("Meaning")),
                rows));
        List<String> flags = report.flags().entrySet().stream()
                .map(flag -> flag.getKey() + ": " + flag.getValue() + " zone evaluations")
                .toList();
        blocks.add(new Notes("flags", "Validity flags", flags.isEmpty() ? List.of("none was raised") : flags));
        blocks.add(new Notes("assumptions", "Assumed", report.assumptions()));
        return new Section(
                "choices",
                "Closures, flags and assumptions",
                "Closures are choices, not results of the anomaly.",
                blocks);
    }

    private Section repeat(String command) {
        return new Section(
                "inputs",
                "To repeat this run",
                "All inputs and results are in run.json, every step in history.csv, the shells at the end in shells.csv.",
                List.of(new Listing("command", "Command", command)));
    }

    private LineChart history(String id, String title, String caption, Axis y, LineChart.Line... lines) {
        return new LineChart(
                id, title, caption, Axis.logarithmic("time", "s"), y, times, Arrays.asList(lines), List.of());
    }

    private LineChart.Line line(String name, ToDoubleFunction<PnsSnapshot> quantity) {
        return new LineChart.Line(
                name, shown.stream().map(quantity::applyAsDouble).toList());
    }

    private LineChart profile(String id, String title, Axis y, LineChart.Line... lines) {
        return new LineChart(
                id,
                title,
                "At " + Numbers.given(report.end().timeS()) + " s.",
                Axis.linear("radius", "km"),
                y,
                report.end().shells().stream()
                        .map(shell -> shell.radiusCm() / CM_PER_KM)
                        .toList(),
                Arrays.asList(lines),
                List.of(new LineChart.Mark(report.end().neutrinosphere().radiusCm() / CM_PER_KM, "neutrinos escape")));
    }

    private static LineChart.Line shell(String name, List<ShellState> shells, ToDoubleFunction<ShellState> quantity) {
        return new LineChart.Line(
                name, shells.stream().map(quantity::applyAsDouble).toList());
    }
}
