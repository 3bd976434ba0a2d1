package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Facts;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** The kick: its size, direction, and growth. */
public final class KickSection {
    private KickSection() {}

    /** Returns the section; time is logarithmic for a star that cools, which does so ever more slowly. */
    public static Section section(Run run) {
        return new Section(
                "kick",
                "The kick",
                !run.kick().isKnown()
                        ? "There is no speed: the star would have to give more than it has lost."
                        : run.kick().speed() == 0
                                ? RunWords.NO_OUTFLOW
                                : run.cools() ? RunWords.RECOILS + " " + RunWords.ESCAPES : RunWords.RECOILS,
                List.of(facts(run), history(run)));
    }

    private static Facts facts(Run run) {
        Kick kick = run.kick();
        Recoil recoil = run.recoil();
        double duration = run.durationS();
        double budget = run.config().recoil().thermalBudgetErg();
        List<Facts.Fact> facts = new ArrayList<>(List.of(
                new Facts.Fact(
                        "speed",
                        kick.isKnown() ? Numbers.of(kick.speed()) : "none",
                        kick.isKnown() ? "km/s" : "",
                        "after " + Numbers.given(duration) + " s"
                                + (run.cools() ? ", escape " + run.escape().label() : "")),
                new Facts.Fact(
                        "velocity",
                        vector(kick),
                        kick.isKnown() ? "km/s" : "",
                        run.rotates() ? "along x, y, and the spin axis z" : "along x, y and z"),
                new Facts.Fact(
                        "direction",
                        kick.speed() == 0 || !kick.isKnown() ? "none" : RunWords.degrees(kick),
                        kick.speed() == 0 || !kick.isKnown() ? "" : "deg",
                        "from " + RunWords.polarAxis(run.rotates(), run.inputs().obliquityDeg())),
                new Facts.Fact("momentum", Numbers.of(recoil.momentum().norm()), "g cm/s", "received by the star"),
                new Facts.Fact(
                        RunWords.outflow(run.escape()),
                        Numbers.of(recoil.number()),
                        "",
                        Numbers.of(recoil.number() / duration) + " per s"),
                new Facts.Fact(
                        run.escape() == Escape.DIPOLE ? "energy through one pole" : "energy in the outflow",
                        Numbers.of(recoil.energyErg()),
                        "erg",
                        Numbers.of(recoil.energyErg() / budget, 2) + " of the star's " + Numbers.given(budget)
                                + " erg")));
        if (run.cools()) {
            facts.addAll(1, escapes(run.kicked()));
        }
        return new Facts("kick-facts", facts);
    }

    private static List<Facts.Fact> escapes(Kicked kicked) {
        List<Facts.Fact> facts = new ArrayList<>();
        for (Escape escape : Escape.values()) {
            OptionalDouble speed = kicked.speedKmPerS(escape);
            facts.add(new Facts.Fact(
                    "with escape " + escape.label(),
                    speed.isPresent() ? Numbers.of(speed.getAsDouble()) : "none",
                    speed.isPresent() ? "km/s" : "",
                    escape == Escape.DIPOLE
                            ? "matter at rest: the star answers inside"
                            : "levelled: the surface alone"));
        }
        kicked.both()
                .ifPresent(both -> facts.add(new Facts.Fact(
                        "alpha = M v c/E",
                        Numbers.of(both.alpha(kicked.escape()), 3),
                        "",
                        "E in all neutrinos, for a distant observer")));
        double error = kicked.timeStepError();
        if (!Double.isNaN(error)) {
            facts.add(new Facts.Fact(
                    "error by the length of steps",
                    RunWords.percent(error),
                    "",
                    "of the kick, a rough estimate from steps of twice the length"));
        }
        return facts;
    }

    /** Both closures of escape, and the components of the one in force. */
    private static LineChart cooling(Run run) {
        TimeCharts charts = new TimeCharts(run.history());
        double whole = run.kick().speed();
        return charts.chart(
                "kick-history",
                "Kick history",
                "Speed under both closures of escape, and the components of "
                        + run.escape().label()
                        + ". There is no line where the star would have to give more than it has lost."
                        + (run.rotates() ? " The spin axis is +z." : ""),
                Axis.linear("velocity", "km/s"),
                charts.line(
                        "speed, dipole",
                        now -> now.kick().speedKmPerS(Escape.DIPOLE).orElse(Double.NaN)),
                charts.line(
                        "speed, surface",
                        now -> now.kick().speedKmPerS(Escape.SURFACE).orElse(Double.NaN)),
                charts.line("along z", now -> shown(run.kick(now).z(), whole)),
                charts.line("along x", now -> shown(run.kick(now).x(), whole)),
                charts.line("along y", now -> shown(run.kick(now).y(), whole)));
    }

    private static LineChart history(Run run) {
        if (run.cools()) {
            return cooling(run);
        }
        return frozen(run, run.moments());
    }

    private static LineChart frozen(Run run, List<KickHistory.Moment> moments) {
        return new LineChart(
                "kick-history",
                "Kick history",
                "Velocity of the star by component, and its speed." + (run.rotates() ? " The spin axis is +z." : ""),
                Axis.linear("time", "s"),
                Axis.linear("velocity", "km/s"),
                moments.stream().map(KickHistory.Moment::timeS).toList(),
                List.of(
                        line("speed", moments, run, Kick::speed),
                        line("along z", moments, run, Kick::z),
                        line("along x", moments, run, Kick::x),
                        line("along y", moments, run, Kick::y)),
                List.of());
    }

    private static LineChart.Line line(
            String name, List<KickHistory.Moment> moments, Run run, ToDoubleFunction<Kick> component) {
        double whole = run.kick().speed();
        return new LineChart.Line(
                name,
                moments.stream()
                        .map(moment -> shown(component.applyAsDouble(run.kick(moment)), whole))
                        .toList());
    }

    private static String vector(Kick kick) {
        return RunWords.vector(kick);
    }

    /** What is rounding beside the whole vector shows as 0. */
    private static double shown(double value, double whole) {
        return Math.abs(value) < 1e-12 * whole ? 0 : value;
    }
}
