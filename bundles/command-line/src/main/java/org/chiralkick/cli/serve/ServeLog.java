package org.chiralkick.cli.serve;

import java.util.function.Consumer;
import org.chiralkick.cli.shell.Terminal;
import org.chiralkick.table.Numbers;

/** Prints what happens in a served run besides steps: changes of the mechanism, troubles, the end. One thread. */
public final class ServeLog implements Consumer<LiveState> {
    private final Terminal terminal;
    private final boolean stays;
    private int changes;
    private String message = "";
    private LiveState.Status status = LiveState.Status.RUNNING;

    /** @param stays whether the page is there after the end */
    public ServeLog(Terminal terminal, boolean stays) {
        this.terminal = terminal;
        this.stays = stays;
    }

    @Override
    public void accept(LiveState state) {
        for (Change change : state.changes().subList(changes, state.changes().size())) {
            say("at " + Numbers.of(change.timeS()) + " s: " + text(change));
        }
        changes = state.changes().size();
        if (!state.message().equals(message) && !state.message().isEmpty()) {
            say(state.status().label() + ": " + state.message());
        }
        message = state.message();
        if (stays && state.status() != status && state.status().isLast()) {
            say("the run is " + state.status().label() + "; the page stays until Ctrl-C");
        }
        status = state.status();
    }

    private static String text(Change change) {
        String what = change.inForce()
                ? change.before() + " gives way to " + change.after()
                : change.before() + " stays; " + change.after() + " was asked for";
        return change.remark().isEmpty() ? what : what + " (" + change.remark() + ")";
    }

    private void say(String line) {
        terminal.err().println(line);
    }
}
