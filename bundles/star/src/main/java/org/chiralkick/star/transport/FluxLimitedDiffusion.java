package org.chiralkick.star.transport;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;

/**
 * Equilibrium flux-limited diffusion of neutrino number and energy (Burrows and Lattimer 1986, ApJ 307, 178; Pons et al. 1999,
 * ApJ 513, 780, here without metric factors). For g kinds of particle of a species with degeneracy eta_s
 *
 * <pre>
 *   F_s = -(g/6 pi^2) Lambda_N [T^2 D_3 dT/dr + T^3 D_2 d eta_s/dr]           number flux  [MeV^3]
 *   H_s = -(g/6 pi^2) Lambda_E [T^3 D_4 dT/dr + T^4 D_3 d eta_s/dr]           energy flux  [MeV^4]
 * </pre>
 *
 * with the moments D_k of {@link SpectralMoments} and the limiter Lambda of {@link FluxLimiter}, for number and energy each
 * with its own flux over c times its own density. Between zone centres the two halves conduct in series. From the surface
 * Milne's problem lets
 *
 * <pre>
 *   F_s = c n_s/(2 + 3 tau),   H_s = c U_s/(2 + 3 tau),   tau the optical depth of half the outermost zone
 * </pre>
 *
 * escape, linear in the change of n_s and U_s during the step.
 */
public final class FluxLimitedDiffusion implements Transport {
    private static final double SIX_PI_SQUARED = 6 * Math.PI * Math.PI;
    private static final Species[] SPECIES = Species.values();

    private final Opacity opacity;

    /** Makes the transport in matter of this opacity. */
    public FluxLimitedDiffusion(Opacity opacity) {
        this.opacity = opacity;
    }

    @Override
    public FluxLaw of(Star star) {
        FluxLaw law = new FluxLaw(star.zones());
        for (Species species : SPECIES) {
            SpectralMoments inner = SpectralMoments.of(species, star.matter(0), opacity);
            inside(law, species, star, 0, inner);
            for (int face = 1; face < star.zones(); face++) {
                SpectralMoments outer = SpectralMoments.of(species, star.matter(face), opacity);
                between(law, species, star, face, inner, outer);
                inside(law, species, star, face, outer);
                inner = outer;
            }
            surface(law, species, star, inner);
        }
        return law;
    }

    /** Returns the Rosseland mean free path of a species in a zone [cm]. */
    public double meanFreePathCm(Species species, MatterState matter) {
        return SpectralMoments.of(species, matter, opacity).meanFreePathCm();
    }

    private static void between(
            FluxLaw law, Species species, Star star, int face, SpectralMoments inner, SpectralMoments outer) {
        MatterState in = star.matter(face - 1);
        MatterState out = star.matter(face);
        double toFace = star.radiusCm(face) - star.centreCm(face - 1);
        double fromFace = star.centreCm(face) - star.radiusCm(face);
        double ti = in.temperature();
        double to = out.temperature();
        double numberPerMev = series(ti * ti * inner.d3(), toFace, to * to * outer.d3(), fromFace);
        double numberPerEta = series(cube(ti) * inner.d2(), toFace, cube(to) * outer.d2(), fromFace);
        double energyPerMev = series(cube(ti) * inner.d4(), toFace, cube(to) * outer.d4(), fromFace);
        double energyPerEta = series(ti * cube(ti) * inner.d3(), toFace, to * cube(to) * outer.d3(), fromFace);

        double temperatureDrop = ti - to;
        double etaDrop = species.leptonNumber() * (in.neutrinoDegeneracy() - out.neutrinoDegeneracy());
        double number = Math.abs(numberPerMev * temperatureDrop + numberPerEta * etaDrop);
        double energy = Math.abs(energyPerMev * temperatureDrop + energyPerEta * etaDrop);
        double numberDensity = (cube(ti) * inner.i3() + cube(to) * outer.i3()) / 2;
        double energyDensity = (ti * cube(ti) * inner.i4() + to * cube(to) * outer.i4()) / 2 * 0.75;
        double flow = species.kinds() / SIX_PI_SQUARED * flowPerFlux(star, face);
        double numberLimit = FluxLimiter.factor(number / numberDensity);
        double energyLimit = FluxLimiter.factor(energy / energyDensity);
        double numberFlow = flow * numberLimit;
        double energyFlow = flow * energyLimit;
        law.limit(species, face, numberLimit, energyLimit);
        law.number(species, face, 0, numberFlow * numberPerMev, numberFlow * numberPerEta);
        law.energy(species, face, 0, energyFlow * energyPerMev, energyFlow * energyPerEta);
    }

    /** What drives a flux along a sphere in a zone. */
    private static void inside(FluxLaw law, Species species, Star star, int zone, SpectralMoments moments) {
        double t = star.matter(zone).temperature();
        double unit = species.kinds() / SIX_PI_SQUARED * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
        law.numberDiffusion(species, zone, unit * t * t * moments.d3(), unit * cube(t) * moments.d2());
        law.energyDiffusion(species, zone, unit * cube(t) * moments.d4(), unit * t * cube(t) * moments.d3());
    }

    private static void surface(FluxLaw law, Species species, Star star, SpectralMoments moments) {
        int zone = star.zones() - 1;
        double half = star.surfaceRadiusCm() - star.centreCm(zone);
        double thickness = 3 * half / moments.meanFreePathCm();
        double escape = 1 / (2 + thickness);
        // Milne's problem with a drift A: F = c U/(2 + 3 tau) + A 3 tau/(2 + 3 tau). Where nothing holds it, A drops
        // out.
        law.limit(species, zone + 1, thickness * escape, thickness * escape);
        double flow = escape * species.kinds() / SIX_PI_SQUARED * flowPerFlux(star, zone + 1);
        double t = star.matter(zone).temperature();
        // n = T^3 I_3/6 pi^2 and U = T^4 I_4/8 pi^2, whose derivatives by T and eta are again such moments.
        law.number(
                species,
                zone + 1,
                flow * cube(t) * moments.i3(),
                3 * flow * t * t * moments.i3(),
                3 * flow * cube(t) * moments.i2());
        law.energy(
                species,
                zone + 1,
                0.75 * flow * t * cube(t) * moments.i4(),
                3 * flow * cube(t) * moments.i4(),
                3 * flow * t * cube(t) * moments.i3());
    }

    private static double flowPerFlux(Star star, int face) {
        double r = star.radiusCm(face);
        return 4 * Math.PI * r * r * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
    }

    /** Returns the conductance of two layers in series; 0 where one of them does not conduct. */
    private static double series(double first, double firstThickness, double second, double secondThickness) {
        return first > 0 && second > 0 ? 1 / (firstThickness / first + secondThickness / second) : 0;
    }

    private static double cube(double x) {
        return x * x * x;
    }
}
