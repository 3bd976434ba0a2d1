package org.chiralkick.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chiralkick.cli.options.SourceOptions;
import org.chiralkick.cli.options.StarOptions;
import org.chiralkick.cli.serve.Change;
import org.chiralkick.cli.serve.CouplingLog;
import org.chiralkick.cli.serve.Installed;
import org.chiralkick.cli.serve.LiveRun;
import org.chiralkick.cli.serve.LiveState;
import org.chiralkick.cli.serve.Pace;
import org.chiralkick.cli.serve.ServeLog;
import org.chiralkick.cli.serve.ServePage;
import org.chiralkick.cli.serve.http.LiveServer;
import org.chiralkick.cli.serve.http.Loopback;
import org.chiralkick.cli.serve.http.Routes;
import org.chiralkick.cli.shell.CommandText;
import org.chiralkick.cli.shell.ExitCode;
import org.chiralkick.cli.shell.OutputPlace;
import org.chiralkick.cli.shell.ProgramVersion;
import org.chiralkick.cli.shell.Shell;
import org.chiralkick.cli.shell.ShutdownHook;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.CoolingConfig;
import org.chiralkick.star.CoolingStar;
import org.chiralkick.study.Session;
import org.chiralkick.study.StudyException;
import org.chiralkick.study.page.RunFiles;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunInputs;
import org.chiralkick.study.run.RunResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code chiralkick serve}: a star that cools, in the browser, with its mechanism exchanged in mid-run. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        versionProvider = ProgramVersion.class,
        sortOptions = false,
        usageHelpAutoWidth = true,
        header = "Watch a star evolve in the browser, and swap the mechanism in mid-run.",
        description = {
            "",
            "Evolves the star as 'run' does, slowly enough to watch, and shows it on a page of this machine: kick, "
                    + "luminosities, shells, budgets, and what each mechanism gave. The page pauses, steps, changes the pace, and "
                    + "swaps the mechanism or its closures from the next step on; the ledger carries on. Mechanisms dropped into "
                    + "bundles/ meanwhile can be chosen, too. Ctrl-C ends it.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  chiralkick serve                     then open http://127.0.0.1:8080/",
            "  chiralkick serve --port 0 --pace 1 --escape surface --emission-depth 1e4",
            "  chiralkick serve --paused --out kick",
            "",
            "Nothing but this machine reaches the page: it is bound to a loopback address.",
            "To watch from another one: ssh -L 8080:127.0.0.1:8080 HOST."
        })
final class ServeCommand implements Callable<Integer> {
    private static final int MOST_PORT = 65_535;
    private static final double LONGEST_WATCH_S = 1e6;

