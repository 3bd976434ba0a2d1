package org.chiralkick.host.value;

/** How the host's electromagnetic quantities count the factor 4 pi. */
public enum FieldSystem {
    /** Energy density B^2/8 pi. */
    GAUSSIAN,
    /** Energy density B^2/2: B_gauss = sqrt(4 pi) B. */
    HEAVISIDE_LORENTZ
}
