package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.commons.math3.stat.descriptive.DescriptiveStatistics;
import org.chiralkick.cli.options.EmitterOptions;
import org.chiralkick.cli.options.SourceOptions;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Progress;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.observe.Observation;
import org.chiralkick.study.run.StarPlan;
import org.chiralkick.study.sample.Population;
import org.chiralkick.study.sample.Sample;
import org.chiralkick.table.Numbers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick sample}: kicks of a population, for binary population codes. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Draw kick vectors of a population of newborn stars, for COMPAS and COSMIC.",
        description = {
            "",
            "Each star draws its field (log-normal), spin period (normal, cut off below) and obliquity; its kick is that of "
                    + "'chiralkick run': all stars cool alike, and none feels the mechanism unless --feedback is given. Stars whose kick asks for more than they have lost are "
                    + "dropped, and counted. A CSV "
                    + "row per star: what it drew, the angle from kick to spin, then the columns of COMPAS "
                    + "(--kick-magnitude-1 [km/s], --kick-theta-1, --kick-phi-1, --kick-mean-anomaly-1 [rad]) and a row of "
                    + "COSMIC's natal_kick_array (natal_kick [km/s], phi, theta, mean_anomaly [deg], rand_seed).",
            "The default distribution is that of radio pulsars at birth (Faucher-Giguere & Kaspi 2006, ApJ 643, 332): the dipole "
                    + "field at the equator. With --field-at end, the default where stars cool, a star is given twice that at the pole "
                    + "of its final surface, and has less at the start. The field inside is not known; --field-factor scales it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick sample --stars 10000 --out kicks.csv",
            "  chiralkick sample --field-log10-mean 14 --spin-mean 0.02 --spin-sigma 0.01 --spin-orbit isotropic",
            "  chiralkick sample --host static --stars 1000000 --out kicks.csv"
        })
final class SampleCommand implements Callable<Integer> {
    private static final String ALIGNED = "aligned";
    private static final int WORTH_A_PROGRESS_BAR = 20_000;

    @ParentCommand
    private @Nullable Shell shell;

    @Option(
            names = "--stars",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Stars; default: ${DEFAULT-VALUE}.")
    private int stars;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same kicks; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--field-log10-mean",
            paramLabel = "X",
            defaultValue = "12.65",
            description = "Mean of log10(B/G); default: ${DEFAULT-VALUE}.")
    private double fieldMean;

    @Option(
            names = "--field-log10-sigma",
            paramLabel = "X",
            defaultValue = "0.55",
            description = "Standard deviation of log10(B/G); default: ${DEFAULT-VALUE}.")
    private double fieldSigma;

    @Option(
            names = "--field-factor",
            paramLabel = "X",
            description =
                    "Field that the star is given over the drawn one, which is that of the equator; default: 2, the pole's, with "
                            + "--field-at end, else 1.")
    private @Nullable Double fieldFactor;

    @Option(
            names = "--spin-mean",
            paramLabel = "S",
            defaultValue = "0.3",
            description = "Mean spin period [s]; default: ${DEFAULT-VALUE}.")
    private double spinMean;

    @Option(
            names = "--spin-sigma",
            paramLabel = "S",
            defaultValue = "0.15",
            description = "Standard deviation of the spin period [s]; default: ${DEFAULT-VALUE}.")
    private double spinSigma;

    @Option(
            names = "--spin-shortest",
            paramLabel = "S",
            defaultValue = "0.001",
            description = "Shorter periods are drawn again [s]; default: ${DEFAULT-VALUE}.")
    private double spinShortest;

    @Option(
            names = "--obliquity",
            paramLabel = "DEG",
            description = "Angle from spin to magnetic axis, for all stars [deg]; default: isotropic.")
    private @Nullable Double obliquity;

    @Option(
            names = "--spin-orbit",
            paramLabel = "HOW",
            defaultValue = "aligned",
            description = "Spin along the axis of the orbit: aligned (default), or anywhere: isotropic.")
    private String spinOrbit = "aligned";

    @Option(
            names = "--component",
            paramLabel = "1|2",
            defaultValue = "1",
            description = "Which star of the binary; default: ${DEFAULT-VALUE}.")
    private int component;

    @Option(names = "--out", paramLabel = "FILE.csv", description = "Write there; default: standard output.")
    private @Nullable Path out;

    @Mixin
    private EmitterOptions emitter = new EmitterOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        Terminal terminal = shared.terminal();
        check();
        OutputPlace.file(out);
        StarPlan plan = emitter.besidePulsars().plan();
        Sample sample = new Sample(population(), stars, seed, spinOrbit.equals(ALIGNED), component);
        CouplingConfig config = source.config();
        Sample.Drawn drawn;
        try (Session session = shared.session();
                Progress progress = Progress.of(terminal, "stars", stars, stars > WORTH_A_PROGRESS_BAR)) {
            if (out == null) {
                drawn = sample.draw(session, plan, config, terminal.out(), progress::to);
            } else {
                try (BufferedWriter file = Files.newBufferedWriter(out, StandardCharsets.UTF_8)) {
                    drawn = sample.draw(session, plan, config, file, progress::to);
                }
            }
        }
        DescriptiveStatistics speeds = drawn.speeds();
        if (drawn.dropped() > 0) {
            terminal.err().println(drawn.remark());
        }
        if (drawn.extrapolated() > 0) {
            terminal.err().println(drawn.doubt());
        }
        if (speeds.getN() == 0) {
            return ExitCode.OK;
        }
        terminal.err()
                .println(speeds.getN() + " stars: median kick " + Numbers.of(speeds.getPercentile(50), 3)
                        + " km/s, mean " + Numbers.of(speeds.getMean(), 3) + ", 5 % above "
                        + Numbers.of(speeds.getPercentile(95), 3));
        return ExitCode.OK;
    }

    private void check() {
        if (stars < 1) {
            throw StudyException.usage("--stars is " + stars + "; must be >= 1");
        }
        if (component != 1 && component != 2) {
            throw StudyException.usage("--component is " + component + "; must be 1 or 2");
        }
        if (!spinOrbit.equals(ALIGNED) && !spinOrbit.equals("isotropic")) {
            throw StudyException.usage("--spin-orbit is '" + spinOrbit + "'; must be aligned or isotropic");
        }
    }

    private Population population() {
        try {
            return new Population(
                    fieldMean,
                    fieldSigma,
                    fieldFactor != null
                            ? fieldFactor
                            : emitter.fieldAt() == FieldAt.END ? Observation.POLE_OVER_EQUATOR : 1,
                    spinMean,
                    spinSigma,
                    spinShortest,
                    obliquity == null ? Double.NaN : obliquity);
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
