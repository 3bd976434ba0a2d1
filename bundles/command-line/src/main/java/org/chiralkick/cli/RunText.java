package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.Budget;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.Luminosities;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.StarKick;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;

/** What {@code run} prints for a person: the kick first, then the star that it happened to, and which assumptions made it. */
final class RunText {
    private static final int HISTORY_ROWS = 10;
    private static final int BAR = 30;
    private static final double LEPTONS_OF_A_STAR = 1e58;
    private static final double CM_PER_KM = 1e5;
    private static final double FIRST_ROW_S = 0.01;
    private static final double ROW_RATIO = 2;

    private final Run run;
    private final RunInputs inputs;
    private final Terminal terminal;

    RunText(Run run, Terminal terminal) {
        this.run = run;
        this.inputs = run.inputs();
        this.terminal = terminal;
    }

    /** Returns the whole text. */
    String text() {
        return result() + "\n" + origin() + "\n" + RunWords.closures(run) + "\n"
                + (run.cools() ? states() : kicks() + decoupling())
                + RunWords.notes(run);
    }

    private String result() {
        TextTable table = new TextTable("  ", "lll");
        table.row(
                "kick",
                RunWords.speed(run.kick()),
                (run.cools() ? "escape " + run.escape().label() : "")
                        + (run.cools() && run.kick().isKnown() ? ": " : "")
                        + (run.kick().isKnown()
                                ? "v = " + RunWords.vector(run.kick()) + " km/s" + RunWords.direction(run)
                                : ""));
        if (run.cools()) {
            putCooling(table);
        } else {
            putOutflow(table);
        }
        return firstLines() + table + RunWords.reading(run.kick(), run.rotates() && inputs.obliquityDeg() != 0);
    }

    /** The number, what the other closure of escape says, and what makes either doubtful. */
    private String firstLines() {
        String by = run.sourceName() + how() + run.inForce().presetWords();
        StringBuilder lines = new StringBuilder(
                run.kick().isKnown()
                        ? "The star is kicked to " + RunWords.speed(run.kick()) + " by " + by + ".\n"
                        : "No speed can be given for " + by + ".\n");
        if (run.cools()) {
            lines.append("That is with escape ")
                    .append(run.escape().label())
                    .append(". ")
                    .append(RunWords.besides(run.kicked()))
                    .append('\n');
        }
        RunWords.doubts(run).forEach(doubt -> lines.append(doubt).append('\n'));
        return lines.append('\n').toString();
    }

    private String how() {
        return run.cools()
                ? " in " + Numbers.given(run.end().timeS()) + " s of cooling"
                : run.sources().stream().map(SourceDescriptor::version).collect(Collectors.joining("+", " (", ")"));
    }

    private void putCooling(TextTable table) {
        Budget budget = run.end().budget();
        double error = run.timeStepError();
        StarKick both = run.end().kick();
        for (Escape escape : Escape.values()) {
            Recoil recoil = both.recoil(escape);
            Kick kick = both.kick(escape);
            table.row(
                    escape.label(),
                    kick.isKnown() ? Numbers.of(kick.speed()) + " km/s" : "none",
                    "alpha = M v c/E " + Numbers.of(both.alpha(escape), 3) + "; " + Numbers.of(recoil.number(), 3)
                            + (escape == Escape.DIPOLE ? " net leptons and " : " neutrinos and ")
                            + Numbers.of(recoil.energyErg(), 3) + " erg "
                            + (escape == Escape.DIPOLE ? "more than half through one hemisphere" : "in the outflow"));
        }
        if (!Double.isNaN(error)) {
            table.row(
                    "error",
                    RunWords.percent(error),
                    "of the kick by the length of steps, a rough estimate; a smaller --tolerance makes them shorter");
        }
        table.row(
                "cooling",
                Numbers.of(budget.energyEmittedErg()) + " erg",
                Numbers.of(budget.energyAtInfinityErg()) + " erg for a distant observer");
        table.row(
                "leptons",
                Numbers.of(budget.leptonsEmitted()),
                "have left of " + Numbers.of(budget.leptons()) + "; " + taken(budget) + " by the mechanism (feedback "
                        + RunWords.label(inputs.coolingConfig().feedback()) + ")");
        putNumbers(table);
    }

    /** What leaves at the end, in numbers and mean energies. */
    private void putNumbers(TextTable table) {
        Luminosities end = run.end().luminosities();
        table.row(
                "emits",
                Numbers.of(end.leptonsPerS(), 3) + " /s",
                "net leptons at the end; " + RunWords.numbers(end) + "; mean energies " + RunWords.meanEnergies(end)
                        + " MeV");
    }

    /** The angular mean of a current along a field without monopole vanishes but for rounding. */
    private static String taken(Budget budget) {
        double taken = budget.anomalousLeptonsEmitted();
        return Math.abs(taken) < 1e-12 * budget.leptons() ? "none" : Numbers.of(taken);
    }

    private void putOutflow(TextTable table) {
        Recoil recoil = run.recoil();
        double budget = run.config().recoil().thermalBudgetErg();
        table.row(
                "neutrinos",
                Numbers.of(recoil.number()),
                Numbers.of(recoil.number() / inputs.durationS()) + " per s; "
                        + Numbers.of(recoil.number() / LEPTONS_OF_A_STAR, 2)
                        + " of the 1e58 leptons of a star");
        table.row(
                "energy",
                Numbers.of(recoil.energyErg()) + " erg",
                Numbers.of(recoil.energyErg() / budget, 2) + " of the star's " + Numbers.given(budget) + " erg");
    }

