package org.chiralkick.host;

import org.chiralkick.host.value.Labels;

/** What a step does when the source it asks for is not there. */
public enum WithoutSource {
    /** It runs with zero fluxes, and is counted as held. */
    HOLD,
    /** It waits for the source, up to a bound, then fails. */
    WAIT,
    /** It fails at once. */
    FAIL;

    /** Returns the name as configurations show it. */
    public String label() {
        return Labels.of(this);
    }
}
