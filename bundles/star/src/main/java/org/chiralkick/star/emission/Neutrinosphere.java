package org.chiralkick.star.emission;

import java.util.Locale;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.star.profile.StarProfile;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.NeutrinoGas;
import org.chiralkick.star.transport.NeutrinoGases;

/**
 * The sphere from which the mechanism's neutrinos escape, and the matter on it. In a star that evolves it is at optical depth 2/3
 * unless another is chosen, its matter linear in r between zone centres (densities and mean free paths in their logarithms). In a
 * star that stays as it is it is at a radius or a density of the profile; what the profile does not say is NaN.
 *
 * @param how what it was chosen by: {@code "emission-depth"}, {@code "radius"} or {@code "surface-density"}, as the option is called
 * @param radiusCm its radius [cm]
 * @param opticalDepth of electron neutrinos [1]; NaN where it was chosen otherwise
 * @param zone the zone that it lies in; -1 in a profile, which has none
 * @param densityGPerCm3 rest-mass density [g cm^-3]
 * @param temperatureMev T [MeV]
 * @param electronFraction net electrons per baryon [1]
 * @param neutrinoFraction net electron neutrinos per baryon [1]
 * @param electronPotentialMev mu_e [MeV]
 * @param neutrinoPotentialMev mu_nu [MeV]
 * @param meanFreePathCm of electron neutrinos [cm]
 * @param gradientLengthCm |mu_nu/(d mu_nu/dr)| [cm]; at most the radius of a star that evolves
 * @param initialRadiusCm where its matter was at t = 0 [cm]
 * @param compression its density over that at t = 0 [1]
 * @param neutrinos electron neutrinos there
 * @param antineutrinos electron antineutrinos there
 */
public record Neutrinosphere(
        String how,
        double radiusCm,
        double opticalDepth,
        int zone,
        double densityGPerCm3,
        double temperatureMev,
        double electronFraction,
        double neutrinoFraction,
        double electronPotentialMev,
        double neutrinoPotentialMev,
        double meanFreePathCm,
        double gradientLengthCm,
        double initialRadiusCm,
        double compression,
        NeutrinoGas neutrinos,
        NeutrinoGas antineutrinos) {
    /** Optical depth of the sphere of last scattering in Eddington's approximation. */
    public static final double DEPTH = 2.0 / 3;

    /** Returns the sphere at a radius of a profile [cm]; throws where the profile does not reach it. */
    public static Neutrinosphere atRadius(StarProfile profile, double radiusCm) {
        return of("radius", profile.at(radiusCm));
    }

    /** Returns the sphere at the outermost radius of a profile with this density [g cm^-3]; throws where there is none. */
    public static Neutrinosphere atDensity(StarProfile profile, double densityGPerCm3) {
        RadialState there = profile.at(profile.outermostRadiusOfDensity(densityGPerCm3));
        // The density that was given, free of the rounding of the way there and back.
        return of(
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

    /**
     * Returns the sphere through a state of a profile.
     *
     * @param how what it was chosen by, as the option is called
     */
    public static Neutrinosphere of(String how, RadialState state) {
        return new Neutrinosphere(
                how,
                state.radiusCm(),
                Double.NaN,
                -1,
                state.densityGPerCm3(),
                state.temperatureMev(),
                state.electronFraction(),
                state.neutrinoFraction(),
                state.muElectronMev(),
                state.muNeutrinoMev(),
                state.meanFreePathCm(),
                state.neutrinoGradientLengthCm(),
                state.radiusCm(),
                1,
                NeutrinoGas.UNKNOWN,
                NeutrinoGas.UNKNOWN);
    }

    /**
     * Finds the sphere in a star.
     *
     * @param star star now
     * @param initial the same at t = 0, on the same grid
     * @param depth optical depths now
     * @param gases electron neutrinos and antineutrinos now
     * @param wanted optical depth of the sphere [1], {@code > 0}
     * @throws IllegalStateException if even the innermost zone is thinner
     */
    public static Neutrinosphere of(Star star, Star initial, OpticalDepth depth, NeutrinoGases gases, double wanted) {
        if (!(wanted < depth.at(1))) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "optical depth of the emission is %.4g; must be < %.4g, that of the star outside its innermost zone",
                    wanted,
                    depth.at(1)));
        }
        double radius = depth.radiusCm(star, wanted);
        int zone = 0;
        while (zone < star.zones() - 1 && star.radiusCm(zone + 1) < radius) {
            zone++;
        }
        int inner = Math.min(star.centreCm(zone) <= radius ? zone : Math.max(zone - 1, 0), star.zones() - 2);
        int outer = inner + 1;
        double width = star.centreCm(outer) - star.centreCm(inner);
        // In the outer half of the last zone there is nothing to interpolate towards.
        double q = Math.max(0, Math.min(1, (radius - star.centreCm(inner)) / width));
        MatterState a = star.matter(inner);
        MatterState b = star.matter(outer);
        double neutrinoPotential = linear(q, a.neutrinoPotential(), b.neutrinoPotential());
        double slope = (b.neutrinoPotential() - a.neutrinoPotential()) / width;
        double density = logarithmic(q, a.densityGPerCm3(), b.densityGPerCm3());
        double initialDensity = logarithmic(
                q, initial.matter(inner).densityGPerCm3(), initial.matter(outer).densityGPerCm3());
        return new Neutrinosphere(
                "emission-depth",
                radius,
                wanted,
                zone,
                density,
                linear(q, a.temperature(), b.temperature()),
                linear(q, a.electronFraction(), b.electronFraction()),
                linear(q, a.neutrinoFraction(), b.neutrinoFraction()),
                linear(q, a.electronPotential(), b.electronPotential()),
                neutrinoPotential,
                logarithmic(q, depth.meanFreePathCm(inner), depth.meanFreePathCm(outer)),
                InteriorBlock.gradientLength(star, neutrinoPotential, slope),
                linear(q, initial.centreCm(inner), initial.centreCm(outer)),
                density / initialDensity,
                gases.neutrinos(inner).towards(gases.neutrinos(outer), q),
                gases.antineutrinos(inner).towards(gases.antineutrinos(outer), q));
    }

    private static double linear(double q, double inner, double outer) {
        return (1 - q) * inner + q * outer;
    }

    private static double logarithmic(double q, double inner, double outer) {
        return Math.exp(linear(q, Math.log(inner), Math.log(outer)));
    }
}
