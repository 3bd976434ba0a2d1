package org.chiralkick.host.value;

/** What clock the host's dt is measured with. */
public enum TimeKind {
    /** The zone's own clock. */
    PROPER,
    /** The clock of a distant observer: everything counted gets one more factor of the lapse. */
    COORDINATE;

    /** Returns the name as configurations show it. */
    public String label() {
        return Labels.of(this);
    }
}
