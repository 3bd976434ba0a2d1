package org.chiralkick.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.chiralkick.cli.options.EmitterOptions;
import org.chiralkick.cli.options.KickPoint;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Progress;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.report.Page;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.page.ScanPage;
import org.chiralkick.study.scan.Axis;
import org.chiralkick.study.scan.Scan;
import org.chiralkick.study.scan.ScanFile;
import org.chiralkick.study.scan.ScanGrid;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code chiralkick scan}: the kick over a grid of inputs. */
@Command(
        name = "scan",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Sweep field, spin, closures, profiles or any other input of a run.",
        description = {
            "",
            "Computes the kick at every combination of the values of --vary, several points at a time, and writes "
                    + "scan.csv. Interrupted, it goes on where it stopped when it is started again with the same words.",
            "The star cools as in 'chiralkick run'; unless --feedback is given it does not feel the mechanism, and points "
                    + "that differ in field, rotation, mechanism or closures alone share one evolution.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick scan --out scan --vary field=1e11:1e16:26:log",
            "  chiralkick scan --out scan --vary obliquity=0:90:10 --vary spin-period=0.01,0.1,1,10",
            "  chiralkick scan --out scan --vary recoil=lambert,radial-net --vary profile=a.csv,b.csv",
            "  chiralkick scan --out scan --vary escape=dipole,surface --vary field=1e12,1e13,1e14",
            "  chiralkick scan --out scan --escape surface --vary emission-depth=0.67,10,100,1e3,1e4",
            "  chiralkick scan --out scan --host static --vary radius=1e6:4e6:31"
        })
final class ScanCommand implements Callable<Integer> {
    /** Points that are quick to compute but worth a progress bar. */
    private static final int MANY = 100;

    /** Values that are looked at before the scan begins; a longer list is a range, and its values are alike. */
    private static final int MOST_CHECKED = 300;

    @ParentCommand
    private @Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--vary",
            paramLabel = "KEY=VALUES",
            required = true,
            description = {
                "An axis of the scan; may be repeated. KEY is an option below without dashes, or a closure or parameter of the "
                        + "mechanism (one that is called like an option: MECHANISM.KEY); VALUES are",
                "  a,b,c            as listed",
                "  from:to:n        n values, evenly spaced",
                "  from:to:n:log    n values, evenly spaced in the logarithm"
            })
    private List<String> vary = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder of scan.csv, report.html and scan.png.")
    private Path out = Path.of("");

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Points computed at a time; default: the number of processors.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private KickPoint fixedInputs = new KickPoint();

    @Override
    public Integer call() throws IOException, InterruptedException {
        Shell shared = Objects.requireNonNull(shell);
        Terminal terminal = shared.terminal();
        if (threads < 1 || threads > 1024) {
            throw StudyException.usage("--threads is " + threads + "; must be in [1, 1024]");
        }
        ScanGrid grid = grid();
        List<String> fixed = fixed(grid);
        // Before anything is written: a value that no point can have is an error of usage.
        fixedInputs.plan();
        ScanAxes ofStars = new ScanAxes(List.of());
        for (Map<String, String> point : grid.alongAxes(MOST_CHECKED)) {
            KickPoint.parse(ofStars.words(fixed, point)).checkStar();
        }
        ScanFile table;
        int earlier;
        try (Session session = shared.session()) {
            ScanAxes axes = axes(session, grid, fixed);
            OutputPlace.folder(out);
            table = ScanFile.open(out.resolve("scan.csv"), title(grid, fixed), Scan.header(grid));
            earlier = table.done();
            boolean lasts =
                    KickPoint.parse(axes.words(fixed, grid.point(0))).plan().lasts();
            try (Progress progress =
                    Progress.of(terminal, "points", grid.size(), lasts || grid.size() - earlier > MANY)) {
                scan(grid, axes, fixed, terminal).compute(session, table, threads, progress::to);
            }
        }
        Optional<Page> page =
                ScanPage.page(title(grid, fixed), grid, table, Scan.header(grid).indexOf("speed_km_s"));
        String pictured = page.isPresent() ? ", " + RunFiles.writePage(out, page.get()) : "";
        terminal.err()
                .println("wrote " + grid.size() + " points to " + out.resolve("scan.csv") + pictured
                        + (earlier > 0 ? ", " + earlier + " of them from an earlier start" : ""));
        return ExitCode.OK;
    }

    private ScanGrid grid() {
        try {
            ScanGrid grid = new ScanGrid(vary.stream().map(Axis::parse).toList());
            Set<String> given = new LinkedHashSet<>();
            KickPoint.wordsOf(Objects.requireNonNull(spec).commandLine().getParseResult())
                    .forEach(word -> given.addAll(givenBy(word)));
            for (String key : grid.keys()) {
                for (String option : List.of("--" + key, "--closure " + key, "--parameter " + key)) {
                    if (given.contains(option)) {
                        throw StudyException.usage(
                                key + " is varied and given by " + option + "; leave one of them out");
                    }
                }
            }
            return grid;
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }

    /** Returns what a word gives: an option, or each closure or parameter, with the name of its mechanism and without. */
    private static List<String> givenBy(String word) {
        String[] parts = word.split("=", 2);
        if (!parts[0].equals("--closure") && !parts[0].equals("--parameter")) {
            return List.of(parts[0]);
        }
        List<String> given = new ArrayList<>();
        for (String choice : parts[1].split(",", -1)) {
            String key = choice.split("=", 2)[0];
            given.add(parts[0] + " " + key);
            given.add(parts[0] + " " + key.substring(key.indexOf('.') + 1));
        }
        return given;
    }

    /** The words that all points share. The host is always among them: a table is of one, whatever the default was. */
    private List<String> fixed(ScanGrid grid) {
        List<String> words = new ArrayList<>(
                KickPoint.wordsOf(Objects.requireNonNull(spec).commandLine().getParseResult()));
        if (!grid.keys().contains("host") && words.stream().noneMatch(word -> word.startsWith("--host="))) {
            words.add("--host=" + EmitterOptions.PNS);
        }
        return words;
    }

    private static String title(ScanGrid grid, List<String> fixed) {
        StringBuilder title = new StringBuilder();
        grid.axes()
                .forEach(axis -> title.append("--vary ")
                        .append(axis.key())
                        .append('=')
                        .append(String.join(",", axis.values()))
                        .append(' '));
        return title.append(String.join(" ", fixed)).toString().strip();
    }

    /** Returns what varies; refuses a key or a value that no mechanism in use takes. */
    private static ScanAxes axes(Session session, ScanGrid grid, List<String> fixed) {
        List<SourceDescriptor> installed = session.installed();
        ScanAxes axes = new ScanAxes(installed);
        axes.check(grid);
        for (Map<String, String> point : grid.alongAxes(MOST_CHECKED)) {
            KickPoint.parse(axes.words(fixed, point)).checkSource(installed);
        }
        return axes;
    }

    private static Scan scan(ScanGrid grid, ScanAxes axes, List<String> fixed, Terminal terminal) {
        return new Scan(
                grid,
                point -> KickPoint.parse(axes.words(fixed, point)).request(),
                (index, point, reason) -> terminal.err().println("point " + index + " " + point + ": " + reason));
    }
}
