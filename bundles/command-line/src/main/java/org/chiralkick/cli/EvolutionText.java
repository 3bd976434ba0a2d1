package org.chiralkick.cli;

import java.util.Locale;
import org.chiralkick.star.Budget;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;

/** What {@code run} tells a person of a star that evolved: the kick first, then the star it happened to. */
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
        return result() + "\n" + origin() + "\n" + RunWords.closures(report) + "\n" + history()
                + RunWords.notes(report);
    }

    private String result() {
        Kick kick = report.kick();
        Snapshot end = report.end();
        Budget budget = end.budget();
        TextTable table = new TextTable("  ", "lll");
        table.row("kick", RunWords.speed(kick), "v = " + RunWords.vector(kick) + " km/s" + RunWords.direction(report));
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
                "have left of " + Numbers.of(budget.leptons()) + "; " + taken(budget) + " by the mechanism (feedback "
                        + RunWords.label(config().feedback()) + ")");
        SpinningField field = config().field();
        return String.format(
                        Locale.ROOT,
                        "The star is kicked to %s by %s in %s s of cooling, preset %s.%n%n",
                        RunWords.speed(kick),
                        report.sourceName(),
                        Numbers.given(end.timeS()),
                        report.config().preset().label())
                + table
                + RunWords.reading(kick, end.angularVelocityPerS() != 0 && field.obliquityDeg() != 0);
    }

    /** The angular mean of a current along a field without monopole vanishes but for rounding. */
    static String taken(Budget budget) {
        double taken = budget.anomalousLeptonsEmitted();
        return Math.abs(taken) < 1e-12 * budget.leptons() ? "none" : Numbers.of(taken);
    }

    private CoolingConfig config() {
        return report.evolved().config();
    }

    private String origin() {
        RunInputs evolved = report.evolved();
        SpinningField field = config().field();
        TextTable table = new TextTable("  ", "ll");
        table.row("star", report.star().name() + ", " + RunWords.mass(report.massG()));
        table.row(
                "evolution",
                config().star().structure().label() + ", " + config().star().zones() + " mass zones, "
                        + report.end().step() + " steps");
        table.row(
                "field",
                evolved.shape().label() + " " + evolved.strength() + " G at the start"
                        + (field.obliquityDeg() == 0
                                ? " along +z"
                                : ", tilted " + Numbers.given(field.obliquityDeg()) + " deg from +z")
                        + (Double.isInfinite(field.decayS())
                                ? ""
                                : ", decays in " + Numbers.given(field.decayS()) + " s")
                        + (Double.isInfinite(field.spinPeriodS())
                                ? ", no rotation"
                                : ", spin period " + Numbers.given(field.spinPeriodS()) + " s about +z"));
        return table.toString();
    }

    /** A row about each doubling of the time. */
    private String history() {
        TextTable table = new TextTable("  ", "rrrrrrrrr");
        table.row("t [s]", "r [km]", "rho [g/cm^3]", "T", "mu_e", "mu_nu [MeV]", "B [G]", "L [erg/s]", "speed [km/s]");
        double next = FIRST_ROW_S;
        for (Snapshot snapshot : report.history()) {
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
        return "The emitting surface, at optical depth " + Numbers.of(config().emissionDepth(), 3) + " of nu_e:\n"
                + table;
    }
}
