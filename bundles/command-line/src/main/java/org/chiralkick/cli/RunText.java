package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.star.StarSetup;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;

/** What {@code run} tells a person: the kick first, then what it came from, and which assumptions made it. */
final class RunText {
    private static final int HISTORY_ROWS = 10;
    private static final int BAR = 30;
    private static final double LEPTONS_OF_A_STAR = 1e58;
    private static final double CM_PER_KM = 1e5;

    private final RunReport report;
    private final Terminal terminal;

    RunText(RunReport report, Terminal terminal) {
        this.report = report;
        this.terminal = terminal;
    }

    /** Returns the whole text. */
    String text() {
        return result() + "\n" + origin() + "\n" + RunWords.closures(report) + "\n" + history() + alternative()
                + RunWords.notes(report);
    }

    private String result() {
        Recoil recoil = report.history().recoil();
        Kick kick = report.kick();
        double budget = report.config().recoil().thermalBudgetErg();
        TextTable table = new TextTable("  ", "lll");
        table.row("kick", RunWords.speed(kick), "v = " + RunWords.vector(kick) + " km/s" + RunWords.direction(report));
        table.row(
                "neutrinos",
                Numbers.of(recoil.number()),
                Numbers.of(recoil.number() / report.setup().durationS()) + " per s; "
                        + Numbers.of(recoil.number() / LEPTONS_OF_A_STAR, 2)
                        + " of the 1e58 leptons of a star");
        table.row(
                "energy",
                Numbers.of(recoil.energyErg()) + " erg",
                Numbers.of(recoil.energyErg() / budget, 2) + " of the star's " + Numbers.given(budget) + " erg");
        String headline = String.format(
                Locale.ROOT,
                "The star is kicked to %s by %s (%s), preset %s.%n%n",
                RunWords.speed(kick),
                report.sourceName(),
                report.sources().stream().map(source -> source.version()).collect(Collectors.joining("+")),
                report.config().preset().label());
        boolean turnsOblique =
                report.setup().angularVelocity() != 0 && report.setup().obliquityDeg() != 0;
        return headline + table + RunWords.reading(kick, turnsOblique);
    }

    private String origin() {
        StarSetup setup = report.setup();
        TextTable table = new TextTable("  ", "ll");
        table.row("star", report.star().name() + ", " + RunWords.mass(setup.massG()));
        table.row("surface", surface(report.history().surface()));
        table.row("", matter(report.history().surface().state()));
        table.row(
                "field",
                setup.geometry().label() + " " + Numbers.given(setup.fieldGauss()) + " G"
                        + (setup.obliquityDeg() == 0
                                ? " along +z"
                                : ", tilted " + Numbers.given(setup.obliquityDeg()) + " deg from +z")
                        + (setup.angularVelocity() == 0
                                ? ", no rotation"
                                : ", spin period " + Numbers.given(setup.spinPeriodS()) + " s about +z"));
        table.row(
                "time",
                Numbers.given(setup.durationS()) + " s in " + setup.steps() + " steps of " + report.stagesPerStep()
                        + (report.stagesPerStep() == 1 ? " stage, " : " stages, ") + report.elements()
                        + " surface elements");
        return table.toString();
    }

    private String history() {
        List<KickHistory.Moment> moments = report.history().moments();
        int steps = moments.size() - 1;
        int rows = Math.min(HISTORY_ROWS, steps);
        List<Kick> kicks = new ArrayList<>();
        TextTable table = new TextTable("  ", "rrrrrl");
        table.row("t [s]", "v_x", "v_y", "v_z", "speed", "[km/s]");
        double fastest = 0;
        for (int row = 0; row <= rows; row++) {
            Kick kick = Kick.of(
                    moments.get((int) ((long) row * steps / rows)).recoil(),
                    report.setup().massG());
            kicks.add(kick);
            fastest = Math.max(fastest, kick.speed());
        }
        for (int row = 0; row <= rows; row++) {
            Kick kick = kicks.get(row);
            int length = fastest == 0 ? 0 : (int) Math.round(BAR * kick.speed() / fastest);
            table.row(
                    Numbers.of(moments.get((int) ((long) row * steps / rows)).timeS()),
                    RunWords.component(kick.x(), fastest),
                    RunWords.component(kick.y(), fastest),
                    RunWords.component(kick.z(), fastest),
                    RunWords.component(kick.speed(), fastest),
                    terminal.bar(length));
        }
        return table.toString();
    }

    private String alternative() {
        return report.alternative()
                .map(other -> {
                    Kick kick = Kick.of(other.recoil(), report.setup().massG());
                    RadialState state = other.surface().state();
                    return "\nWith the surface at rho = 1e12 g/cm^3 instead (r = "
                            + Numbers.of(state.radiusCm() / CM_PER_KM) + " km, "
                            + temperatureAndPotentials(state) + "),\nthe same run gives " + RunWords.speed(kick) + "."
                            + RunWords.flags(other.flags(), "\n  flags ") + "\n";
                })
                .orElse("");
    }

    private static String surface(Surface surface) {
        return "r = " + Numbers.of(surface.state().radiusCm() / CM_PER_KM) + " km (chosen by " + surface.how() + ")";
    }

    private static String matter(RadialState state) {
        return (Double.isNaN(state.densityGPerCm3())
                        ? ""
                        : "rho " + Numbers.of(state.densityGPerCm3(), 3) + " g/cm^3, ")
                + temperatureAndPotentials(state);
    }

    private static String temperatureAndPotentials(RadialState state) {
        return "T " + Numbers.of(state.temperatureMev(), 3) + " MeV, mu_e "
                + Numbers.of(state.muElectronMev(), 3) + " MeV, mu_nu "
                + Numbers.of(state.muNeutrinoMev(), 3) + " MeV";
    }
}
