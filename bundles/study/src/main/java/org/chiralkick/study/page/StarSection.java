package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.Facts;
import org.chiralkick.report.Section;
import org.chiralkick.source.FluxField;
import org.chiralkick.star.StarSetup;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.field.MagneticGeometry;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.RunTables;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** The star, its field, and what leaves where. */
final class StarSection {
    private static final double CM_PER_KM = 1e5;

    private StarSection() {}

    static Section section(RunResult result) {
        RunReport report = result.report();
        return new Section(
                "star",
                "The star and its field",
                String.join("; ", report.star().notes()),
                List.of(
                        facts(report),
                        EmissionMapChart.block(
                                report,
                                result.map(),
                                "Neutrino number flux through the emission surface, along its normal, at t = 0",
                                RunTables.unit(FluxField.NEUTRINO_FLUX),
                                report.setup().fieldGauss() != 0)));
    }

    private static Facts facts(RunReport report) {
        StarSetup setup = report.setup();
        Surface surface = report.history().surface();
        RadialState state = surface.state();
        List<Facts.Fact> facts = new ArrayList<>();
        facts.add(new Facts.Fact("mass", Numbers.given(setup.massG()), "g", RunWords.solarMasses(setup.massG())));
        facts.add(new Facts.Fact(
                "emission surface", Numbers.of(state.radiusCm() / CM_PER_KM), "km", "chosen by " + surface.how()));
        facts.add(new Facts.Fact("temperature there", Numbers.of(state.temperatureMev(), 3), "MeV", ""));
        facts.add(new Facts.Fact(
                "chemical potentials there",
                Numbers.of(state.muElectronMev(), 3) + " and " + Numbers.of(state.muNeutrinoMev(), 3),
                "MeV",
                "of electrons and of electron neutrinos"));
        if (Double.isFinite(state.densityGPerCm3())) {
            facts.add(new Facts.Fact("density there", Numbers.of(state.densityGPerCm3(), 3), "g cm^-3", ""));
        }
        if (Double.isFinite(state.meanFreePathCm())) {
            facts.add(new Facts.Fact(
                    "neutrino mean free path there",
                    Numbers.of(state.meanFreePathCm(), 2),
                    "cm",
                    "electron neutrinos"));
        }
        facts.add(new Facts.Fact(
                "magnetic field",
                Numbers.given(setup.fieldGauss()),
                "G",
                setup.geometry().label()
                        + (setup.geometry() == MagneticGeometry.DIPOLE ? ", at its pole" : "")
                        + ", " + RunWords.magneticAxis(setup.angularVelocity() != 0, setup.obliquityDeg())));
        facts.add(
                setup.angularVelocity() == 0
                        ? new Facts.Fact("rotation", "none", "", "")
                        : new Facts.Fact("spin period", Numbers.given(setup.spinPeriodS()), "s", "about +z"));
        return new Facts("star-facts", facts);
    }
}
