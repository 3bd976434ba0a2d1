package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;
import org.chiralkick.cli.options.EmitterOptions;
import org.chiralkick.cli.options.SourceOptions;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Page;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.closure.InForce;
import org.chiralkick.study.observe.Catalogue;
import org.chiralkick.study.observe.Observation;
import org.chiralkick.study.observe.Prediction;
import org.chiralkick.study.observe.RankCorrelation;
import org.chiralkick.study.page.ObservePage;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.run.StarPlan;
import org.chiralkick.table.CsvWriter;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick observe}: predicted speed against field, and what is observed. */
@Command(
        name = "observe",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Put the predicted speed against the field beside observed neutron stars.",
        description = {
            "",
            "The prediction is that of 'chiralkick run' without rotation and without feedback, with the other closure of escape "
                    + "beside it; for a dipole that has its field at the pole at the end, unless --geometry and --field-at say "
                    + "otherwise. Observed are speeds across the line of sight and the dipole fields of today. Catalogues have those at "
                    + "the equator; shown is twice that, the field at the pole.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick observe",
            "  chiralkick observe --escape surface --emission-depth 1e4",
            "  chiralkick observe --pulsars psrcat.csv --magnetars mcgill.csv --out observed"
        })
final class ObserveCommand implements Callable<Integer> {
    private static final String CAVEAT = """

            The observed fields are the dipoles outside the stars today, at the pole. What kicks is the field inside the
            newborn star, which no observation gives: these data neither support nor exclude the mechanism.
            """;

    @ParentCommand
    private @Nullable Shell shell;

    @Option(
            names = "--pulsars",
            paramLabel = "FILE.csv",
            description = {
                "Catalogue of pulsars: columns Bsurf_G (at the equator), vtrans_kms, and where there, char_age_yr and binary, of which",
                "young single ones are taken; default: a small set of published values."
            })
    private @Nullable Path pulsars;

    @Option(
            names = "--magnetars",
            paramLabel = "FILE.csv",
            description = "Catalogue of magnetars: columns B_dip_G and vtrans_kms; default: published values.")
    private @Nullable Path magnetars;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write predicted.csv, observed.csv, report.html and observe.png there.")
    private @Nullable Path out;

