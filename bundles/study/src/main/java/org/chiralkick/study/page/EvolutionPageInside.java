package org.chiralkick.study.page;

import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.ShellState;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.table.Numbers;

/** State and anomalous currents against radius, of a star that evolved, at the end. */
public final class EvolutionPageInside {
    /** Depths closer than this part are one. */
    private static final double SAME = 1e-3;

    /** Spheres closer than this part of the star's radius have no room for a label each. */
    private static final double TOGETHER = 0.3;

    /** A current below this part of another is rounding. */
    private static final double ROUNDING = 1e-12;

    private EvolutionPageInside() {}

    public static Section section(EvolutionReport report) {
        Snapshot end = report.end();
        RadialCharts<ShellState> charts = new RadialCharts<>(end.shells(), ShellState::radiusCm, marks(report));
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

    private static List<LineChart.Mark> marks(EvolutionReport report) {
        Neutrinosphere emission = report.end().neutrinosphere();
        double neutrinosphere = neutrinosphereCm(report.end().shells());
        if (Math.abs(emission.opticalDepth() - Neutrinosphere.DEPTH) < SAME * Neutrinosphere.DEPTH) {
            return List.of(RadialCharts.mark(neutrinosphere, "neutrinosphere"));
        }
        String depth = "depth " + Numbers.of(emission.opticalDepth(), 3);
        boolean together =
                neutrinosphere - emission.radiusCm() < TOGETHER * report.end().surfaceRadiusCm();
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
