package org.chiralkick.host;

import org.chiralkick.host.value.Labels;

/** What a coupling does when the source it asks for is not there. */
public enum WithoutSource {
    /** A step runs with zero fluxes, and is counted as held; the log says when a hold begins, why, and when it ends. */
    HOLD,
    /** A step waits for the source, up to a bound, then fails. */
    WAIT,
    /** The coupling does not open, and a step fails at once. The one of an empty configuration. */
    FAIL;

    /** Returns the name as configurations show it; that of {@link #FAIL} may also be written {@code "stop"}. */
    public String label() {
        return Labels.of(this);
    }
}
