package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.cli.text.Terminal;
import org.chiralkick.cli.text.TextTable;
import org.chiralkick.host.Recoil;

/** What {@code run} tells a person: the kick first, then what it came from, and which assumptions made it. */
final class RunText {
    private static final int HISTORY_ROWS = 10;
    private static final int BAR = 30;
    private static final double SOLAR_MASS_G = 1.98841e33;
    private static final double LEPTONS_OF_A_STAR = 1e58;
    private static final double CM_PER_KM = 1e5;
    /** Momentum over mass is a speed only well below that of light [km/s]. */
    static final double RELATIVISTIC = 3e4;

    private final RunReport report;
    private final Terminal terminal;

    RunText(RunReport report, Terminal terminal) {
        this.report = report;
        this.terminal = terminal;
    }

    /** Returns the whole text. */
    String text() {
        return result() + "\n" + origin() + "\n" + closures() + "\n" + history() + alternative() + notes();
    }

    private String result() {
        Recoil recoil = report.history().recoil();
        Kick kick = report.kick();
        double budget = report.config().recoil().thermalBudgetErg();
        TextTable table = new TextTable("  ", "lll");
        table.row("kick", speed(kick), "v = " + vector(kick) + " km/s" + direction(kick));
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
                speed(kick),
                report.sourceName(),
                report.sources().stream().map(source -> source.version()).collect(Collectors.joining("+")),
                report.config().preset().label());
        String reading = kick.speed() == 0
                ? "\n  No net outflow of neutrinos: nothing to recoil from.\n"
                : "\n  Neutrinos leave along the anomalous current, and the star recoils the other way.\n"
                        + (report.setup().angularVelocity() == 0
                                        || report.setup().obliquityDeg() == 0
                                ? ""
                                : "  Rotation averages out the part across the spin axis.\n");
        return headline + table + reading + beyondItsRange(kick);
    }

    private static String beyondItsRange(Kick kick) {
        if (kick.speed() < RELATIVISTIC) {
            return "";
        }
        return """
  This is no speed but momentum over mass, above a tenth of that of light: the kick grows linearly
  with the field, and this field is beyond where that holds. See the flags.
""";
    }

    private String origin() {
        StarSetup setup = report.setup();
        TextTable table = new TextTable("  ", "ll");
        table.row(
                "star",
                report.star().name() + ", " + Numbers.given(setup.massG()) + " g ("
                        + Numbers.of(setup.massG() / SOLAR_MASS_G, 3) + " solar masses)");
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

    private String closures() {
        TextTable table = new TextTable("  ", "lll");
        for (Map.Entry<String, String> closure : report.closures().entrySet()) {
            table.row(closure.getKey(), closure.getValue(), ClosureGuide.meaning(closure.getKey(), closure.getValue()));
        }
        return "Closures in force (choices, not results of the anomaly; --closure changes one):\n" + table;
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
                    component(kick.x(), fastest),
                    component(kick.y(), fastest),
                    component(kick.z(), fastest),
                    component(kick.speed(), fastest),
                    terminal.bar(length));
        }
        return table.toString();
    }

    private String alternative() {
        return report.alternative()
                .map(other -> {
                    Kick kick = Kick.of(other.recoil(), report.setup().massG());
                    StarState state = other.surface().state();
                    return "\nWith the surface at rho = 1e12 g/cm^3 instead (r = "
                            + Numbers.of(state.radiusCm() / CM_PER_KM) + " km, "
                            + temperatureAndPotentials(state) + "),\nthe same run gives " + speed(kick) + "."
                            + flags(other.flags(), "\n  flags ") + "\n";
                })
                .orElse("");
    }

    private String notes() {
        StringBuilder text = new StringBuilder("\nAssumed:\n");
        report.assumptions().forEach(note -> text.append("  - ").append(note).append('\n'));
        text.append(flags(report.history().flags(), "\nFlags (zone evaluations whose result is doubtful): "));
        if (!report.history().flags().isEmpty()) {
            text.append('\n');
        }
        return text.toString();
    }

    private static String flags(Map<String, Long> flags, String title) {
        return flags.isEmpty()
                ? ""
                : title
                        + flags.entrySet().stream()
                                .map(flag -> flag.getKey() + " " + flag.getValue())
                                .collect(Collectors.joining(", "));
    }

    private static String surface(Surface surface) {
        return "r = " + Numbers.of(surface.state().radiusCm() / CM_PER_KM) + " km (chosen by " + surface.how() + ")";
    }

    private static String matter(StarState state) {
        return (Double.isNaN(state.densityGPerCm3())
                        ? ""
                        : "rho " + Numbers.of(state.densityGPerCm3(), 3) + " g/cm^3, ")
                + temperatureAndPotentials(state);
    }

    private static String temperatureAndPotentials(StarState state) {
        return "T " + Numbers.of(state.temperatureMev(), 3) + " MeV, mu_e "
                + Numbers.of(state.muElectronMev(), 3) + " MeV, mu_nu "
                + Numbers.of(state.muNeutrinoMev(), 3) + " MeV";
    }

    private static String speed(Kick kick) {
        return Numbers.of(kick.speed()) + " km/s";
    }

    private static String vector(Kick kick) {
        double speed = kick.speed();
        return "(" + component(kick.x(), speed) + ", " + component(kick.y(), speed) + ", " + component(kick.z(), speed)
                + ")";
    }

    private static String direction(Kick kick) {
        return kick.speed() == 0 ? "" : ", " + Numbers.of(kick.angleToSpinDeg(), 4) + " deg from the spin axis +z";
    }

    /** A component in the digits of the whole vector: what is rounding beside it shows as 0. */
    private static String component(double value, double whole) {
        return Math.abs(value) < 5e-5 * whole || value == 0 ? "0" : Numbers.of(value);
    }
}
