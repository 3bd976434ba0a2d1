package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.StatUtils;
import org.chiralkick.cli.observed.Catalogue;
import org.chiralkick.cli.observed.Observation;
import org.chiralkick.cli.observed.RankCorrelation;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.SphericalHost;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.cli.text.TextTable;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick observe}: predicted speed against field, and what is observed. */
@Command(
        name = "observe",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Put the predicted speed against the field beside observed neutron stars.",
        description = {
            "",
            "The prediction is that of 'chiralkick run' without rotation. Observed are speeds across the line of sight and the "
                    + "dipole fields of today, which are not the fields inside the stars at birth.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick observe",
            "  chiralkick observe --pulsars psrcat.csv --magnetars mcgill.csv --out observed"
        })
final class ObserveCommand implements Callable<Integer> {
    /** Half-decades from 1e11 to 1e16 G. */
    private static final double[] FIELDS = IntStream.rangeClosed(0, 10)
            .mapToDouble(i -> Math.pow(10, 11 + i / 2.0))
            .toArray();

    private static final double QUARTER_DECADE = Math.pow(10, 0.25);

    private static final String CAVEAT = """

            The observed fields are the dipoles outside the stars today. The prediction wants the field inside the
            newborn star, which no observation gives: these data neither support nor exclude the mechanism.
            """;

    @ParentCommand
    private @Nullable Main main;

    @Option(
            names = "--pulsars",
            paramLabel = "FILE.csv",
            description = {
                "Catalogue of pulsars: columns Bsurf_G, vtrans_kms, and where there, char_age_yr and binary, of which",
                "young single ones are taken; default: a small set of published values."
            })
    private @Nullable Path pulsars;

    @Option(
            names = "--magnetars",
            paramLabel = "FILE.csv",
            description = "Catalogue of magnetars: columns B_dip_G and vtrans_kms; default: published values.")
    private @Nullable Path magnetars;

    @Option(names = "--out", paramLabel = "DIR", description = "Write predicted.csv and observed.csv there.")
    private @Nullable Path out;

    @Mixin
    private EmitterOptions emitter = new EmitterOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    /** A predicted line: speeds [km/s] at {@link #FIELDS}. */
    private record Line(String name, List<Double> speeds) {}

    @Override
    public Integer call() throws IOException {
        Main shared = Objects.requireNonNull(main);
        List<Catalogue> observed = List.of(
                pulsars == null ? Catalogue.published("pulsar") : Catalogue.read(pulsars, "pulsars"),
                magnetars == null ? Catalogue.published("magnetar") : Catalogue.read(magnetars, "magnetars"));
        CouplingConfig config = source.config();
        Surface surface = emitter.surface(emitter.profile());
        List<Line> lines = new ArrayList<>();
        try (Session session = Session.open(shared)) {
            lines.add(predict(session, "predicted", config, surface));
            if (config.sources().equals(List.of("chiral"))) {
                lines.add(predict(session, "all-left-handed", config.withClosure("share", "all-left-handed"), surface));
                lines.add(predict(session, "kubs-2016", config.withPreset("kubs-2016"), surface));
            }
        }
        if (out != null) {
            Files.createDirectories(out);
            writePredicted(out.resolve("predicted.csv"), lines);
            writeObserved(out.resolve("observed.csv"), observed);
        }
        shared.terminal().out().print(table(lines, observed) + "\n" + correlations(observed) + CAVEAT);
        return ExitCode.OK;
    }

    private Line predict(Session session, String name, CouplingConfig config, Surface surface) {
        try (Coupling coupling = session.couple(config)) {
            return new Line(
                    name,
                    Arrays.stream(FIELDS)
                            .mapToObj(field -> speed(coupling, field, surface))
                            .toList());
        }
    }

    private double speed(Coupling coupling, double field, Surface surface) {
        StarSetup setup = emitter.setup(field, 0, Double.POSITIVE_INFINITY, 1);
        Kick perSecond = new SphericalHost(setup, surface).accelerationAtStart(coupling);
        return perSecond.speed() * setup.durationS();
    }

    private static String table(List<Line> lines, List<Catalogue> observed) {
        TextTable table = new TextTable("  ", "r" + "r".repeat(lines.size()) + "rr".repeat(observed.size()));
        List<String> header = new ArrayList<>(List.of("B [G]"));
        lines.forEach(line -> header.add(line.name()));
        header.addAll(List.of("pulsars", "median", "magnetars", "median"));
        table.row(header.toArray(String[]::new));
        for (int i = 0; i < FIELDS.length; i++) {
            List<String> cells = new ArrayList<>(List.of(Numbers.of(FIELDS[i], 3)));
            for (Line line : lines) {
                cells.add(Numbers.of(line.speeds().get(i), 3));
            }
            for (Catalogue catalogue : observed) {
                double[] near = speedsNear(catalogue, FIELDS[i]);
                cells.add(near.length == 0 ? "-" : Integer.toString(near.length));
                cells.add(near.length == 0 ? "-" : Numbers.of(StatUtils.percentile(near, 50), 3));
            }
            table.row(cells.toArray(String[]::new));
        }
        return "Speeds [km/s] against field; observed ones within a quarter of a decade:\n\n" + table;
    }

    private static double[] speedsNear(Catalogue catalogue, double field) {
        return catalogue.stars().stream()
                .filter(star ->
                        star.fieldGauss() >= field / QUARTER_DECADE && star.fieldGauss() < field * QUARTER_DECADE)
                .mapToDouble(Observation::speedKmS)
                .toArray();
    }

    private static String correlations(List<Catalogue> observed) {
        StringBuilder text =
                new StringBuilder("Does the observed speed go with the field (Spearman's rank correlation)?\n");
        for (Catalogue catalogue : observed) {
            text.append("  ").append(catalogue.name()).append(": ");
            if (catalogue.stars().size() < RankCorrelation.FEWEST) {
                text.append("too few to tell\n");
                continue;
            }
            RankCorrelation correlation = RankCorrelation.of(catalogue.stars());
            text.append(Numbers.of(correlation.coefficient(), 2))
                    .append(", by chance in ")
                    .append(Numbers.of(100 * correlation.chance(), 2))
                    .append(" % of cases: ")
                    .append(correlation.significant() ? "there is a correlation" : "no correlation")
                    .append('\n');
        }
        return text.toString();
    }

    private static void writePredicted(Path file, List<Line> lines) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            List<String> header = new ArrayList<>(List.of("field_gauss"));
            lines.forEach(line -> header.add("speed_" + line.name().replace('-', '_') + "_km_s"));
            CsvWriter csv = new CsvWriter(writer).header(header);
            for (int i = 0; i < FIELDS.length; i++) {
                csv.put(FIELDS[i]);
                for (Line line : lines) {
                    csv.put(line.speeds().get(i));
                }
                csv.endRow();
            }
        }
    }

    private static void writeObserved(Path file, List<Catalogue> observed) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvWriter csv = new CsvWriter(writer);
            for (Catalogue catalogue : observed) {
                csv.comment(catalogue.name());
            }
            csv.header(List.of("kind", "field_gauss", "speed_km_s"));
            for (int kind = 0; kind < observed.size(); kind++) {
                for (Observation star : observed.get(kind).stars()) {
                    csv.put(kind == 0 ? "pulsar" : "magnetar")
                            .put(star.fieldGauss())
                            .put(star.speedKmS())
                            .endRow();
                }
            }
        }
    }
}
