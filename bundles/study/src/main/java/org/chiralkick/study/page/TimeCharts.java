package org.chiralkick.study.page;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.star.Snapshot;
import org.chiralkick.study.run.Run;

/** Charts of a star that cools against the logarithm of time. */
public final class TimeCharts {
    private final List<Snapshot> shown;
    private final List<Double> times;

    public TimeCharts(List<Snapshot> history) {
        shown = history.stream()
                .filter(snapshot -> snapshot.timeS() >= Run.ADAPTED_S)
                .toList();
        times = shown.stream().map(Snapshot::timeS).toList();
    }

    LineChart chart(String id, String title, String caption, Axis y, LineChart.Line... lines) {
        return new LineChart(
                id, title, caption, Axis.logarithmic("time", "s"), y, times, Arrays.asList(lines), List.of());
    }

    LineChart.Line line(String name, ToDoubleFunction<Snapshot> quantity) {
        return new LineChart.Line(
                name, shown.stream().map(quantity::applyAsDouble).toList());
    }
}
