package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.source.FluxField;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.star.ShellState;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.table.Numbers;

/** State and anomalous currents against radius: of the one state of a frozen star, or at the end of one that cooled. */
public final class InsideSection {
    /** Surfaces of a frozen star closer than this part of the radius are one. */
    private static final double SAME_RADIUS = 0.02;

    /** Depths closer than this part are one. */
    private static final double SAME_DEPTH = 1e-3;

    /** Spheres closer than this part of the star's radius have no room for a label each. */
    private static final double TOGETHER = 0.3;

    /** A current below this part of another is rounding. */
    private static final double ROUNDING = 1e-12;

    private InsideSection() {}

    static Section section(RunResult result) {
        return result.scan().map(scan -> frozen(result.run(), scan)).orElseGet(() -> cooled(result.run()));
    }

    private static Section frozen(Run run, ProfileScan scan) {
        RadialCharts<RadialState> charts = new RadialCharts<>(scan.states(), RadialState::radiusCm, frozenMarks(run));
        return new Section(
                "inside",
                "Inside the star",
                "State and anomalous currents against radius. Dashed upright lines: the surface that emits, and the radius "
                        + "of 1e12 g/cm^3, outside of which neutrinos are no longer in equilibrium.",
                List.of(
                        charts.potentials(
                                RadialState::muElectronMev, RadialState::muNeutrinoMev, RadialState::temperatureMev),
                        charts.density(RadialState::densityGPerCm3),
                        charts.fractions(RadialState::electronFraction, RadialState::neutrinoFraction),
                        charts.chart(
                                "profile-currents",
                                "Anomalous currents",
                                "Along the field, if it had the strength of the run, "
                                        + Numbers.given(scan.fieldGauss())
                                        + " G, at every radius. Negative: against the field.",
                                Axis.linear("number flux", "cm^-2 s^-1"),
                                current("axial (left minus right)", scan, FluxField.AXIAL_FLUX),
                                current("neutrinos", scan, FluxField.NEUTRINO_FLUX),
                                current("leptons", scan, FluxField.LEPTON_FLUX)),
                        charts.chart(
                                "profile-energy-current",
                                "Anomalous energy current",
                                "What the neutrinos carry along the field; divided by c, the momentum that pushes the star.",
                                Axis.linear("energy flux", "erg cm^-2 s^-1"),
                                current("neutrino energy", scan, FluxField.NEUTRINO_ENERGY_FLUX))));
    }

    private static LineChart.Line current(String name, ProfileScan scan, FluxField field) {
        return new LineChart.Line(name, Arrays.stream(scan.along(field)).boxed().toList());
    }

    private static List<LineChart.Mark> frozenMarks(Run run) {
        List<LineChart.Mark> all = new ArrayList<>();
        double emission = run.inputs().frozen().surface().radiusCm();
        all.add(RadialCharts.mark(emission, "emission surface"));
        run.decoupling().ifPresent(other -> {
            double decoupling = other.surface().radiusCm();
            if (Math.abs(decoupling - emission) > SAME_RADIUS * emission) {
                all.add(RadialCharts.mark(decoupling, "neutrinos decouple"));
            }
        });
        return all;
    }

    /** Returns the section of a star that cools. */
    public static Section cooled(Run run) {
        Snapshot end = run.end();
        RadialCharts<ShellState> charts = new RadialCharts<>(end.shells(), ShellState::radiusCm, cooledMarks(run));
        return new Section(
                "inside",
                "Inside the star at the end",
                "State and anomalous currents at " + Numbers.given(end.timeS())
                        + " s against radius. Dashed upright lines: the neutrinosphere, and where it is another one, the "
                        + "sphere from which the mechanism's neutrinos escape.",
                List.of(
                        charts.potentials(
                                ShellState::electronPotentialMev,
                                ShellState::neutrinoPotentialMev,
                                ShellState::temperatureMev),
                        charts.density(ShellState::densityGPerCm3),
                        charts.fractions(ShellState::electronFraction, ShellState::neutrinoFraction),
                        charts.chart(
                                "profile-currents",
                                "Anomalous currents",
                                "In the field of the star at each radius, root mean square over directions. What has no "
                                        + "line is zero but for rounding.",
                                Axis.logarithmic("number flux", "cm^-2 s^-1"),
                                charts.line(
                                        "axial (left minus right)",
                                        one -> one.currents().axialFluxPerCm2S()),
                                charts.line(
                                        "neutrinos",
                                        one -> beside(one.currents().neutrinoFluxPerCm2S(), one)),
                                charts.line(
                                        "leptons", one -> beside(one.currents().leptonFluxPerCm2S(), one))),
                        charts.chart(
                                "profile-field",
                                "Magnetic field",
                                "Root mean square over directions, after the contraction.",
                                Axis.logarithmic("field", "G"),
                                charts.line("field", one -> one.currents().fieldGauss()))));
    }

    private static List<LineChart.Mark> cooledMarks(Run run) {
        Neutrinosphere emission = run.end().neutrinosphere();
        double neutrinosphere = neutrinosphereCm(run.end().shells());
        if (Math.abs(emission.opticalDepth() - Neutrinosphere.DEPTH) < SAME_DEPTH * Neutrinosphere.DEPTH) {
            return List.of(RadialCharts.mark(neutrinosphere, "neutrinosphere"));
        }
        String depth = "depth " + Numbers.of(emission.opticalDepth(), 3);
        boolean together =
                neutrinosphere - emission.radiusCm() < TOGETHER * run.end().surfaceRadiusCm();
        return together
                ? List.of(
                        RadialCharts.mark(emission.radiusCm(), ""),
                        RadialCharts.mark(neutrinosphere, depth + " | neutrinosphere"))
                : List.of(
                        RadialCharts.mark(emission.radiusCm(), "emission, " + depth),
                        RadialCharts.mark(neutrinosphere, "neutrinosphere"));
    }

    /** A current, or NaN where it is rounding beside the axial one. */
    private static double beside(double current, ShellState shell) {
        return current < ROUNDING * shell.currents().axialFluxPerCm2S() ? Double.NaN : current;
    }

    /** Where the optical depth, known at the outer interface of each shell, falls below 2/3: good to a shell. */
    private static double neutrinosphereCm(List<ShellState> shells) {
        return shells.stream()
                .filter(shell -> shell.opticalDepth() < Neutrinosphere.DEPTH)
                .mapToDouble(ShellState::radiusCm)
                .findFirst()
                .orElse(shells.get(shells.size() - 1).radiusCm());
    }
}
