package org.chiralkick.star.dipole;

import java.util.Locale;

/** What decides how the neutrinos of an anomalous flux leave a star. The two bracket what buoyancy and convection do. */
public enum Escape {
    /** Matter is at rest: fluxes inside heat one hemisphere, which then emits more ({@link DipoleResponse}). */
    DIPOLE,
    /** Horizontal contrasts are levelled at once: only what the emitting surface lets out by itself counts. */
    SURFACE;

    /** Returns the name as options and results show it, such as {@code "dipole"}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
