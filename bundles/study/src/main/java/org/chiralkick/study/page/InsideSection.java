package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.source.FluxField;
import org.chiralkick.star.ProfileScan;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.table.Numbers;

/** State and anomalous currents against radius, of a star that stays as it is. */
final class InsideSection {
    /** Marks closer than this part of the radius are one. */
    private static final double SAME = 0.02;

    private InsideSection() {}

    static Section section(RunResult result) {
        ProfileScan scan = result.scan();
        RadialCharts<RadialState> charts =
                new RadialCharts<>(scan.states(), RadialState::radiusCm, marks(result.report()));
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

    private static List<LineChart.Mark> marks(RunReport report) {
        List<LineChart.Mark> all = new ArrayList<>();
        double emission = report.history().surface().state().radiusCm();
        all.add(RadialCharts.mark(emission, "emission surface"));
        report.alternative().ifPresent(other -> {
            double decoupling = other.surface().state().radiusCm();
            if (Math.abs(decoupling - emission) > SAME * emission) {
                all.add(RadialCharts.mark(decoupling, "neutrinos decouple"));
            }
        });
        return all;
    }
}
