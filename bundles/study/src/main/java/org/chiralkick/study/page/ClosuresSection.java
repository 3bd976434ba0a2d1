package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.chiralkick.report.Axis;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Section;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.study.closure.ClosureChoice;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** The closures in force, and the kick under each other one. */
public final class ClosuresSection {
    private ClosuresSection() {}

    /**
     * Returns the section.
     *
     * @param how what the other kicks are of
     * @param alternatives the kick under each choice
     * @param others dots of other choices than closures
     */
    static Section section(Run run, String how, List<Alternative> alternatives, List<DotChart.Dot> others) {
        return new Section(
                "closures",
                "Closures: what the kick would be otherwise",
                "The anomaly fixes lepton and axial currents. That neutrinos carry part of them, that they escape, and with what "
                        + "momentum, are choices. Each row changes one of them and leaves the others as they are; a preset "
                        + "changes all. " + how,
                List.of(inForce(run), dots(alternatives, others), table(alternatives)));
    }

    /** Returns the closures in force, and what each assumes. */
    public static DataTable inForce(Run run) {
        List<List<String>> rows = new ArrayList<>();
        for (InForce.Row row : run.inForce().rows(run.config())) {
            rows.add(List.of(row.name(), row.value(), row.meaning()));
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

    private static DotChart dots(List<Alternative> alternatives, List<DotChart.Dot> others) {
        List<DotChart.Dot> dots = new ArrayList<>();
        for (Alternative other : alternatives) {
            ClosureChoice of = other.of();
            if (!other.kick().isKnown()) {
                continue;
            }
            dots.add(new DotChart.Dot(of.kind(), of.choice(), other.kick().speed(), of.inForce(), of.meaning()));
        }
        dots.addAll(others);
        return new DotChart(
                "closures",
                "Speed under each choice",
                "Logarithmic; what asks for more than the star has lost has no speed and no dot. 0, and what is far off the scale, as open circles at the left end. The diamond and the dashed line are this run.",
                Axis.logarithmic("speed", "km/s"),
                dots);
    }

    private static String speed(Alternative other, Escape escape) {
        OptionalDouble speed = other.kicked().speedKmPerS(escape);
        return speed.isPresent() ? Numbers.of(speed.getAsDouble()) : "none";
    }

    private static DataTable table(List<Alternative> alternatives) {
        List<List<String>> rows = new ArrayList<>();
        for (Alternative other : alternatives) {
            rows.add(List.of(
                    other.of().kind(),
                    other.of().choice() + (other.of().inForce() ? " (in force)" : ""),
                    speed(other, other.kicked().escape()),
                    other.kicked().both().isPresent() ? speed(other, Escape.DIPOLE) : "-",
                    speed(other, Escape.SURFACE),
                    other.kick().speed() == 0 ? "" : RunWords.degrees(other.kick()),
                    Numbers.of(other.kicked().recoil().number()),
                    Numbers.of(other.kicked().recoil().energyErg()),
                    String.join(", ", other.kicked().flags().keySet())));
        }
        return new DataTable(
                "closure-table",
                "The same star under each choice",
                List.of(
                        DataTable.Heading.text("Closure"),
                        DataTable.Heading.text("Choice"),
                        DataTable.Heading.number("speed", "km/s"),
                        DataTable.Heading.number("escape dipole", "km/s"),
                        DataTable.Heading.number("escape surface", "km/s"),
                        DataTable.Heading.number("from spin", "deg"),
                        DataTable.Heading.number("neutrinos", ""),
                        DataTable.Heading.number("energy", "erg"),
                        DataTable.Heading.text("Flags")),
                rows);
    }
}
