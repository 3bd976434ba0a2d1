package org.chiralkick.cli.serve;

import java.lang.System.Logger.Level;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the coupling of a run tells while it works, on any thread: for the terminal, and for the page while a step lasts. */
public final class CouplingLog implements BiConsumer<Level, String> {
    private final Consumer<String> terminal;
    private volatile @Nullable LiveRun run;

    /** Tells the terminal; {@link #show} adds the page. */
    public CouplingLog(Consumer<String> terminal) {
        this.terminal = terminal;
    }

    /** Shows on the page of a run, too, what is told from now on. */
    public void show(LiveRun live) {
        run = live;
    }

    @Override
    public void accept(Level level, String message) {
        terminal.accept(message);
        LiveRun live = run;
        if (live != null) {
            live.say(message);
        }
    }
}
