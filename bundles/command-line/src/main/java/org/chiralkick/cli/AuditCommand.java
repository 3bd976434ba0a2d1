package org.chiralkick.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.study.audit.Audit;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick audit}: does something make the kick of a finished run wrong? */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Say whether something makes the kick of a finished run wrong.",
        description = {
            "",
            "Reads what a run noted while it went: steps, held steps, retries, weights of stages, whether its surface is closed, "
                    + "flagged and invalid zones, the share of the emission outside the range of validity, the thermal budget, units. "
                    + "Exit code 0 if nothing makes the kick wrong; 1 if something does, or the file is no run.",
            ""
        })
final class AuditCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "A recording of a host's run (ck_open_args.record, CHIRALKICK_RECORD), a run.json, or the folder of one.")
    private @Nullable Path file;

    @Option(names = "--json", description = "Print a JSON object to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Objects.requireNonNull(shell).terminal().out();
        Audit audit = Audit.read(Objects.requireNonNull(file));
        if (json) {
            out.print(Json.text(audit.json()));
        } else {
            audit.lines().forEach(out::println);
        }
        return audit.problems().isEmpty() ? ExitCode.OK : ExitCode.FAILED;
    }
}
