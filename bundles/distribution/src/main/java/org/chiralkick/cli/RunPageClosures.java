package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.report.Axis;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Section;

/** The closures in force, and the kick under each other one. */
final class RunPageClosures {
    private static final double CM_PER_KM = 1e5;
    private static final String SURFACE = "emission surface";

    private RunPageClosures() {}

    static Section section(RunResult result) {
        return new Section(
                "closures",
                "Closures: what the kick would be otherwise",
                "The anomaly fixes lepton and axial currents. That neutrinos carry part of them, that they escape, and with what "
                        + "momentum, are choices. Each row changes one of them and leaves the others as they are; a preset "
                        + "changes all.",
                List.of(inForce(result.report()), dots(result), table(result)));
    }

    private static DataTable inForce(RunReport report) {
        List<List<String>> rows = new ArrayList<>();
        for (Map.Entry<String, String> closure : report.closures().entrySet()) {
            rows.add(List.of(
                    closure.getKey(), closure.getValue(), ClosureGuide.meaning(closure.getKey(), closure.getValue())));
        }
        return new DataTable(
                "closures-in-force",
                "In force",
                List.of(
                        DataTable.Heading.text("Closure"),
                        DataTable.Heading.text("Choice"),
                        DataTable.Heading.text("Assumes")),
                rows);
    }

    private static DotChart dots(RunResult result) {
        List<DotChart.Dot> dots = new ArrayList<>();
        for (Alternative other : result.alternatives()) {
            dots.add(new DotChart.Dot(
                    other.kind(), other.choice(), other.kick().speed(), other.inForce(), other.meaning()));
        }
        RunReport report = result.report();
        report.alternative().ifPresent(other -> {
            dots.add(surface(report, report.history(), true));
            dots.add(surface(report, other, false));
        });
        return new DotChart(
                "closures",
                "Speed under each choice",
                "Logarithmic; 0, and what is far off the scale, as open circles at the left end. The diamond and the dashed line are this run.",
                Axis.logarithmic("speed", "km/s"),
                dots);
    }

    private static DotChart.Dot surface(RunReport report, KickHistory history, boolean inForce) {
        double radius = history.surface().state().radiusCm() / CM_PER_KM;
        return new DotChart.Dot(
                SURFACE,
                Numbers.of(radius, 3) + " km",
                Kick.of(history.recoil(), report.setup().massG()).speed(),
                inForce,
                inForce ? "the surface of this run" : "the surface at 1e12 g/cm^3, where neutrinos decouple");
    }

    private static DataTable table(RunResult result) {
        List<List<String>> rows = new ArrayList<>();
        for (Alternative other : result.alternatives()) {
            rows.add(List.of(
                    other.kind(),
                    other.choice() + (other.inForce() ? " (in force)" : ""),
                    Numbers.of(other.kick().speed()),
                    other.kick().speed() == 0 ? "" : Numbers.of(other.kick().angleToSpinDeg(), 4),
                    Numbers.of(other.recoil().number()),
                    Numbers.of(other.recoil().energyErg()),
                    String.join(", ", other.flags())));
        }
        return new DataTable(
                "closure-table",
                "The same star under each choice",
                List.of(
                        DataTable.Heading.text("Closure"),
                        DataTable.Heading.text("Choice"),
                        DataTable.Heading.number("speed", "km/s"),
                        DataTable.Heading.number("from spin", "deg"),
                        DataTable.Heading.number("neutrinos", ""),
                        DataTable.Heading.number("energy", "erg"),
                        DataTable.Heading.text("Flags")),
                rows);
    }
}
