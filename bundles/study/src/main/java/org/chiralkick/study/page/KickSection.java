package org.chiralkick.study.page;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Facts;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
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
                run.kick().speed() == 0 ? RunWords.NO_OUTFLOW : RunWords.RECOILS,
                List.of(facts(run), history(run)));
    }

    private static Facts facts(Run run) {
        Kick kick = run.kick();
        Recoil recoil = run.recoil();
        double duration = run.durationS();
        double budget = run.config().recoil().thermalBudgetErg();
        return new Facts(
                "kick-facts",
                List.of(
                        new Facts.Fact(
                                "speed", Numbers.of(kick.speed()), "km/s", "after " + Numbers.given(duration) + " s"),
                        new Facts.Fact(
                                "velocity",
                                vector(kick),
                                "km/s",
                                run.rotates() ? "along x, y, and the spin axis z" : "along x, y and z"),
                        new Facts.Fact(
                                "direction",
                                kick.speed() == 0 ? "none" : RunWords.degrees(kick),
                                kick.speed() == 0 ? "" : "deg",
                                "from "
                                        + RunWords.polarAxis(
                                                run.rotates(), run.inputs().obliquityDeg())),
                        new Facts.Fact(
                                "momentum", Numbers.of(recoil.momentum().norm()), "g cm/s", "received by the star"),
                        new Facts.Fact(
                                "neutrinos in the outflow",
                                Numbers.of(recoil.number()),
                                "",
                                Numbers.of(recoil.number() / duration) + " per s"),
                        new Facts.Fact(
                                "energy in the outflow",
                                Numbers.of(recoil.energyErg()),
                                "erg",
                                Numbers.of(recoil.energyErg() / budget, 2) + " of the star's " + Numbers.given(budget)
                                        + " erg")));
    }

    private static LineChart history(Run run) {
        List<KickHistory.Moment> moments = run.moments().stream()
                .filter(moment -> !run.cools() || moment.timeS() >= Run.ADAPTED_S)
                .toList();
        return new LineChart(
                "kick-history",
                "Kick history",
                "Velocity of the star by component, and its speed." + (run.rotates() ? " The spin axis is +z." : ""),
                new Axis("time", "s", run.cools()),
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
