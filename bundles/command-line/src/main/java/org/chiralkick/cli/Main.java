package org.chiralkick.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import org.chiralkick.cli.shell.Failures;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.study.StudyException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** {@code chiralkick}: the commands, and what they share. */
@Command(
        name = "chiralkick",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        synopsisSubcommandLabel = "COMMAND",
        header = "Anomalous (chiral) lepton transport in proto-neutron stars, and the kick it gives them.",
        description = {
            "",
            "Left-handed neutrinos drift along a magnetic field in dense lepton matter (chiral magnetic effect). What leaves the "
                    + "star on one side pushes it to the other. ChiralKick computes that from a star's profile, or for the zones "
                    + "of your own code.",
            ""
        },
        optionListHeading = "%nOptions of every command:%n",
        commandListHeading = "%nCommands:%n",
        subcommands = {
            RunCommand.class,
            ServeCommand.class,
            CompareCommand.class,
            ScanCommand.class,
            SampleCommand.class,
            ObserveCommand.class,
            ValidateCommand.class,
            EvaluateCommand.class,
            SourcesCommand.class,
            CheckConfigCommand.class,
            CertifyCommand.class,
            ShellCommand.class,
            AuditCommand.class,
            CommandLine.HelpCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done, and every check passed",
            "1:the run failed (a file, source or state was not usable), or a check did not pass",
            "2:the command line was wrong"
        },
        footerHeading = "%nWhere to begin:%n",
        footer = {
            "  chiralkick run                     a proto-neutron star cools in 1e12 G: its kick",
            "  chiralkick sources                 the mechanisms, and what one can choose of each",
            "  chiralkick validate                the paper's numbers beside ours",
            "  chiralkick run --help              every option, with examples",
            "",
            "Results go to standard output, messages to standard error. With --json, run,",
            "validate and sources print one JSON value.",
            "Paper: Kaminski et al. 2016, Phys. Lett. B 760, 170."
        })
public final class Main implements Shell, Runnable {
    /** Where the width of the terminal is not known [characters]. */
    private static final int HELP_WIDTH = 100;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description =
                    "Folder of the distribution (lib/, bundles/); default: the one this command was started from.")
    private @Nullable Path home;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show the stack trace of an error.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.@Nullable CommandSpec spec;

    private final Terminal terminal;

    Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Runs a command and ends the process with its exit code. */
    public static void main(String[] args) {
        // Bundles and libraries may print; only results may reach standard output.
        Terminal terminal = new Terminal(
                new FileOutputStream(FileDescriptor.out),
                System.err,
                Terminal.systemCharset(),
                watched(System.console()));
        System.setOut(System.err);
        // Pictures are drawn into files; a display, where there is one, is not needed.
        System.setProperty("java.awt.headless", "true");
        System.exit(execute(terminal, args));
    }

    /** Returns the exit code of a command that writes to this terminal; several may follow each other in a process. */
    public static int execute(Terminal terminal, String... args) {
        CommandLine commands = commandLine(terminal);
        try {
            return commands.execute(args);
        } finally {
            terminal.flush();
        }
    }

    /** Returns all commands, for this terminal. */
    static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new Main(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setUsageHelpWidth(HELP_WIDTH)
                .setExitCodeExceptionMapper(Failures::exitCode)
                .setParameterExceptionHandler(Failures::wrongUsage)
                .setExecutionExceptionHandler(Failures::failedRun);
    }

    @Override
    public Terminal terminal() {
        return terminal;
    }

    @Override
    public boolean debug() {
        return debug;
    }

    @Override
    public Path home() {
        if (home != null) {
            return home;
        }
        String launcher = System.getProperty("chiralkick.home", "");
        if (!launcher.isEmpty()) {
            return Path.of(launcher);
        }
        String environment = System.getenv("CHIRALKICK_HOME");
        if (environment != null && !environment.isEmpty()) {
            return Path.of(environment);
        }
        throw StudyException.usage(
                "the folder of the distribution is not known; start bin/chiralkick, or give --home DIR");
    }

    /** Without a command: show what there is. */
    @Override
    public void run() {
        if (spec != null) {
            throw new CommandLine.ParameterException(spec.commandLine(), "no command given");
        }
    }

    /** From JDK 22 on there is a console object even without a terminal; it then says so. */
    private static boolean watched(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException before22) {
            return true;
        }
    }
}
