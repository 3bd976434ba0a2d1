package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chiralkick.cli.options.EmitterOptions;
import org.chiralkick.cli.options.SourceOptions;
import org.chiralkick.cli.options.StarOptions;
import org.chiralkick.cli.shell.CommandText;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Progress;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.SphericalHost;
import org.chiralkick.star.StarModel;
import org.chiralkick.star.StarSetup;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.page.EvolutionFiles;
import org.chiralkick.study.page.FrozenFiles;
import org.chiralkick.study.run.EvolutionReport;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunReport;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code chiralkick run}: the kick of a spherical star. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Compute the kick of a spherical proto-neutron star.",
        description = {
            "",
            "Takes the matter of a one-dimensional profile (--profile, or a built-in fit to a published simulation), puts a "
                    + "magnetic field through it, turns it, lets it cool and contract, and lets the mechanism emit neutrinos "
                    + "step by step from the neutrinosphere. The star recoils. With --host static the matter on the emission "
                    + "surface stays as it is in the profile.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick run                      the built-in star cools for 20 s in 1e12 G",
            "  chiralkick run --preset kubs-2016   the same with the paper's assumptions",
            "  chiralkick run --emission-depth 1e4 --field 1e15",
            "  chiralkick run --geometry dipole --obliquity 30 --spin-period 0.02 --out kick",
            "  chiralkick run --geometry map.h5 --field-stretch 4 --profile star.csv",
            "  chiralkick run --host static        10 s of emission from 10 km, as in the paper",
            "  chiralkick run --host static --surface-density 1e12 --profile star.csv",
            "",
            "A profile is a CSV file, a row per radius: r_cm and T_MeV, and either rho_gcc,",
            "Ye and Ynu_e_net or mu_e_MeV and mu_nue_MeV; nan where there is no value.",
            "--out writes report.html (a page with charts, to open in any browser), run.json,",
            "history.csv (a row per step), run.h5 (all of it as HDF5), a PNG picture of each",
            "chart, and shells.csv (the mass shells at the end); with --host static instead",
            "profile.csv (currents at every radius)."
        })
final class RunCommand implements Callable<Integer> {
    private static final long WORTH_A_PROGRESS_BAR = 100_000;
    /** Zones over tolerance; the defaults, 2400, take about a second. */
    private static final double SLOW = 6000;

    private static final int STEPS = 1000;

    @ParentCommand
    private @Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StarOptions star = new StarOptions();

    @Option(names = "--steps", paramLabel = "N", description = "static: number of timesteps; default: 1000.")
    private @Nullable Integer steps;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Write a report, tables and pictures there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print run.json to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        boolean evolves = star.emitter().evolves();
        if (evolves && steps != null) {
            throw EmitterOptions.unheeded("--steps", "its steps follow from --tolerance");
        }
        CouplingConfig config = source.config();
        Magnet magnet = star.magnet();
        OutputPlace.folder(out);
        StarProfile profile = star.emitter().profile();
        if (evolves) {
            evolve(shared, star.emitter().evolving(profile, magnet, Feedback.ANGULAR_MEAN), config, magnet);
        } else {
            keep(shared, profile, star.emitter().still(profile), config, magnet);
        }
        return ExitCode.OK;
    }

    private void evolve(Shell shared, RunInputs inputs, CouplingConfig config, Magnet magnet) throws IOException {
        Terminal terminal = shared.terminal();
        StarModel model = inputs.config().star();
        long milliseconds = Math.round(1e3 * inputs.config().endTimeS());
        boolean slow = model.zones() / model.tolerance() > SLOW;
        try (Session session = shared.session();
                Progress progress = Progress.of(terminal, "ms of the star", milliseconds, slow);
                Coupling coupling = session.couple(config)) {
            EvolutionReport report =
                    EvolutionReport.of(inputs, config, coupling, now -> progress.to(Math.round(1e3 * now.timeS())));
            String written = out == null
                    ? ""
                    : EvolutionFiles.of(report, session, magnet, command()).write(out);
            print(terminal, report, new EvolutionText(report).text(), written);
        }
    }

    private void keep(Shell shared, StarProfile profile, FrozenStar emitter, CouplingConfig config, Magnet magnet)
            throws IOException {
        Terminal terminal = shared.terminal();
        StarSetup setup = emitter.setup(magnet, steps());
        Optional<Surface> alternative = alternative(profile);
        try (Session session = shared.session()) {
            RunReport report = compute(session, config, setup, profile, emitter.surface(), alternative, terminal);
            String written = out == null
                    ? ""
                    : FrozenFiles.of(report, session, emitter, magnet, command())
                            .write(out);
            print(terminal, report, new RunText(report, terminal).text(), written);
        }
    }

    private int steps() {
        if (steps != null && steps < 1) {
            throw StudyException.usage("number of steps is " + steps + "; must be >= 1");
        }
        return steps == null ? STEPS : steps;
    }

    private String command() {
        return CommandText.of(Objects.requireNonNull(spec));
    }

    private void print(Terminal terminal, Run report, String text, String written) {
        terminal.out().print(json ? Json.text(report.json()) : text);
        if (out != null) {
            terminal.err().println("wrote " + written + " to " + out);
        }
    }

    private static RunReport compute(
            Session session,
            CouplingConfig config,
            StarSetup setup,
            StarProfile star,
            Surface surface,
            Optional<Surface> alternative,
            Terminal terminal) {
        SphericalHost host = new SphericalHost(setup, surface);
        long evaluations = setup.evaluations() * (alternative.isPresent() ? 2 : 1);
        try (Progress progress = Progress.of(terminal, "evaluations", evaluations, evaluations > WORTH_A_PROGRESS_BAR);
                Coupling coupling = session.couple(config)) {
            KickHistory history = host.run(coupling, progress::to);
            Optional<KickHistory> other = Optional.empty();
            if (alternative.isPresent()) {
                try (Coupling again = session.couple(config)) {
                    other = Optional.of(new SphericalHost(setup, alternative.get())
                            .run(again, done -> progress.to(setup.evaluations() + done)));
                }
            }
            return new RunReport(
                    star, setup, config, coupling.sources(), host.elements(), host.stagesPerStep(), history, other);
        }
    }

    /** The neutrinosphere's density, where the profile reaches it: the paper's 10 km is not the only plausible surface. */
    private static Optional<Surface> alternative(StarProfile star) {
        try {
            return Optional.of(Surface.atDensity(star, RadialState.DECOUPLING_DENSITY));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }
}
