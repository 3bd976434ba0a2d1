package org.chiralkick.study.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;

/**
 * Charts of a star against radius, which both hosts show alike.
 *
 * @param <T> the star at one radius
 */
final class RadialCharts<T> {
    private static final double CM_PER_KM = 1e5;
    /** A star that reaches farther out is drawn against the logarithm of the radius [km]. */
    private static final double LINEAR_UP_TO_KM = 200;

    private final List<T> rows;
    private final Axis radius;
    private final List<Double> at;
    private final List<LineChart.Mark> marks;

    /**
     * @param rows the star, from the centre outward
     * @param radiusCm their radius [cm]
     * @param marks radii worth a line of their own [km]
     */
    RadialCharts(List<T> rows, ToDoubleFunction<T> radiusCm, List<LineChart.Mark> marks) {
        this.rows = List.copyOf(rows);
        this.marks = List.copyOf(marks);
        at = rows.stream().map(row -> radiusCm.applyAsDouble(row) / CM_PER_KM).toList();
        radius = new Axis("radius", "km", at.get(at.size() - 1) > LINEAR_UP_TO_KM);
    }

    /** Returns a radius worth a line of its own. */
    static LineChart.Mark mark(double radiusCm, String label) {
        return new LineChart.Mark(radiusCm / CM_PER_KM, label);
    }

    LineChart potentials(
            ToDoubleFunction<T> muElectron, ToDoubleFunction<T> muNeutrino, ToDoubleFunction<T> temperature) {
        return chart(
                "profile-potentials",
                "Temperature and chemical potentials",
                "Of the matter, electrons and electron neutrinos.",
                Axis.linear("energy", "MeV"),
                line("mu_e", muElectron),
                line("mu_nu", muNeutrino),
                line("temperature", temperature));
    }

    LineChart density(ToDoubleFunction<T> density) {
        return chart(
                "profile-density",
                "Density",
                "Rest-mass density.",
                Axis.logarithmic("density", "g cm^-3"),
                line("density", density));
    }

    LineChart fractions(ToDoubleFunction<T> electrons, ToDoubleFunction<T> neutrinos) {
        return chart(
                "profile-fractions",
                "Lepton fractions",
                "Net number per baryon.",
                Axis.linear("fraction", ""),
                line("electrons", electrons),
                line("electron neutrinos", neutrinos));
    }

    LineChart chart(String id, String title, String caption, Axis y, LineChart.Line... lines) {
        return new LineChart(id, title, caption, radius, y, at, known(lines), marks);
    }

    LineChart.Line line(String name, ToDoubleFunction<T> quantity) {
        return new LineChart.Line(
                name, rows.stream().map(quantity::applyAsDouble).toList());
    }

    /** A quantity that the star does not have gets no line. */
    private static List<LineChart.Line> known(LineChart.Line... lines) {
        return Arrays.stream(lines)
                .filter(line -> line.values().stream().anyMatch(Double::isFinite))
                .toList();
    }
}
