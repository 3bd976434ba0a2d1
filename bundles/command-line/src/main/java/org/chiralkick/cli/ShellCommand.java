package org.chiralkick.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chiralkick.cli.console.Console;
import org.chiralkick.cli.console.MechanismCommands;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.study.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick shell}: the mechanisms by hand. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "List, start, stop, update, swap and diagnose mechanisms by hand, in an embedded Felix.",
        description = {
            "",
            "Reads commands from standard input, a line each, in the language of Apache Felix Gogo; help lists them. It ends with "
                    + "the end of the input or with exit. Nothing is listened to but the terminal. Exit code 1 if a line failed and the "
                    + "lines came from a file or a pipe.",
            ""
        })
final class ShellCommand implements Callable<Integer> {
    private static final String PROMPT = "chiralkick> ";

    @ParentCommand
    private @Nullable Shell shell;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        Terminal terminal = shared.terminal();
        boolean person = terminal.interactive();
        try (Session session = shared.session()) {
            Console console = new Console(new MechanismCommands(session.runtime()), terminal.out(), terminal.err());
            int failed = console.run(
                    new BufferedReader(new InputStreamReader(System.in, Terminal.systemCharset())),
                    person ? PROMPT : "");
            return failed > 0 && !person ? ExitCode.FAILED : ExitCode.OK;
        }
    }
}
