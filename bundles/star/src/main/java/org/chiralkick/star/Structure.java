package org.chiralkick.star;

import java.util.Locale;

/** How the star's mass is arranged while it cools. */
public enum Structure {
    /** Densities stay as the profile gives them; nothing contracts and gravity gives no energy. */
    FIXED_DENSITY,
    /** Hydrostatic equilibrium under Newton's gravity. */
    NEWTONIAN,
    /** Hydrostatic equilibrium as compact as in general relativity, energies redshifted at the surface. */
    RELATIVISTIC;

    /** Returns the name as options and results show it, such as {@code "fixed-density"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
