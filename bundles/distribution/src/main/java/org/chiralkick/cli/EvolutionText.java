package org.chiralkick.cli;

import java.util.Locale;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.cli.text.TextTable;
import org.chiralkick.pns.Budget;
import org.chiralkick.pns.PnsSnapshot;
import org.chiralkick.pns.coupling.Neutrinosphere;

/** What {@code run --host pns} tells a person: the kick first, then the star it happened to. */
final class EvolutionText {
    private static final double CM_PER_KM = 1e5;
    private static final double FIRST_ROW_S = 0.01;
    private static final double ROW_RATIO = 2;

    private final EvolutionReport report;

    EvolutionText(EvolutionReport report) {
        this.report = report;
    }

    /** Returns the whole text. */
    String text() {
        return result() + "\n" + history() + "\n" + closures() + notes();
    }

    private String result() {
        Kick kick = report.kick();
        PnsSnapshot end = report.end();
        Budget budget = end.budget();
        TextTable table = new TextTable("  ", "lll");
        table.row(
                "kick",
                Numbers.of(kick.speed()) + " km/s",
                "v = (" + Numbers.of(kick.x()) + ", " + Numbers.of(kick.y()) + ", " + Numbers.of(kick.z()) + ") km/s"
                        + (kick.speed() == 0
                                ? ""
                                : ", " + Numbers.of(kick.angleToSpinDeg()) + " deg from the spin axis +z"));
        table.row(
                "mechanism",
                Numbers.of(end.recoil().number()),
                "neutrinos in its outflow, " + Numbers.of(end.recoil().energyErg()) + " erg");
        table.row(
                "cooling",
                Numbers.of(budget.energyEmittedErg()) + " erg",
                Numbers.of(budget.energyAtInfinityErg()) + " erg for a distant observer");
        table.row(
                "leptons",
                Numbers.of(budget.leptonsEmitted()),
                "have left of " + Numbers.of(budget.leptons()) + "; " + Numbers.of(budget.anomalousLeptonsEmitted())
                        + " by the mechanism (feedback "
                        + EvolutionOptions.label(report.config().feedback()) + ")");
        return String.format(
                        Locale.ROOT,
                        "The star is kicked to %s km/s by %s in %s s of cooling, preset %s.%n%n",
                        Numbers.of(kick.speed()),
                        report.sourceName(),
                        Numbers.given(end.timeS()),
                        report.coupling().preset().label())
                + table;
    }

    /** A row about each doubling of the time. */
    private String history() {
        TextTable table = new TextTable("  ", "rrrrrrrrr");
        table.row("t [s]", "r [km]", "rho", "T", "mu_e", "mu_nu [MeV]", "B [G]", "L [erg/s]", "speed [km/s]");
        double next = FIRST_ROW_S;
        for (PnsSnapshot snapshot : report.history()) {
            boolean last = snapshot.step() == report.end().step();
            if (snapshot.step() == 0 || last || snapshot.timeS() >= next) {
                Neutrinosphere sphere = snapshot.neutrinosphere();
                table.row(
                        Numbers.of(snapshot.timeS(), 3),
                        Numbers.of(sphere.radiusCm() / CM_PER_KM),
                        Numbers.of(sphere.densityGPerCm3(), 3),
                        Numbers.of(sphere.temperatureMev(), 3),
                        Numbers.of(sphere.electronPotentialMev(), 3),
                        Numbers.of(sphere.neutrinoPotentialMev(), 3),
                        Numbers.of(snapshot.surfaceFieldGauss(), 3),
                        Numbers.of(snapshot.luminosities().totalErgPerS(), 3),
                        Numbers.of(EvolutionReport.kick(snapshot).speed()));
            }
            while (snapshot.timeS() >= next) {
                next *= ROW_RATIO;
            }
        }
        return "  The emitting surface, at optical depth "
                + Numbers.of(report.config().emissionDepth(), 3) + " of nu_e:\n\n" + table;
    }

    private String closures() {
        TextTable table = new TextTable("  ", "ll");
        report.closures().forEach((kind, choice) -> table.row(kind, choice));
        return "  Closures in force:\n\n" + table;
    }

    private String notes() {
        StringBuilder text = new StringBuilder();
        report.flags()
                .forEach((flag, count) -> text.append("  flag ")
                        .append(flag)
                        .append(": ")
                        .append(count)
                        .append(" zone evaluations\n"));
        report.assumptions()
                .forEach(line -> text.append("  assumed: ").append(line).append('\n'));
        return "\n" + text;
    }
}
