package org.chiralkick.star.transport;

import org.chiralkick.star.structure.Star;

/** How neutrinos move through a star. Pure. */
@FunctionalInterface
public interface Transport {
    /** Returns the law of the flows for a step that begins with this star. */
    FluxLaw of(Star star);
}
