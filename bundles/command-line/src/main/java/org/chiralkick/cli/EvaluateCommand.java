package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chiralkick.cli.options.SourceOptions;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.EnergyGroups;
import org.chiralkick.source.ZoneField;
import org.chiralkick.study.Session;
import org.chiralkick.study.evaluate.GroupEdges;
import org.chiralkick.study.evaluate.ZoneFluxes;
import org.chiralkick.study.evaluate.ZoneTable;
import org.chiralkick.table.CsvTable;
import org.chiralkick.table.CsvWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick evaluate}: the fluxes of a table of zones. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Evaluate a mechanism on a table of zones.",
        description = {
            "",
            "Reads a CSV file with a row per zone and writes one with every output that the mechanism gives, and flags. "
                    + "A zone with input that is not finite, or not possible, gets zero fluxes and the flag 'input'.",
            ""
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  zones.csv:  temperature_mev,mu_e_mev,mu_nu_mev,b_z_gauss",
            "              10,300,300,1e12",
            "  chiralkick evaluate --in zones.csv --out fluxes.csv",
            "",
            "'chiralkick sources' lists the columns that a mechanism needs and uses.",
            "mu_e_mev and mu_nu_mev may be given as density_g_per_cm3, electron_fraction and",
            "neutrino_fraction instead."
        })
final class EvaluateCommand implements Callable<Integer> {
    private static final String STANDARD_STREAM = "-";

    @ParentCommand
    private @Nullable Shell shell;

    @Option(
            names = "--in",
            paramLabel = "zones.csv",
            required = true,
            description = "Table of zones; - for standard input.")
    private String in = STANDARD_STREAM;

    @Option(
            names = "--out",
            paramLabel = "fluxes.csv",
            defaultValue = STANDARD_STREAM,
            description = "Table of fluxes; - (default) for standard output.")
    private String out = STANDARD_STREAM;

    @Option(
            names = "--groups",
            paramLabel = "0:300:20",
            description =
                    "Fluxes per energy group and species as well: LOWEST:HIGHEST:COUNT or the edges, 0,5,20,inf; MeV.")
    private @Nullable String groups;

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        Terminal terminal = shared.terminal();
        var config = source.config();
        requireFolder(out);
        EnergyGroups energies = groups == null ? EnergyGroups.NONE : GroupEdges.parse(groups);
        ZoneTable zones = ZoneTable.of(read(energies), energies);
        List<String> missing = zones.missingComponents();
        if (!missing.isEmpty()) {
            terminal.err().println("note: taken as 0 in every zone: " + String.join(", ", missing));
        }
        ZoneFluxes fluxes;
        try (Session session = shared.session()) {
            fluxes = ZoneFluxes.of(session, config, zones);
        }
        fluxes.leftOut()
                .forEach((output, fields) ->
                        terminal.err().println("note: no " + words(output) + ": it needs " + words(fields)));
        fluxes.assumptions().forEach(line -> terminal.err().println("assumed: " + line));
        if (fluxes.flagged() > 0) {
            terminal.err().println("note: " + fluxes.flagged() + " of " + zones.zones() + " zones carry a flag");
        }
        name(terminal, fluxes.invalid(), "invalid, with zero fluxes");
        name(terminal, fluxes.implausible(), "implausible, with the fluxes that follow");
        if (out.equals(STANDARD_STREAM)) {
            fluxes.write(new CsvWriter(terminal.out()));
        } else {
            try (BufferedWriter file = Files.newBufferedWriter(Path.of(out), StandardCharsets.UTF_8)) {
                fluxes.write(new CsvWriter(file));
            }
        }
        return ExitCode.OK;
    }

    private static void name(Terminal terminal, NamedZones zones, String what) {
        zones.first()
                .ifPresent(first -> terminal.err()
                        .println("note: " + zones.count() + (zones.count() == 1 ? " zone is " : " zones are ") + what
                                + " " + zones.causes() + "; the first, counted from 0: " + first));
    }

    private static String words(Object field) {
        return field.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String words(Set<ZoneField> fields) {
        return fields.stream().map(EvaluateCommand::words).collect(Collectors.joining(", "));
    }

    private static void requireFolder(String file) {
        if (!file.equals(STANDARD_STREAM)) {
            OutputPlace.file(Path.of(file));
        }
    }

    private CsvTable read(EnergyGroups energies) throws IOException {
        Predicate<String> known = name -> ZoneTable.isColumn(name, energies);
        return in.equals(STANDARD_STREAM)
                ? CsvTable.read(new InputStreamReader(System.in, StandardCharsets.UTF_8), "standard input", known)
                : CsvTable.read(Path.of(in), known);
    }
}
