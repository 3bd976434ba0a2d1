package org.chiralkick.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StarSetup;
import org.chiralkick.cli.star.StarState;
import org.chiralkick.cli.star.Surface;
import org.chiralkick.cli.table.CsvWriter;
import org.chiralkick.cli.text.Numbers;
import org.chiralkick.cli.text.Terminal;
import org.chiralkick.host.CouplingConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** {@code chiralkick compare}: every mechanism and every set of closures on one star. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Put the kicks of all mechanisms and closures on one star side by side.",
        description = {
            "",
            "Runs each installed mechanism as it is, then with each preset, then with each other choice of each closure, one "
                    + "changed at a time. The star's surface does not change in time. The words under 'choice' are the options "
                    + "of 'chiralkick run' that repeat the row.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick compare                               the built-in star, 1e12 G, 10 s",
            "  chiralkick compare --spin-period 0.01            with rotation, so that the vortical currents act",
            "  chiralkick compare --profile star.csv --csv all.csv"
        })
final class CompareCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable Main main;

    @Mixin
    private StarOptions star = new StarOptions();

    @Option(names = "--csv", paramLabel = "FILE.csv", description = "Write the table there, too.")
    private @Nullable Path csv;

    @Option(names = "--json", description = "Print a JSON object to standard output, and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Main shared = Objects.requireNonNull(main);
        Terminal terminal = shared.terminal();
        StarSetup setup = star.setup(1);
        StarProfile profile = star.profile();
        Surface surface = star.surface(profile);
        try (Session session = Session.open(shared)) {
            List<KickCase> cases = KickCase.of(session.runtime().installed(), CouplingConfig.defaults());
            KickTable table = KickTable.compute(session, cases, setup, surface);
            if (csv != null) {
                try (BufferedWriter out = Files.newBufferedWriter(csv, StandardCharsets.UTF_8)) {
                    table.write(new CsvWriter(out).comment(title(profile, setup, surface)));
                }
            }
            terminal.out()
                    .print(
                            json
                                    ? Json.text(json(profile, setup, surface, table))
                                    : title(profile, setup, surface) + "\n\n" + table.text());
        }
        return ExitCode.OK;
    }

    private static String title(StarProfile profile, StarSetup setup, Surface surface) {
        StarState state = surface.state();
        return "star " + profile.name() + "; surface at " + Numbers.of(state.radiusCm() / 1e5) + " km: T "
                + Numbers.of(state.temperatureMev(), 3) + " MeV; mu_e " + Numbers.of(state.muElectronMev(), 3)
                + " MeV; mu_nu " + Numbers.of(state.muNeutrinoMev(), 3) + " MeV; "
                + setup.geometry().label() + " field of " + Numbers.given(setup.fieldGauss()) + " G; "
                + (setup.angularVelocity() == 0
                        ? "no rotation"
                        : "spin period " + Numbers.given(setup.spinPeriodS()) + " s")
                + "; " + Numbers.given(setup.durationS()) + " s; " + Numbers.given(setup.massG()) + " g";
    }

    private static Map<String, @Nullable Object> json(
            StarProfile profile, StarSetup setup, Surface surface, KickTable table) {
        Map<String, @Nullable Object> json = Json.object();
        json.put("star", title(profile, setup, surface));
        json.put("cases", table.json());
        return json;
    }
}
