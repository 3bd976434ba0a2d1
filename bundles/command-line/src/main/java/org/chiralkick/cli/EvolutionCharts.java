package org.chiralkick.cli;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.pns.PnsSnapshot;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;

/** Charts of a star that evolves against the logarithm of time. */
final class EvolutionCharts {
    private final List<PnsSnapshot> shown;
    private final List<Double> times;

    EvolutionCharts(List<PnsSnapshot> history) {
        shown = history.stream()
                .filter(snapshot -> snapshot.timeS() >= RunPageKick.FIRST_SHOWN_S)
                .toList();
        times = shown.stream().map(PnsSnapshot::timeS).toList();
    }

    LineChart chart(String id, String title, String caption, Axis y, LineChart.Line... lines) {
        return new LineChart(
                id, title, caption, Axis.logarithmic("time", "s"), y, times, Arrays.asList(lines), List.of());
    }

    LineChart.Line line(String name, ToDoubleFunction<PnsSnapshot> quantity) {
        return new LineChart.Line(
                name, shown.stream().map(quantity::applyAsDouble).toList());
    }
}