    private String origin() {
        TextTable table = new TextTable("  ", "ll");
        table.row("star", run.star().name() + ", " + RunWords.mass(run.massG()));
        if (run.cools()) {
            CoolingConfig config = inputs.coolingConfig();
            SpinningField field = config.field();
            table.row(
                    "evolution",
                    config.star().structure().label() + ", " + config.star().zones() + " mass zones, "
                            + run.end().step() + " steps");
            String decay =
                    Double.isInfinite(field.decayS()) ? "" : ", decays in " + Numbers.given(field.decayS()) + " s";
            table.row(
                    "field",
                    inputs.cooling().shape().label() + " " + inputs.strength() + " G at the "
                            + inputs.fieldAt().label() + tilt() + decay + rotation());
            table.row("", run.polarField().describe());
        } else {
            FrozenStar star = inputs.frozen();
            table.row("surface", surface(star.surface()));
            table.row("", matter(star.surface()));
            table.row(
                    "field",
                    star.geometry().label() + " " + Numbers.given(inputs.fieldGauss()) + " G" + tilt() + rotation());
            table.row("", run.polarField().describe());
            table.row("time", Numbers.given(star.durationS()) + " s in " + inputs.steps() + " steps of " + stages());
        }
        return table.toString();
    }

    private String tilt() {
        return inputs.obliquityDeg() == 0
                ? " along +z"
                : ", tilted " + Numbers.given(inputs.obliquityDeg()) + " deg from +z";
    }

    private String rotation() {
        double period = inputs.magnet().spinPeriodS();
        return Double.isInfinite(period) ? ", no rotation" : ", spin period " + Numbers.given(period) + " s about +z";
    }

    private String stages() {
        int stages = inputs.frozen().stagesPerStep(inputs.magnet());
        return stages + (stages == 1 ? " stage, " : " stages, ")
                + inputs.frozen().elements() + " surface elements";
    }

    private static String surface(Neutrinosphere surface) {
        return "r = " + Numbers.of(surface.radiusCm() / CM_PER_KM) + " km (chosen by " + surface.how() + ")";
    }

    private static String matter(Neutrinosphere state) {
        return (Double.isNaN(state.densityGPerCm3())
                        ? ""
                        : "rho " + Numbers.of(state.densityGPerCm3(), 3) + " g/cm^3, ")
                + temperatureAndPotentials(state);
    }

    private static String temperatureAndPotentials(Neutrinosphere state) {
        return "T " + Numbers.of(state.temperatureMev(), 3) + " MeV, mu_e "
                + Numbers.of(state.electronPotentialMev(), 3) + " MeV, mu_nu "
                + Numbers.of(state.neutrinoPotentialMev(), 3) + " MeV";
    }

    /** Returns a row about each doubling of the time, of the sphere of a star that cools from which neutrinos escape. */
    private String states() {
        TextTable table = new TextTable("  ", "rrrrrrrrr");
        table.row("t [s]", "r [km]", "rho [g/cm^3]", "T", "mu_e", "mu_nu [MeV]", "B [G]", "L [erg/s]", "speed [km/s]");
        double next = FIRST_ROW_S;
        for (Snapshot snapshot : run.history()) {
            boolean last = snapshot.step() == run.end().step();
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
                        speed(run.kick(snapshot)));
            }
            while (snapshot.timeS() >= next) {
                next *= ROW_RATIO;
            }
        }
        return "The emitting surface, at optical depth "
                + Numbers.of(inputs.coolingConfig().emissionDepth(), 3) + " of nu_e:\n" + table;
    }

    private static String speed(Kick kick) {
        return kick.isKnown() ? Numbers.of(kick.speed()) : "-";
    }

    /** Returns some rows of the velocity, evenly spaced in time, of a frozen star. */
    private String kicks() {
        int steps = run.moments().size() - 1;
        int rows = Math.min(HISTORY_ROWS, steps);
        List<KickHistory.Moment> shown = new ArrayList<>();
        double fastest = 0;
        for (int row = 0; row <= rows; row++) {
            KickHistory.Moment moment = run.moments().get((int) ((long) row * steps / rows));
            shown.add(moment);
            fastest = Math.max(fastest, run.kick(moment).speed());
        }
        TextTable table = new TextTable("  ", "rrrrrl");
        table.row("t [s]", "v_x", "v_y", "v_z", "speed", "[km/s]");
        for (KickHistory.Moment moment : shown) {
            Kick kick = run.kick(moment);
            int length = fastest == 0 ? 0 : (int) Math.round(BAR * kick.speed() / fastest);
            table.row(
                    Numbers.of(moment.timeS()),
                    RunWords.component(kick.x(), fastest),
                    RunWords.component(kick.y(), fastest),
                    RunWords.component(kick.z(), fastest),
                    RunWords.component(kick.speed(), fastest),
                    terminal.bar(length));
        }
        return table.toString();
    }

    /** Returns what a frozen star would have got from where neutrinos decouple. */
    private String decoupling() {
        return run.decoupling()
                .map(other -> {
                    Neutrinosphere state = other.surface();
                    return "\nWith the surface at rho = 1e12 g/cm^3 instead (r = "
                            + Numbers.of(state.radiusCm() / CM_PER_KM) + " km, "
                            + temperatureAndPotentials(state) + "),\nthe same run gives "
                            + RunWords.speed(other.kicked().kick()) + "."
                            + RunWords.flags(other.kicked().flags(), "\n  flags ") + "\n";
                })
                .orElse("");
    }
}
