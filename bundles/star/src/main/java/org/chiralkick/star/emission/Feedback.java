package org.chiralkick.star.emission;

/** What the mechanism's neutrino flux does to the star's own leptons and energy. */
public enum Feedback {
    /** Nothing: the mechanism is only watched. */
    NONE,
    /**
     * The angular mean of the divergence of the neutrino flux is taken from each zone; the flux through the neutrinosphere
     * leaves. It vanishes for a field without monopole in a spherical star: what streams out in one hemisphere streams in
     * through the other.
     */
    ANGULAR_MEAN,
    /**
     * What the recoil counts as escaped, the outflow alone, is taken from the zone of the neutrinosphere: the deficit of the
     * other hemisphere is not refilled from outside. An upper limit of what the mechanism can do to the cooling.
     */
    OUTFLOW
}
