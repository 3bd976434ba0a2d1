package org.chiralkick.cli.serve;

import org.chiralkick.host.CouplingConfig;

/** What a run can be ordered to do; it does so between two steps. */
public sealed interface Order {
    /** Does no step until a further order. */
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
