package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Section;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.EvolutionResult;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** The star, its field, and what left where. */
final class EvolutionPageStar {
    private static final double CM_PER_KM = 1e5;

    private EvolutionPageStar() {}

    static Section section(EvolutionResult result) {
        EvolutionReport report = result.report();
        return new Section(
                "star",
                "The star and its field",
                String.join("; ", report.star().notes()),
                List.of(
                        facts(report),
                        surface(report),
                        EmissionMapChart.block(
                                report,
                                result.map(),
                                "Neutrinos that the mechanism let out per solid angle in the whole run, outward minus "
                                        + "inward",
                                "sr^-1",
                                report.evolved().fieldGauss() != 0)));
    }

    private static Facts facts(EvolutionReport report) {
        RunInputs evolved = report.evolved();
        SpinningField field = evolved.config().field();
        boolean turns = report.end().angularVelocityPerS() != 0;
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact(
                "mass", Numbers.of(report.massG()), "g", RunWords.solarMasses(report.massG()) + " of rest mass"));
        facts.add(new Facts.Fact(
                "evolution",
                evolved.config().star().structure().label(),
                "",
                Numbers.given(report.end().timeS()) + " s in " + report.end().step() + " steps, "
                        + evolved.config().star().zones() + " mass shells"));
        facts.add(new Facts.Fact(
                "magnetic field at the start",
                evolved.strength(),
                "G",
                shape(evolved) + ", " + RunWords.magneticAxis(turns, field.obliquityDeg())
                        + (Double.isInfinite(field.decayS())
                                ? ""
                                : ", decays in " + Numbers.given(field.decayS()) + " s")));
        facts.add(
                turns
                        ? new Facts.Fact(
                                "spin period at the start", Numbers.given(field.spinPeriodS()), "s", "about +z")
                        : new Facts.Fact("rotation", "none", "", ""));
        return new Facts("star-facts", facts);
    }

    /** The path of a map is among the inputs; here its name says enough. */
    private static String shape(RunInputs evolved) {
        String label = evolved.shape().label();
        return label.substring(label.lastIndexOf('/') + 1);
    }

    private static DataTable surface(EvolutionReport report) {
        List<List<String>> rows = new ArrayList<>();
        row(rows, report, "radius [km]", now -> now.neutrinosphere().radiusCm() / CM_PER_KM);
        row(
                rows,
                report,
                "density [g cm\u207b\u00b3]",
                now -> now.neutrinosphere().densityGPerCm3());
        row(rows, report, "temperature [MeV]", now -> now.neutrinosphere().temperatureMev());
        row(rows, report, "mu_e [MeV]", now -> now.neutrinosphere().electronPotentialMev());
        row(rows, report, "mu_nu [MeV]", now -> now.neutrinosphere().neutrinoPotentialMev());
        row(
                rows,
                report,
                "mean free path of nu_e [cm]",
                now -> now.neutrinosphere().meanFreePathCm());
        row(rows, report, "lapse", Snapshot::lapse);
        row(rows, report, "field, root mean square [G]", Snapshot::surfaceFieldGauss);
        if (report.end().angularVelocityPerS() != 0) {
            row(rows, report, "spin period of the star [s]", now -> 2 * Math.PI / now.angularVelocityPerS());
        }
        return new DataTable(
                "emission-surface",
                "The sphere from which the mechanism's neutrinos escape, at optical depth "
                        + Numbers.of(report.end().neutrinosphere().opticalDepth(), 3),
                List.of(
                        DataTable.Heading.text("Quantity"),
                        DataTable.Heading.number("at the start", ""),
                        DataTable.Heading.number("at the end", "")),
                rows);
    }

    private static void row(
            List<List<String>> rows, EvolutionReport report, String name, ToDoubleFunction<Snapshot> quantity) {
        rows.add(List.of(
                name,
                Numbers.of(quantity.applyAsDouble(report.start()), 4),
                Numbers.of(quantity.applyAsDouble(report.end()), 4)));
    }
}
