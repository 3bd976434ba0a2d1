package org.chiralkick.pns.coupling;

import org.chiralkick.pns.structure.Lapse;
import org.chiralkick.pns.structure.Star;

/**
 * The star at one instant, as the mechanism gets to see it.
 *
 * @param timeS time [s]
 * @param star matter and radii
 * @param depth mean free paths and optical depths
 * @param sphere neutrinosphere
 * @param redshift lapse inside and outside the star
 */
public record Instant(double timeS, Star star, OpticalDepth depth, Neutrinosphere sphere, Lapse redshift) {
    /** Returns the lapse at the neutrinosphere [1], in (0, 1]. */
    public double lapse() {
        return redshift.at(sphere.radiusCm());
    }
}
