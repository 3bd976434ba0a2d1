package org.chiralkick.star.emission;

import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;

/**
 * The sphere that emits, and how it was chosen.
 *
 * @param how {@code "radius"} or {@code "surface-density"}, as the option is called
 * @param state the matter on it
 */
public record Surface(String how, RadialState state) {
    /** Returns the surface at a radius [cm]; throws where the profile does not reach it. */
    public static Surface atRadius(StarProfile profile, double radiusCm) {
        return new Surface("radius", profile.at(radiusCm));
    }

    /** Returns the surface at the outermost radius with this density [g cm^-3]; throws where there is none. */
    public static Surface atDensity(StarProfile profile, double densityGPerCm3) {
        RadialState there = profile.at(profile.outermostRadiusOfDensity(densityGPerCm3));
        // The density that was asked for, free of the rounding of the way there and back.
        return new Surface(
                "surface-density",
                new RadialState(
                        there.radiusCm(),
                        densityGPerCm3,
                        there.temperatureMev(),
                        there.electronFraction(),
                        there.neutrinoFraction(),
                        there.muElectronMev(),
                        there.muNeutrinoMev(),
                        there.neutrinoGradientLengthCm()));
    }
}
