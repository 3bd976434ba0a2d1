package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.cli.star.ProfileScan;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Section;
import org.chiralkick.source.FluxField;

/** State and anomalous currents against radius. */
final class RunPageInside {
    private static final double CM_PER_KM = 1e5;
    /** A profile that reaches farther out is drawn against the logarithm of the radius [km]. */
    private static final double LINEAR_UP_TO_KM = 200;

    private final RunReport report;
    private final ProfileScan scan;
    private final Axis radius;
    private final List<Double> at;
    private final List<LineChart.Mark> marks;

    private RunPageInside(RunResult result) {
        report = result.report();
        scan = result.scan();
        at = values(state -> state.radiusCm() / CM_PER_KM);
        radius = new Axis("radius", "km", report.star().outerRadius() / CM_PER_KM > LINEAR_UP_TO_KM);
        marks = marks();
    }

    static Section section(RunResult result) {
        return new RunPageInside(result).section();
    }

    private Section section() {
        List<LineChart> charts = new ArrayList<>();
        charts.add(chart(
                "profile-potentials",
                "Temperature and chemical potentials",
                "Of the matter, electrons and electron neutrinos.",
                Axis.linear("energy", "MeV"),
                new LineChart.Line("mu_e", values(StarState::muElectronMev)),
                new LineChart.Line("mu_nu", values(StarState::muNeutrinoMev)),
                new LineChart.Line("temperature", values(StarState::temperatureMev))));
        charts.add(chart(
                "profile-density",
                "Density",
                "Rest-mass density.",
                Axis.logarithmic("density", "g cm^-3"),
                new LineChart.Line("density", values(StarState::densityGPerCm3))));
        charts.add(chart(
                "profile-fractions",
                "Lepton fractions",
                "Net number per baryon.",
                Axis.linear("fraction", ""),
                new LineChart.Line("electrons", values(StarState::electronFraction)),
                new LineChart.Line("electron neutrinos", values(StarState::neutrinoFraction))));
        charts.add(chart(
                "profile-currents",
                "Anomalous currents",
                "Along the field, if it had the strength of the run, " + Numbers.given(scan.fieldGauss())
                        + " G, at every radius. Negative: against the field.",
                Axis.linear("number flux", "cm^-2 s^-1"),
                current("axial (left minus right)", FluxField.AXIAL_FLUX),
                current("neutrinos", FluxField.NEUTRINO_FLUX),
                current("leptons", FluxField.LEPTON_FLUX)));
        charts.add(chart(
                "profile-energy-current",
                "Anomalous energy current",
                "What the neutrinos carry along the field; divided by c, the momentum that pushes the star.",
                Axis.linear("energy flux", "erg cm^-2 s^-1"),
                current("neutrino energy", FluxField.NEUTRINO_ENERGY_FLUX)));
        return new Section(
                "inside",
                "Inside the star",
                "State and anomalous currents against radius. Dashed upright lines: the surface that emits, and the radius "
                        + "of 1e12 g/cm^3, outside of which neutrinos are no longer in equilibrium.",
                List.copyOf(charts));
    }

    private LineChart chart(String id, String title, String caption, Axis y, LineChart.Line... lines) {
        return new LineChart(id, title, caption, radius, y, at, known(lines), marks);
    }

    /** A quantity that the profile does not have gets no line. */
    private static List<LineChart.Line> known(LineChart.Line... lines) {
        return Arrays.stream(lines)
                .filter(line -> line.values().stream().anyMatch(Double::isFinite))
                .toList();
    }

    private LineChart.Line current(String name, FluxField field) {
        return new LineChart.Line(name, Arrays.stream(scan.along(field)).boxed().toList());
    }

    private List<Double> values(ToDoubleFunction<StarState> quantity) {
        return scan.states().stream()
                .map(state -> quantity.applyAsDouble(state))
                .toList();
    }

    private List<LineChart.Mark> marks() {
        List<LineChart.Mark> all = new ArrayList<>();
        double emission = report.history().surface().state().radiusCm() / CM_PER_KM;
        all.add(new LineChart.Mark(emission, "emission surface"));
        report.alternative().ifPresent(other -> {
            double decoupling = other.surface().state().radiusCm() / CM_PER_KM;
            if (Math.abs(decoupling - emission) > 0.02 * emission) {
                all.add(new LineChart.Mark(decoupling, "neutrinos decouple"));
            }
        });
        return all;
    }
}
