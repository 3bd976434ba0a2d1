package org.chiralkick.study.observe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.report.LineChart;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.kick.Kicked;
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
 * @param meaning what the field is, in words
 * @param lines a name and the speeds [km/s] at {@link #FIELDS_GAUSS}; NaN where the star would have to give more than it has
 * @param points what the configuration itself gives at each of these fields
 */
public record Prediction(String star, String meaning, List<LineChart.Line> lines, List<Kicked> points) {
    /** Half-decades from 1e11 to 1e16 G. */
    public static final List<Double> FIELDS_GAUSS = IntStream.rangeClosed(0, 10)
            .mapToObj(i -> Math.pow(10, 11 + i / 2.0))
            .toList();

    public Prediction {
        lines = List.copyOf(lines);
        points = List.copyOf(points);
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
        List<Kicked> kicks = kicks(session, config, star);
        lines.add(new LineChart.Line("predicted", speeds(kicks, star.escape())));
        if (kicks.get(0).both().isPresent()) {
            Escape other = star.escape() == Escape.DIPOLE ? Escape.SURFACE : Escape.DIPOLE;
            lines.add(new LineChart.Line(other.label(), speeds(kicks, other)));
        }
        for (ClosureChoice other : besides(session, config, sources, star)) {
            boolean taken = lines.stream().anyMatch(line -> line.name().equals(other.choice()));
            lines.add(new LineChart.Line(
                    taken ? other.kind() + "-" + other.choice() : other.choice(),
                    speeds(kicks(session, other.config(), star), star.escape())));
        }
        return new Prediction(star.describe(), star.fieldMeaning(), lines, kicks);
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
                .filter(kick -> kick.of().isPreset()
                        && (!kick.kick().isKnown() || kick.kick().speed() > 0))
                .map(Alternative::of)
                .forEach(besides::add);
        return besides.stream().filter(choice -> !choice.inForce()).toList();
    }

    private static List<Double> speeds(List<Kicked> kicks, Escape escape) {
        return kicks.stream()
                .map(kick -> kick.speedKmPerS(escape).orElse(Double.NaN))
                .toList();
    }

    private static List<Kicked> kicks(Session session, CouplingConfig config, EmittingStar star) {
        try (Coupling coupling = session.couple(config)) {
            byte[] empty = coupling.saveState();
            List<Kicked> kicks = new ArrayList<>();
            for (double field : FIELDS_GAUSS) {
                coupling.restoreState(empty);
                kicks.add(star.kick(withoutRotation(field), coupling));
            }
            return kicks;
        }
    }

    /** Returns a field along +z of a star that does not rotate. */
    private static Magnet withoutRotation(double fieldGauss) {
        return new Magnet(fieldGauss, 0, Double.POSITIVE_INFINITY);
    }

    /** Returns which predictions there are not, a sentence each. */
    public List<String> dropped() {
        return lines.stream()
                .filter(line -> line.values().stream().anyMatch(value -> value.isNaN()))
                .map(line -> line.name() + ": "
                        + line.values().stream().filter(value -> value.isNaN()).count()
                        + " of " + FIELDS_GAUSS.size() + " fields ask for more than the star has lost: no speed there")
                .toList();
    }

    /** Writes a row per field; cells without a speed are empty. */
    public void write(CsvWriter csv) throws IOException {
        List<String> header = new ArrayList<>(List.of("field_gauss"));
        lines.forEach(
                line -> header.add("speed_" + line.name().replace('-', '_').replace('.', '_') + "_km_s"));
        header.addAll(List.of("alpha", "field_start_gauss", "field_end_gauss", "flux_end_gauss_cm2", "flags"));
        csv.header(header);
        for (int i = 0; i < FIELDS_GAUSS.size(); i++) {
            csv.put(FIELDS_GAUSS.get(i));
            for (LineChart.Line line : lines) {
                double speed = line.values().get(i);
                if (Double.isNaN(speed)) {
                    csv.put("");
                } else {
                    csv.put(speed);
                }
            }
            Kicked point = points.get(i);
            putAlpha(csv, point);
            PolarField field = point.field();
            csv.put(field.startGauss()).put(field.endGauss()).put(field.endFluxGaussCm2());
            csv.put(String.join(";", point.flags().keySet()));
            csv.endRow();
        }
    }

    private static void putAlpha(CsvWriter csv, Kicked point) throws IOException {
        if (point.both().isPresent()) {
            csv.put(point.both().get().alpha(point.escape()));
        } else {
            csv.put("");
        }
    }

    /** Returns from which field on the response is no longer small and the speeds of the prediction are extrapolated; empty if nowhere. */
    public Optional<Double> extrapolatedFromGauss() {
        return IntStream.range(0, points.size())
                .filter(i -> points.get(i).flags().containsKey(Kicked.DIPOLE_LARGE))
                .mapToObj(FIELDS_GAUSS::get)
                .findFirst();
    }
}
