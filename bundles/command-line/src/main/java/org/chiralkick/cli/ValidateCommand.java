package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.Version;
import org.chiralkick.study.validate.PaperNumber;
import org.chiralkick.study.validate.Validation;
import org.chiralkick.study.validate.ValidationPage;
import org.chiralkick.study.validate.ValidationReport;
import org.chiralkick.table.Json;
import org.chiralkick.table.Numbers;
import org.chiralkick.table.TextTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick validate}: the paper's numbers beside what this installation computes. */
@Command(
        name = "validate",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Compare this installation with the numbers of Kaminski et al. 2016.",
        description = {
            "",
            "Computes each number with the chiral mechanism in Felix and compares it with the exact value of the paper's own "
                    + "formula. The paper quotes orders of magnitude; those are shown beside. Exit code 1 if any relative "
                    + "error exceeds 1e-9.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {"  chiralkick validate", "  chiralkick validate --page validation-report.md"})
final class ValidateCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Shell shell;

    @Option(names = "--json", description = "Print a JSON list of rows to standard output, and nothing else.")
    private boolean json;

    @Option(names = "--page", paramLabel = "FILE", description = "Write all comparisons there, as a page in Markdown.")
    private @Nullable Path page;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "With --page: folder with profiles/ (Liebendoerfer et al. 2005) and cooling/ (Nakazato et al. "
                            + "2013); default: the cooling is not compared.")
    private @Nullable Path data;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        OutputPlace.file(page);
        if (data != null && page == null) {
            throw StudyException.usage("--data is for --page; add --page FILE.md");
        }
        Validation validation;
        boolean agrees;
        try (Session session = shared.session()) {
            if (page == null) {
                validation = Validation.of(session);
                agrees = validation.failed() == 0;
            } else {
                ValidationReport report = ValidationReport.of(session, shared.home(), Optional.ofNullable(data));
                Files.writeString(page, ValidationPage.text("ChiralKick " + Version.text(), report));
                shared.terminal().err().println("wrote " + page);
                validation = report.paper();
                agrees = report.agrees();
            }
        }
        Map<PaperNumber, Double> computed = validation.computed();
        shared.terminal().out().print(json ? json(computed) : text(computed, validation.failed()));
        return agrees ? ExitCode.OK : ExitCode.FAILED;
    }

    private static String json(Map<PaperNumber, Double> computed) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        computed.forEach((number, value) -> {
            Map<String, @Nullable Object> row = Json.object();
            OptionalDouble quoted = number.quoted();
            row.put("id", number.id());
            row.put("quantity", number.quantity());
            row.put("unit", number.unit());
            row.put("paper", quoted.isPresent() ? (Double) quoted.getAsDouble() : null);
            row.put("exact", number.exact());
            row.put("computed", Json.number(value));
            row.put("relative_error", Json.number(number.relativeError(value)));
            rows.add(row);
        });
        return Json.text(rows);
    }

    private static String text(Map<PaperNumber, Double> computed, long failed) {
        TextTable table = new TextTable("  ", "llrrrlr");
        table.row("id", "quantity", "paper", "exact", "computed", "unit", "rel. error");
        computed.forEach((number, value) -> table.row(
                number.id(),
                number.quantity(),
                number.quoted().isPresent() ? Numbers.given(number.quoted().getAsDouble()) : "-",
                Numbers.of(number.exact(), 7),
                Numbers.of(value, 7),
                number.unit(),
                Numbers.of(number.relativeError(value), 2)));
        String verdict = failed == 0
                ? "All " + computed.size() + " numbers agree with the exact value of the paper's own formula to 1e-9."
                : failed + " of " + computed.size() + " numbers differ by more than 1e-9 from the exact value.";
        return table
                + "\n" + verdict + "\n\n"
                + "paper     the figure quoted by Kaminski et al. 2016, an order of magnitude without sign\n"
                + "exact     the paper's formula in 50-digit arithmetic\n"
                + "computed  by the chiral mechanism in this installation; rates and kicks by the recoil ledger\n"
                + "The paper's 0.1 MeV^2 for 1e12 G is 16.9 times eB: with eB the kick of 4978 km/s is 294 km/s, and 148\n"
                + "km/s if the neutrinos carry the anomalous energy current instead of p = mu.\n";
    }
}
