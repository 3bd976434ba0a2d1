package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.report.Block;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Section;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.Snapshot;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** The star, its field, and what leaves where. */
final class StarSection {
    private static final double CM_PER_KM = 1e5;

    private StarSection() {}

    static Section section(RunResult result) {
        Run run = result.run();
        List<Block> blocks = new ArrayList<>();
        if (run.cools()) {
            blocks.add(cooling(run));
            blocks.add(surface(run));
        } else {
            blocks.add(frozen(run.inputs()));
        }
        blocks.add(EmissionMapChart.block(result));
        return new Section(
                "star", "The star and its field", String.join("; ", run.star().notes()), blocks);
    }

    private static Facts frozen(RunInputs inputs) {
        FrozenStar star = inputs.frozen();
        Neutrinosphere surface = star.surface();
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact("mass", Numbers.given(star.massG()), "g", RunWords.solarMasses(star.massG())));
        facts.add(new Facts.Fact(
                "emission surface", Numbers.of(surface.radiusCm() / CM_PER_KM), "km", "chosen by " + surface.how()));
        facts.add(new Facts.Fact("temperature there", Numbers.of(surface.temperatureMev(), 3), "MeV", ""));
        facts.add(new Facts.Fact(
                "chemical potentials there",
                Numbers.of(surface.electronPotentialMev(), 3) + " and " + Numbers.of(surface.neutrinoPotentialMev(), 3),
                "MeV",
                "of electrons and of electron neutrinos"));
        if (Double.isFinite(surface.densityGPerCm3())) {
            facts.add(new Facts.Fact("density there", Numbers.of(surface.densityGPerCm3(), 3), "g cm^-3", ""));
        }
        if (Double.isFinite(surface.meanFreePathCm())) {
            facts.add(new Facts.Fact(
                    "neutrino mean free path there",
                    Numbers.of(surface.meanFreePathCm(), 2),
                    "cm",
                    "electron neutrinos"));
        }
        facts.add(new Facts.Fact(
                "magnetic field",
                Numbers.given(inputs.fieldGauss()),
                "G",
                star.geometry().label()
                        + (star.geometry() == FieldShape.Analytic.DIPOLE ? ", at its pole" : "")
                        + ", "
                        + RunWords.magneticAxis(inputs.magnet().angularVelocityPerS() != 0, inputs.obliquityDeg())));
        addPole(facts, star.polarField(inputs.magnet()), true);
        facts.add(
                inputs.magnet().angularVelocityPerS() == 0
                        ? new Facts.Fact("rotation", "none", "", "")
                        : new Facts.Fact(
                                "spin period", Numbers.given(inputs.magnet().spinPeriodS()), "s", "about +z"));
        return new Facts("star-facts", facts);
    }

    private static Facts cooling(Run run) {
        RunInputs inputs = run.inputs();
        CoolingConfig config = inputs.coolingConfig();
        SpinningField field = config.field();
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact(
                "mass", Numbers.of(run.massG()), "g", RunWords.solarMasses(run.massG()) + " of rest mass"));
        facts.add(new Facts.Fact(
                "evolution",
                config.star().structure().label(),
                "",
                Numbers.given(run.end().timeS()) + " s in " + run.end().step() + " steps, "
                        + config.star().zones() + " mass shells"));
        facts.add(new Facts.Fact(
                "magnetic field at the " + inputs.fieldAt().label(),
                inputs.strength(),
                "G",
                shape(inputs) + ", " + RunWords.magneticAxis(run.rotates(), field.obliquityDeg())
                        + (Double.isInfinite(field.decayS())
                                ? ""
                                : ", decays in " + Numbers.given(field.decayS()) + " s")));
        addPole(facts, run.polarField(), false);
        facts.add(
                run.rotates()
                        ? new Facts.Fact(
                                "spin period at the start", Numbers.given(field.spinPeriodS()), "s", "about +z")
                        : new Facts.Fact("rotation", "none", "", ""));
        return new Facts("star-facts", facts);
    }

    /** Adds what the field is at the pole of the surface, and the flux, which is what is conserved. */
    private static void addPole(List<Facts.Fact> facts, PolarField field, boolean stays) {
        facts.add(new Facts.Fact(
                "field at the pole",
                stays
                        ? Numbers.of(field.startGauss())
                        : Numbers.of(field.startGauss()) + " to " + Numbers.of(field.endGauss()),
                "G",
                "B_r at the magnetic pole of the surface" + (stays ? "" : ", from start to end")));
        facts.add(new Facts.Fact(
                "magnetic flux",
                field.startFluxGaussCm2() == field.endFluxGaussCm2()
                        ? Numbers.of(field.startFluxGaussCm2())
                        : Numbers.of(field.startFluxGaussCm2()) + " to " + Numbers.of(field.endFluxGaussCm2()),
                "G cm\u00b2",
                "through half of the surface"));
    }

    /** The path of a map is among the inputs; here its name says enough. */
    private static String shape(RunInputs inputs) {
        String label = inputs.cooling().shape().label();
        return label.substring(label.lastIndexOf('/') + 1);
    }

    private static DataTable surface(Run run) {
        List<List<String>> rows = new ArrayList<>();
        row(rows, run, "radius [km]", now -> now.neutrinosphere().radiusCm() / CM_PER_KM);
        row(rows, run, "density [g cm\u207b\u00b3]", now -> now.neutrinosphere().densityGPerCm3());
        row(rows, run, "temperature [MeV]", now -> now.neutrinosphere().temperatureMev());
        row(rows, run, "mu_e [MeV]", now -> now.neutrinosphere().electronPotentialMev());
        row(rows, run, "mu_nu [MeV]", now -> now.neutrinosphere().neutrinoPotentialMev());
        row(
                rows,
                run,
                "mean free path of nu_e [cm]",
                now -> now.neutrinosphere().meanFreePathCm());
        row(rows, run, "lapse", Snapshot::lapse);
        row(rows, run, "field, root mean square [G]", Snapshot::surfaceFieldGauss);
        if (run.rotates()) {
            row(rows, run, "spin period of the star [s]", now -> 2 * Math.PI / now.angularVelocityPerS());
        }
        return new DataTable(
                "emission-surface",
                "The sphere from which the mechanism's neutrinos escape, at optical depth "
                        + Numbers.of(run.end().neutrinosphere().opticalDepth(), 3),
                List.of(
                        DataTable.Heading.text("Quantity"),
                        DataTable.Heading.number("at the start", ""),
                        DataTable.Heading.number("at the end", "")),
                rows);
    }

    private static void row(List<List<String>> rows, Run run, String name, ToDoubleFunction<Snapshot> quantity) {
        rows.add(List.of(
                name,
                Numbers.of(quantity.applyAsDouble(run.start()), 4),
                Numbers.of(quantity.applyAsDouble(run.end()), 4)));
    }
}
