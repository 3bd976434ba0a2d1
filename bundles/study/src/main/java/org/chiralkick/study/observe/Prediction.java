package org.chiralkick.study.observe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.report.LineChart;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Evolutions;
import org.chiralkick.study.run.StarPlan;
import org.chiralkick.table.CsvWriter;

/**
 * Speed of a star without rotation against its field, under one or several sets of closures.
 *
 * @param star the star, in words
 * @param lines a name and the speeds [km/s] at {@link #FIELDS_GAUSS}
 */
public record Prediction(String star, List<LineChart.Line> lines) {
    /** Half-decades from 1e11 to 1e16 G. */
    public static final List<Double> FIELDS_GAUSS = IntStream.rangeClosed(0, 10)
            .mapToObj(i -> Math.pow(10, 11 + i / 2.0))
            .toList();

    public Prediction {
        lines = List.copyOf(lines);
    }

    /**
     * Computes the speeds.
     *
     * @param plan the star
     * @param configs what is predicted, by its name, in the order of the lines
     */
    public static Prediction of(Session session, StarPlan plan, Map<String, CouplingConfig> configs) {
        EmittingStar star = new Evolutions(session).emitter(plan);
        List<LineChart.Line> lines = new ArrayList<>();
        configs.forEach((name, config) -> lines.add(new LineChart.Line(name, speeds(session, config, star))));
        return new Prediction(star.describe(), lines);
    }

    private static List<Double> speeds(Session session, CouplingConfig config, EmittingStar star) {
        try (Coupling coupling = session.couple(config)) {
            byte[] empty = coupling.saveState();
            List<Double> speeds = new ArrayList<>();
            for (double field : FIELDS_GAUSS) {
                coupling.restoreState(empty);
                speeds.add(star.kick(withoutRotation(field), coupling).kick().speed());
            }
            return speeds;
        }
    }

    /** Returns a field along +z of a star that does not rotate. */
    private static Magnet withoutRotation(double fieldGauss) {
        return new Magnet(fieldGauss, 0, Double.POSITIVE_INFINITY);
    }

    /** Writes a row per field. */
    public void write(CsvWriter csv) throws IOException {
        List<String> header = new ArrayList<>(List.of("field_gauss"));
        lines.forEach(line -> header.add("speed_" + line.name().replace('-', '_') + "_km_s"));
        csv.header(header);
        for (int i = 0; i < FIELDS_GAUSS.size(); i++) {
            csv.put(FIELDS_GAUSS.get(i));
            for (LineChart.Line line : lines) {
                csv.put(line.values().get(i));
            }
            csv.endRow();
        }
    }
}
