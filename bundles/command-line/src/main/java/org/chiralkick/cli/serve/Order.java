package org.chiralkick.cli.serve;

import org.chiralkick.host.CouplingConfig;

/** What one can tell a run to do; it does so between two steps. */
public sealed interface Order {
    /** Does no step until told to. */
    record Pause() implements Order {}

    /** Goes on. */
    record Resume() implements Order {}

    /** Does one step, and pauses. */
    record Step() implements Order {}

    /**
     * Changes the pace.
     *
     * @param pace from now on
     */
    record SetPace(Pace pace) implements Order {}

    /**
     * Changes the mechanism, its preset or closures.
     *
     * @param config what acts from the next step on
     */
    record Use(CouplingConfig config) implements Order {}
}
