package org.chiralkick.host.value;

/** From what the recoil is summed. */
public enum RecoilForm {
    /** Surface form where surface elements are given, else volume form where volumes and the radius are, else none. */
    AUTO,
    /** Sum over elements of the emitting surface. */
    SURFACE,
    /** Sum over the zones' volumes, for flux without divergence in a star of given radius. */
    VOLUME,
    /** No sum over the flux: only a source's own momentum per volume counts. */
    NONE,
    /**
     * Nothing is summed: the host's own neutrino transport tells what leaves the star, by {@code Coupling.emitted}. Surface elements
     * are refused, volumes and momentum sources count nothing.
     */
    TRANSPORT;

    /** Returns the name as configurations and results show it, such as {@code "surface"}. */
    public String label() {
        return Labels.of(this);
    }
}
