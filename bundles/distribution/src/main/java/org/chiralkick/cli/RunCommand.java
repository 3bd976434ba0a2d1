package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chiralkick.cli.star.KickHistory;
import org.chiralkick.cli.star.SphericalHost;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.text.Terminal;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.pns.PnsConfig;
import org.chiralkick.pns.SpinningField;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** {@code chiralkick run}: the kick of a spherical star. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Compute the kick of a spherical proto-neutron star.",
        description = {
            "",
            "Takes the matter on an emission surface from a one-dimensional profile (--profile, or a built-in fit to a "
                    + "published simulation), puts a magnetic field through it, turns it with the star, and lets the "
                    + "mechanism emit neutrinos step by step. The star recoils.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick run                      the built-in star, 1e12 G, 10 s",
            "  chiralkick run --preset kubs-2016   the same with the paper's assumptions",
            "  chiralkick run --profile star.csv --surface-density 1e12 --field 1e15",
            "  chiralkick run --host pns --duration 20   the star cools meanwhile",
            "  chiralkick run --geometry dipole --obliquity 30 --spin-period 0.02 --out kick",
            "",
            "A profile is a CSV file, a row per radius: r_cm and T_MeV, and either rho_gcc,",
            "Ye and Ynu_e_net or mu_e_MeV and mu_nue_MeV; nan where there is no value.",
            "--out writes report.html (a page with charts, to open in any browser), run.json,",
            "history.csv (a row per step), profile.csv (currents at every radius), run.h5 (all",
            "of it as HDF5) and a PNG picture of each chart; with --host pns run.json,",
            "history.csv and shells.csv (the star's mass shells at the end)."
        })
final class RunCommand implements Callable<Integer> {
    private static final long WORTH_A_PROGRESS_BAR = 100_000;

    @ParentCommand
    private @Nullable Main main;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StarOptions star = new StarOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            defaultValue = "1000",
            description = "Number of timesteps; default: ${DEFAULT-VALUE}.")
    private int steps;

    @Mixin
    private EvolutionOptions evolution = new EvolutionOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Write a report, tables and pictures there.")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print run.json to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Main shared = Objects.requireNonNull(main);
        Terminal terminal = shared.terminal();
        ParseResult given = Objects.requireNonNull(spec).commandLine().getParseResult();
        evolution.requireHeeded(given);
        CouplingConfig config = source.config();
        if (out != null && Files.exists(out) && !Files.isDirectory(out)) {
            throw CommandException.failed("--out " + out + " is a file; give a folder");
        }
        StarProfile profile = star.profile();
        if (evolution.evolves()) {
            evolve(shared, profile, config, star.spinningField(evolution, given));
            return ExitCode.OK;
        }
        StarSetup setup = star.setup(steps);
        Surface surface = star.surface(profile);
        Optional<Surface> alternative = alternative(profile);
        try (Session session = Session.open(shared)) {
            RunReport report = compute(session, config, setup, profile, surface, alternative, terminal);
            String written = out == null
                    ? ""
                    : RunFiles.write(out, report, session, config, CommandText.of(Objects.requireNonNull(spec)));
            terminal.out().print(json ? Json.text(report.json()) : new RunText(report, terminal).text());
            if (out != null) {
                terminal.err().println("wrote " + written + " to " + out);
            }
        }
        return ExitCode.OK;
    }

    private void evolve(Main shared, StarProfile profile, CouplingConfig config, SpinningField field)
            throws IOException {
        PnsConfig evolved = evolution.config(profile, field, star.durationS());
        Terminal terminal = shared.terminal();
        try (Session session = Session.open(shared);
                Coupling coupling = session.couple(config)) {
            EvolutionReport report = EvolutionReport.of(profile, evolved, config, coupling);
            String written =
                    out == null ? "" : EvolutionFiles.write(out, report, CommandText.of(Objects.requireNonNull(spec)));
            terminal.out().print(json ? Json.text(report.json()) : new EvolutionText(report).text());
            if (out != null) {
                terminal.err().println("wrote " + written + " to " + out);
            }
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
            return Optional.of(Surface.atDensity(star, StarState.DECOUPLING_DENSITY));
        } catch (IllegalArgumentException notThere) {
            return Optional.empty();
        }
    }
}
