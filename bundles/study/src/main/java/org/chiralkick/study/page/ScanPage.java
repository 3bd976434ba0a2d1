package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Page;
import org.chiralkick.report.Palette;
import org.chiralkick.report.Section;
import org.chiralkick.study.Version;
import org.chiralkick.study.scan.Axis;
import org.chiralkick.study.scan.ScanFile;
import org.chiralkick.study.scan.ScanGrid;

/** A scan in a picture: speed against the first input that is a number, a line for each combination of the others. */
public final class ScanPage {
    /** Values that span more than this factor are drawn on a logarithmic scale. */
    private static final double WIDE = 30;

    private ScanPage() {}

    /**
     * Returns the page, or nothing where no input is a number with more than one value.
     *
     * @param scan the words that repeat the scan
     * @param speedColumn index of the speed in a row of the table
     */
    public static Optional<Page> page(String scan, ScanGrid grid, ScanFile table, int speedColumn) {
        List<Axis> axes = grid.axes();
        for (int i = 0; i < axes.size(); i++) {
            if (axes.get(i).values().size() > 1
                    && axes.get(i).values().stream()
                            .allMatch(value -> value.matches("[-+]?[0-9.]+([eE][-+]?[0-9]+)?"))) {
                return Optional.of(page(scan, grid, table, i, speedColumn));
            }
        }
        return Optional.empty();
    }

    private static Page page(String scan, ScanGrid grid, ScanFile table, int abscissa, int speedColumn) {
        Map<String, TreeMap<Double, Double>> lines = new LinkedHashMap<>();
        for (List<String> row : table.rows()) {
            lines.computeIfAbsent(others(grid, row, abscissa), name -> new TreeMap<>())
                    .put(Double.parseDouble(row.get(1 + abscissa)), speed(row.get(speedColumn)));
        }
        List<Double> at = List.copyOf(lines.values().iterator().next().keySet());
        List<LineChart.Line> drawn = lines.entrySet().stream()
                .limit(Palette.LINES)
                .map(line -> new LineChart.Line(
                        line.getKey(), List.copyOf(line.getValue().values())))
                .toList();
        String left = drawn.size() < lines.size()
                ? " The first " + drawn.size() + " of " + lines.size() + " combinations; all are in scan.csv."
                : "";
        boolean wideSpeeds =
                wide(drawn.stream().flatMap(line -> line.values().stream()).toList());
        String key = grid.keys().get(abscissa);
        return new Page(
                "ChiralKick scan",
                "Speed against " + key + ".",
                scan,
                List.of(new Section(
                        "scan",
                        "Scan",
                        "",
                        List.of(new LineChart(
                                "scan",
                                "Speed against " + key,
                                "A line for each combination of the other inputs." + left,
                                new org.chiralkick.report.Axis(key, unit(key), wide(at)),
                                new org.chiralkick.report.Axis("speed", "km/s", wideSpeeds),
                                at,
                                drawn,
                                List.of())))),
                List.of(),
                "ChiralKick " + Version.text());
    }

    private static String others(ScanGrid grid, List<String> row, int abscissa) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < grid.axes().size(); i++) {
            if (i != abscissa) {
                String key = grid.keys().get(i);
                words.add((key + " " + row.get(1 + i) + " " + unit(key)).strip());
            }
        }
        return words.isEmpty() ? "speed" : words.stream().collect(Collectors.joining(", "));
    }

    /** A star that cannot evolve leaves a gap. */
    private static double speed(String cell) {
        return cell.isEmpty() || cell.equals("nan") ? Double.NaN : Double.parseDouble(cell);
    }

    private static boolean wide(List<Double> values) {
        double[] positive = values.stream()
                .filter(value -> value > 0)
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        return positive.length > 1
                && values.stream().noneMatch(value -> value < 0)
                && positive[positive.length - 1] > WIDE * positive[0];
    }

    private static String unit(String key) {
        return switch (key) {
            case "field" -> "G";
            case "spin-period", "duration" -> "s";
            case "obliquity" -> "deg";
            case "radius" -> "cm";
            case "surface-density" -> "g cm^-3";
            case "mass" -> "g";
            case "field-decay" -> "s";
            default -> "";
        };
    }
}
