package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chiralkick.cli.options.StarOptions;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Progress;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.compare.Comparison;
import org.chiralkick.study.run.StarPlan;
import org.chiralkick.table.CsvWriter;
import org.chiralkick.table.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick compare}: every mechanism and every set of closures on one star. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Put the kicks of all mechanisms and closures on one star side by side.",
        description = {
            "",
            "Gives one star to each installed mechanism as it is, then with each other choice of each closure, one changed at "
                    + "a time, then with each preset. The words under 'choice' are the options of 'chiralkick run' that repeat "
                    + "the row (with --feedback none for the same digits where the surface emits). Both closures of escape are given, angle, "
                    + "neutrinos and energy are those of the one in force. Flags are those of the surface that emits.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick compare                               the built-in star cools for 20 s in 1e12 G",
            "  chiralkick compare --spin-period 0.01            with rotation, so that the vortical currents act",
            "  chiralkick compare --host static                 10 s of emission from 10 km, as in the paper",
            "  chiralkick compare --escape surface --feedback outflow   each mechanism with an evolution of its own",
            "  chiralkick compare --profile star.csv --csv all.csv"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Mixin
    private StarOptions star = new StarOptions();

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "Write the table there, too.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "Print a JSON object to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        Terminal terminal = shared.terminal();
        OutputPlace.file(csv);
        Magnet magnet = star.magnet();
        StarPlan plan = star.emitter().plan();
        try (Session session = shared.session()) {
            Comparison comparison;
            try (Progress progress =
                    Progress.of(terminal, "cases", Comparison.cases(session), plan.evolvesEachTime())) {
                comparison = Comparison.of(session, plan, magnet, progress::to);
            }
            if (csv != null) {
                try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
                    comparison.table().write(new CsvWriter(out).comment(comparison.star()));
                }
            }
            terminal.out()
                    .print(
                            json
                                    ? Json.text(json(comparison))
                                    : comparison.star() + "\n\n"
                                            + comparison.table().text());
        }
        return ExitCode.OK;
    }

    private static Map<String, @Nullable Object> json(Comparison comparison) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("star", comparison.star());
        json.put("cases", comparison.table().json());
        return json;
    }
}