    @ParentCommand
    private @Nullable Shell shell;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--port",
            paramLabel = "N",
            defaultValue = "8080",
            description = "Port; 0 for any that is free; default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--address",
            paramLabel = "A",
            defaultValue = "127.0.0.1",
            description = "Loopback address: 127.0.0.1 (default) or ::1; any other is refused.")
    private String address = "127.0.0.1";

    @Option(
            names = "--pace",
            paramLabel = "P",
            defaultValue = "0.2dec",
            description =
                    "Decades of the star's time per second (0.2dec, the default), seconds of it per second (2), or max. "
                            + "Before 1 ms nothing is waited for.")
    private String pace = Pace.DEFAULT.label();

    @Option(names = "--paused", description = "Wait at 1 ms of the star's time until the page says go on.")
    private boolean paused;

    @Option(names = "--exit-when-done", description = "End at the end of the run; default: show it until Ctrl-C.")
    private boolean exitWhenDone;

    @Option(
            names = "--watchdog",
            paramLabel = "S",
            defaultValue = "60",
            description =
                    "Name a mechanism that does not return after this many seconds, here and on the page; 0 for never; "
                            + "default: ${DEFAULT-VALUE}.")
    private double watchdog;

    @Mixin
    private StarOptions star = new StarOptions();

    @Mixin
    private SourceOptions source = new SourceOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write the report, tables and pictures there at the end.")
    private @Nullable Path out;

    private boolean written;

    @Override
    public Integer call() throws IOException {
        Shell shared = Objects.requireNonNull(shell);
        if (!star.emitter().cools()) {
            throw StudyException.usage("--host is static; only a star that evolves is shown, so leave it out");
        }
        InetAddress bound = usage(() -> Loopback.parse(address));
        Pace wanted = usage(() -> Pace.parse(pace));
        if (port < 0 || port > MOST_PORT) {
            throw StudyException.usage("--port is " + port + "; must be in [0, 65535]");
        }
        if (!(watchdog >= 0 && watchdog <= LONGEST_WATCH_S)) {
            throw StudyException.usage("--watchdog is " + watchdog + " s; must be in [0, 1e6], 0 for never");
        }
        OutputPlace.folder(out);
        RunInputs inputs = star.emitter().star().magnet(star.magnet()).build().ready();
        ServePage page = new ServePage(inputs, command());
        CouplingConfig config = source.config().withWatchdog(watchdog);
        CouplingLog log = new CouplingLog(words -> shared.terminal().err().println(words));
        try (ShutdownHook hook = ShutdownHook.watch();
                Session session = shared.session();
                Coupling coupling = session.couple(config, log);
                Installed installed = Installed.in(session.runtime())) {
            LiveRun run = new LiveRun(
                    start(inputs.coolingConfig(), coupling),
                    coupling,
                    new LiveRun.Beginning(wanted, paused, inputs.escape(), inputs.notes()),
                    System::nanoTime,
                    listener(page, session, shared.terminal()));
            log.show(run);
            hook.stopsBy(run::stop);
            return serve(
                    run,
                    bound,
                    new Routes(run, installed::listing, page, inputs.durationS()),
                    page,
                    session,
                    shared.terminal());
        }
    }

    private static CoolingStar start(CoolingConfig config, Coupling coupling) {
        try {
            return CoolingStar.start(config, coupling);
        } catch (IllegalStateException e) {
            throw StudyException.failed(String.valueOf(e.getMessage()));
        }
    }

    private int serve(LiveRun run, InetAddress bound, Routes routes, ServePage page, Session session, Terminal terminal)
            throws IOException {
        try (LiveServer server = listen(bound, routes)) {
            terminal.out().println("The star is at " + server.url() + " (Ctrl-C ends it).");
            terminal.flush();
            run.run(exitWhenDone);
            LiveState end = run.state();
            terminal.out().println(page.answer(end).replace('\u00a0', ' '));
            write(page, end, session, terminal);
            terminal.flush();
            return end.status() == LiveState.Status.FAILED ? ExitCode.FAILED : ExitCode.OK;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        }
    }

    private LiveServer listen(InetAddress bound, Routes routes) throws IOException {
        try {
            return LiveServer.start(bound, port, routes);
        } catch (BindException e) {
            throw StudyException.failed("port " + port + " of " + address + " cannot be had (" + e.getMessage()
                    + "); give another one with --port, or --port 0 for any that is free");
        }
    }

    /** The terminal hears of every state; the report is written as soon as there is nothing to come. */
    private Consumer<LiveState> listener(ServePage page, Session session, Terminal terminal) {
        ServeLog log = new ServeLog(terminal, !exitWhenDone);
        return state -> {
            log.accept(state);
            if (state.status().isLast()) {
                try {
                    write(page, state, session, terminal);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        };
    }

    /** Writes the files, once: those of {@code run --out} where one mechanism did it all. */
    private void write(ServePage show, LiveState state, Session session, Terminal terminal) throws IOException {
        Path folder = out;
        if (folder == null || written) {
            return;
        }
        written = true;
        Run run = show.whole(state);
        boolean changed = state.changes().stream().anyMatch(Change::inForce);
        RunFiles files = changed || run.history().size() < 2
                ? show.files(state)
                : RunFiles.of(RunResult.of(session, run, command()));
        terminal.err().println("wrote " + files.write(folder) + " to " + folder);
    }

    private String command() {
        return CommandText.of(Objects.requireNonNull(spec));
    }

    private static <T> T usage(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw StudyException.usage(String.valueOf(e.getMessage()));
        }
    }
}