    @Mixin
    private EmitterOptions emitter = new EmitterOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        List<Catalogue> observed = List.of(
                pulsars == null ? Catalogue.published("pulsars") : Catalogue.read(pulsars, "pulsars"),
                magnetars == null ? Catalogue.published("magnetars") : Catalogue.read(magnetars, "magnetars"));
        OutputPlace.folder(out);
        CouplingConfig config = source.config();
        StarPlan plan = emitter.besidePulsars().plan();
        List<SourceDescriptor> sources;
        Prediction predicted;
        try (Session session = shared.session()) {
            try (Coupling coupling = session.couple(config)) {
                sources = coupling.sources();
            }
            predicted = Prediction.of(session, plan, config, sources);
        }
        if (out != null) {
            writePredicted(out.resolve("predicted.csv"), predicted);
            writeObserved(out.resolve("observed.csv"), observed);
            String written = RunFiles.writePage(out, page(sources, predicted, observed));
            shared.terminal().err().println("wrote predicted.csv, observed.csv, " + written + " to " + out);
        }
        shared.terminal()
                .out()
                .print("Predicted: " + predicted.star() + "; " + predicted.meaning() + "; no rotation\n"
                        + table(predicted.lines(), observed) + dropped(predicted) + "\n" + correlations(observed)
                        + CAVEAT);
        return ExitCode.OK;
    }

    private static String dropped(Prediction predicted) {
        return remarks(predicted).map(line -> line + "\n").collect(Collectors.joining());
    }

    /** What there is to say of single fields, and of one that is everywhere the same times the field. */
    private static Stream<String> remarks(Prediction predicted) {
        Stream<String> scale = predicted.points().stream()
                .limit(1)
                .map(point -> "At " + Numbers.of(Prediction.FIELDS_GAUSS.get(0), 3) + " G: "
                        + point.field().describe()
                        + point.both()
                                .map(both -> "; alpha = M v c/E " + Numbers.of(both.alpha(point.escape()), 3))
                                .orElse(""));
        Stream<String> extrapolated = predicted.extrapolatedFromGauss().stream()
                .map(gauss -> "predicted: from " + Numbers.of(gauss, 3) + " G on extrapolated (" + Kicked.DIPOLE_LARGE
                        + ": the response is not small)");
        return Stream.concat(Stream.concat(scale, extrapolated), predicted.dropped().stream());
    }

    private static String table(List<LineChart.Line> lines, List<Catalogue> observed) {
        TextTable table = new TextTable("  ", "r" + "r".repeat(lines.size()) + "rr".repeat(observed.size()));
        List<String> header = new ArrayList<>(List.of("B [G]"));
        lines.forEach(line -> header.add(line.name()));
        header.addAll(List.of("pulsars", "median", "magnetars", "median"));
        table.row(header.toArray(String[]::new));
        for (int i = 0; i < Prediction.FIELDS_GAUSS.size(); i++) {
            List<String> cells = new ArrayList<>(List.of(Numbers.of(Prediction.FIELDS_GAUSS.get(i), 3)));
            for (LineChart.Line line : lines) {
                double speed = line.values().get(i);
                cells.add(Double.isNaN(speed) ? "-" : Numbers.of(speed, 3));
            }
            for (Catalogue catalogue : observed) {
                double[] near = catalogue.speedsNear(Prediction.FIELDS_GAUSS.get(i));
                cells.add(near.length == 0 ? "-" : Integer.toString(near.length));
                cells.add(near.length == 0 ? "-" : Numbers.of(StatUtils.percentile(near, 50), 3));
            }
            table.row(cells.toArray(String[]::new));
        }
        return "Speeds [km/s] against field at the pole; observed ones within a quarter of a decade:\n\n" + table;
    }

    private static Page page(List<SourceDescriptor> sources, Prediction predicted, List<Catalogue> observed) {
        return ObservePage.page(
                "Predicted by " + sources.stream().map(SourceDescriptor::name).collect(Collectors.joining("+"))
                        + new InForce(sources).presetWords() + ": " + predicted.star() + "; no rotation.",
                predicted.meaning(),
                Prediction.FIELDS_GAUSS,
                predicted.lines(),
                observed,
                Stream.concat(remarks(predicted), observed.stream().map(ObserveCommand::correlation))
                        .toList(),
                observed.stream()
                        .map(Catalogue::stars)
                        .anyMatch(stars -> stars.size() >= RankCorrelation.FEWEST
                                && RankCorrelation.of(stars).significant()),
                CAVEAT.strip().replace('\n', ' '));
    }

    private static String correlations(List<Catalogue> observed) {
        StringBuilder text =
                new StringBuilder("Does the observed speed go with the field (Spearman's rank correlation)?\n");
        observed.forEach(
                catalogue -> text.append("  ").append(correlation(catalogue)).append('\n'));
        return text.toString();
    }

    private static String correlation(Catalogue catalogue) {
        if (catalogue.stars().size() < RankCorrelation.FEWEST) {
            return catalogue.name() + ": too few to tell";
        }
        RankCorrelation correlation = RankCorrelation.of(catalogue.stars());
        return catalogue.name() + ": " + Numbers.of(correlation.coefficient(), 2) + ", by chance in "
                + Numbers.of(100 * correlation.chance(), 2) + " % of cases: "
                + (correlation.significant() ? "there is a correlation" : "no correlation");
    }

    private static void writePredicted(Path file, Prediction predicted) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            predicted.write(new CsvWriter(writer));
        }
    }

    private static void writeObserved(Path file, List<Catalogue> observed) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            CsvWriter csv = new CsvWriter(writer);
            for (Catalogue catalogue : observed) {
                csv.comment(catalogue.name());
                for (String reference : catalogue.references()) {
                    csv.comment(reference);
                }
            }
            csv.header(List.of("kind", "field_gauss", "speed_km_s", "polar_field_gauss"));
            for (int kind = 0; kind < observed.size(); kind++) {
                for (Observation star : observed.get(kind).stars()) {
                    csv.put(kind == 0 ? "pulsar" : "magnetar")
                            .put(star.fieldGauss())
                            .put(star.speedKmS())
                            .put(star.polarGauss())
                            .endRow();
                }
            }
        }
    }
}
