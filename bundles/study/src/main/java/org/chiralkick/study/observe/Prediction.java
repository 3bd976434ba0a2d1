package org.chiralkick.study.observe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.report.LineChart;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.closure.ClosureChoice;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.DecisiveClosure;
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
     * Computes the speeds under a configuration and, beside it, what is worth a line: of the assumption that matters most, the choice
     * with the largest kick, and the other presets, where neutrinos flow under them.
     *
     * @param plan the star
     * @param config the configuration
     * @param sources its mechanisms as they are under it
     */
    public static Prediction of(Session session, StarPlan plan, CouplingConfig config, List<SourceDescriptor> sources) {
        EmittingStar star = new Evolutions(session).emitter(plan);
        List<LineChart.Line> lines = new ArrayList<>();
        lines.add(new LineChart.Line("predicted", speeds(session, config, star)));
        for (ClosureChoice other : besides(session, config, sources, star)) {
            boolean taken = lines.stream().anyMatch(line -> line.name().equals(other.choice()));
            lines.add(new LineChart.Line(
                    taken ? other.kind() + "-" + other.choice() : other.choice(),
                    speeds(session, other.config(), star)));
        }
        return new Prediction(star.describe(), lines);
    }

    /** Computes the speeds under a configuration whose mechanisms are asked what they let choose. */
    public static Prediction of(Session session, StarPlan plan, CouplingConfig config) {
        try (Coupling coupling = session.couple(config)) {
            return of(session, plan, config, coupling.sources());
        }
    }

    private static List<ClosureChoice> besides(
            Session session, CouplingConfig config, List<SourceDescriptor> sources, EmittingStar star) {
        List<ClosureChoice> choices = ClosureChoice.about(config, sources).stream()
                .filter(ClosureChoice::isOfMechanism)
                .toList();
        List<Alternative> kicks = Alternative.of(session, choices, star, withoutRotation(FIELDS_GAUSS.get(0)));
        List<ClosureChoice> besides = new ArrayList<>();
        DecisiveClosure.of(kicks).map(closure -> closure.largest().of()).ifPresent(besides::add);
        kicks.stream()
                .filter(kick -> kick.of().isPreset() && kick.kick().speed() > 0)
                .map(Alternative::of)
                .forEach(besides::add);
        return besides.stream().filter(choice -> !choice.inForce()).toList();
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
        lines.forEach(
                line -> header.add("speed_" + line.name().replace('-', '_').replace('.', '_') + "_km_s"));
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
