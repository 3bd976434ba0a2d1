package org.chiralkick.star.emission;

import org.chiralkick.star.structure.Lapse;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.NeutrinoGases;

/**
 * The star at one instant, as the mechanism gets to see it.
 *
 * @param timeS time [s]
 * @param star matter and radii
 * @param depth mean free paths and optical depths
 * @param sphere sphere from which the mechanism's neutrinos escape: the neutrinosphere, or deeper
 * @param gases electron neutrinos and antineutrinos, how far from equilibrium
 * @param redshift lapse inside and outside the star
 */
public record Instant(
        double timeS, Star star, OpticalDepth depth, Neutrinosphere sphere, NeutrinoGases gases, Lapse redshift) {
    /** Returns the lapse where the mechanism's neutrinos escape [1], in (0, 1]. */
    public double lapse() {
        return redshift.at(sphere.radiusCm());
    }

    /** Returns the lapse where the diffusing neutrinos escape, at optical depth 2/3 [1], in (0, 1]. */
    public double neutrinosphereLapse() {
        return redshift.at(depth.radiusCm(star, Neutrinosphere.DEPTH));
    }
}
