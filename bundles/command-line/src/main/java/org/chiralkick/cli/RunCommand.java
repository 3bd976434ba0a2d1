package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
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
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunResult;
import org.chiralkick.study.run.StarBuilder;
import org.chiralkick.study.run.Work;
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
                    + "magnetic field through it, turns it, lets it cool and contract, and lets the mechanism carry neutrinos from "
                    + "one hemisphere to the other, which then emits more (--escape dipole), or lets the neutrinosphere alone emit "
                    + "(--escape surface); both numbers are given. The star recoils. With --host static the matter on the emission "
                    + "surface stays as it is in the profile.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick run                      the built-in star cools for 20 s in 1e12 G",
            "  chiralkick run --escape surface --closure recoil=lambert",
            "  chiralkick run --escape surface --emission-depth 1e4 --field 1e15",
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
    @ParentCommand
    private @Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private StarOptions star = new StarOptions();

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "static: number of timesteps; default: " + StarBuilder.STEPS + ".")
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
        Terminal terminal = shared.terminal();
        if (star.emitter().cools() && steps != null) {
            throw EmitterOptions.ignored("--steps", "its steps follow from --tolerance");
        }
        CouplingConfig config = source.config();
        Magnet magnet = star.magnet();
        OutputPlace.folder(out);
        RunInputs inputs = inputs(magnet);
        try (Session session = shared.session()) {
            Run run = run(session, inputs, config, terminal);
            String written = out == null ? "" : write(session, run, out);
            terminal.out().print(json ? Json.text(run.json()) : new RunText(run, terminal).text());
            if (out != null) {
                terminal.err().println("wrote " + written + " to " + out);
            }
        }
        return ExitCode.OK;
    }

    private RunInputs inputs(Magnet magnet) throws IOException {
        StarBuilder builder = star.emitter().star().magnet(magnet);
        if (steps != null) {
            builder.steps(steps);
        }
        return builder.build();
    }

    private static Run run(Session session, RunInputs inputs, CouplingConfig config, Terminal terminal) {
        Work work = Work.of(inputs);
        try (Progress progress = Progress.of(terminal, work.parts(), work.count(), work.lasts())) {
            return Run.of(session, inputs, config, progress::to);
        }
    }

    private String write(Session session, Run run, Path folder) throws IOException {
        String command = CommandText.of(Objects.requireNonNull(spec));
        return RunFiles.of(RunResult.of(session, run, command)).write(folder);
    }
}
