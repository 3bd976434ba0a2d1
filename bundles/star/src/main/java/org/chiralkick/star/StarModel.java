package org.chiralkick.star;

import org.chiralkick.star.field.Allowed;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.StellarProfile;

/**
 * The star and how finely it is resolved.
 *
 * @param profile star to begin with
 * @param forces nuclear forces
 * @param structure how the mass is arranged
 * @param surfaceDensityGPerCm3 density of the profile at which the star ends [g cm^-3], {@code > 0}
 * @param zones number of mass zones, in [8, 10000]
 * @param tolerance change of T and Y_L in a step that is aimed at, relative [1], in (0, 0.5]
 */
public record StarModel(
        StellarProfile profile,
        NuclearForces forces,
        Structure structure,
        double surfaceDensityGPerCm3,
        int zones,
        double tolerance) {
    /** Where the star usually ends [g cm^-3]: outside of it matter is transparent. */
    public static final double SURFACE_DENSITY_G_PER_CM3 = 1e11;

    static final double LARGEST_TOLERANCE = 0.5;

    /** Refuses values outside the ranges named. */
    public StarModel {
        Allowed.require(surfaceDensityGPerCm3 > 0, "surface density", surfaceDensityGPerCm3, "g/cm^3", "> 0");
        Allowed.require(zones >= 8 && zones <= 10_000, "number of zones", zones, "", "in [8, 10000]");
        Allowed.require(tolerance > 0 && tolerance <= LARGEST_TOLERANCE, "tolerance", tolerance, "", "in (0, 0.5]");
    }

    /** Returns relativistic contraction of this star out to 1e11 g/cm^3, in 120 zones and steps of 5 %. */
    public static StarModel of(StellarProfile profile) {
        return new StarModel(
                profile, NuclearForces.lattimerSwesty(), Structure.RELATIVISTIC, SURFACE_DENSITY_G_PER_CM3, 120, 0.05);
    }
}
