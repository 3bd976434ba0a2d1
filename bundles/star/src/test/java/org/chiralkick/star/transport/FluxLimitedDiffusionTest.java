package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.matter.LeptonPotentials;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.junit.jupiter.api.Test;

/** Flows in stars of uniform density and known mean free path. */
class FluxLimitedDiffusionTest {
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());
    private static final MassGrid GRID = MassGrid.of(40, 2.8e33, 0.02);

    @Test
    void withoutGradientsNothingFlowsInside() {
        Star star = star(0);
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 100).of(star);
        for (int face = 1; face < star.zones(); face++) {
            assertEquals(0, law.energyFlow(face, 0, 0), 0);
            assertEquals(0, law.leptonFlow(face, 0, 0), 0);
        }
    }

    @Test
    void whereThePathIsShortTheFluxIsAThirdOfPathTimesGradient() {
        Star star = star(-2e-7);
        double path = 10;
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> path).of(star);
        for (int face = 5; face < star.zones(); face += 5) {
            MatterState in = star.matter(face - 1);
            MatterState out = star.matter(face);
            double r = star.radiusCm(face);
            double gradient = (heavyEnergy(out) - heavyEnergy(in)) / (star.centreCm(face) - star.centreCm(face - 1));
            double expected = -path / 3 * gradient * 4 * Math.PI * r * r * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
            double flow = law.energyFlow(Species.HEAVY_LEPTON, face, in.temperature() - out.temperature(), 0);
            assertEquals(expected, flow, 1e-2 * Math.abs(expected), "face " + face);
        }
    }

    @Test
    void whereThePathIsLongTheFluxIsDensityTimesSpeedOfLight() {
        Star star = star(-2e-6);
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 1e12).of(star);
        for (int face = 5; face < star.zones(); face += 5) {
            MatterState in = star.matter(face - 1);
            MatterState out = star.matter(face);
            double r = star.radiusCm(face);
            double streaming = (heavyEnergy(in) + heavyEnergy(out))
                    / 2
                    * 4
                    * Math.PI
                    * r
                    * r
                    * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
            double flow = law.energyFlow(Species.HEAVY_LEPTON, face, in.temperature() - out.temperature(), 0);
            assertEquals(streaming, flow, 1e-3 * streaming, "face " + face);
        }
    }

    @Test
    void aTransparentSurfaceLetsHalfOfTheStreamingFluxOut() {
        Star star = star(0);
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 1e12).of(star);
        double r = star.surfaceRadiusCm();
        double streaming = heavyEnergy(star.matter(39)) * 4 * Math.PI * r * r * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
        assertEquals(streaming / 2, law.energyFlow(Species.HEAVY_LEPTON, 40, 0, 0), 1e-3 * streaming);
    }

    @Test
    void theSurfaceLawIsTheDerivativeOfWhatEscapes() {
        Star star = star(0);
        FluxLimitedDiffusion diffusion = new FluxLimitedDiffusion((s, e, m) -> 1e5);
        FluxLaw law = diffusion.of(star);
        double h = 1e-4;
        MatterState last = star.matter(39);
        List<MatterState> warmer = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            MatterState m = star.matter(i);
            warmer.add(i < 39 ? m : MATTER.at(m.baryonDensity(), m.temperature() * (1 + h), m.electronFraction()));
        }
        FluxLaw after = diffusion.of(new Star(GRID, radii(star), warmer));
        double tDrop = warmer.get(39).temperature() - last.temperature();
        double etaDrop = warmer.get(39).neutrinoDegeneracy() - last.neutrinoDegeneracy();
        for (Species s : Species.values()) {
            double energy = after.energyFlow(s, 40, 0, 0) - law.energyFlow(s, 40, 0, 0);
            double byTemperature = law.energyFlow(s, 40, tDrop, 0) - law.energyFlow(s, 40, 0, 0);
            double byEta = law.energyFlow(s, 40, 0, etaDrop) - law.energyFlow(s, 40, 0, 0);
            // At constant Y_e the two terms of the electron neutrinos nearly cancel: their sizes set the scale.
            assertEquals(
                    energy, byTemperature + byEta, 1e-3 * (Math.abs(byTemperature) + Math.abs(byEta)), s + " energy");
            double number = after.numberFlow(s, 40, 0, 0) - law.numberFlow(s, 40, 0, 0);
            byTemperature = law.numberFlow(s, 40, tDrop, 0) - law.numberFlow(s, 40, 0, 0);
            byEta = law.numberFlow(s, 40, 0, etaDrop) - law.numberFlow(s, 40, 0, 0);
            assertEquals(
                    number, byTemperature + byEta, 1e-3 * (Math.abs(byTemperature) + Math.abs(byEta)), s + " number");
        }
    }

    @Test
    void alongASphereTheFluxIsThatThroughIt() {
        Star star = star(-2e-7);
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 10).of(star);
        for (int face = 5; face < star.zones(); face += 5) {
            double r = star.radiusCm(face);
            double distance = star.centreCm(face) - star.centreCm(face - 1);
            double area = 4 * Math.PI * r * r;
            // A unit of difference between the zones beside the face, and the same slope in the zones.
            double energy = law.energyFlow(face, 1, 0) / area;
            double in = law.energyFluxAlong(face - 1, -1 / distance, 0);
            double out = law.energyFluxAlong(face, -1 / distance, 0);
            assertEquals(energy, (in + out) / 2, 2e-3 * energy, "energy at " + face);
            double leptons = law.leptonFlow(face, 0, 1) / area;
            in = law.leptonFluxAlong(face - 1, 0, -1 / distance);
            out = law.leptonFluxAlong(face, 0, -1 / distance);
            assertEquals(leptons, (in + out) / 2, 2e-3 * leptons, "leptons at " + face);
        }
    }

    @Test
    void theLimiterOfAZoneIsThatOfItsInterfaces() {
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 1e9).of(star(-2e-6));
        for (Species s : Species.values()) {
            double in = law.energyLimit(s, 20);
            double out = law.energyLimit(s, 21);
            assertTrue(in > 0 && in < 0.99, s + " is limited to " + in);
            assertEquals((in + out) / 2, law.energyLimitIn(s, 20), 1e-15);
            assertEquals((1 + law.numberLimit(s, 1)) / 2, law.numberLimitIn(s, 0), 1e-15);
            assertEquals(law.numberLimit(s, 39), law.numberLimitIn(s, 39), 0);
        }
    }

    @Test
    void aDriftLeavesAThickSurfaceAndNotATransparentOne() {
        Star star = star(0);
        double half = star.surfaceRadiusCm() - star.centreCm(39);
        assertEquals(1, surfaceLimit(star, half / 1e9), 1e-8);
        // F = c U/(2 + 3 tau) + A 3 tau/(2 + 3 tau)
        assertEquals(0.6, surfaceLimit(star, half), 1e-9);
        assertEquals(0, surfaceLimit(star, half * 1e9), 1e-8);
    }

    private static double surfaceLimit(Star star, double path) {
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> path).of(star);
        return law.energyLimit(Species.ELECTRON_NEUTRINO, 40);
    }

    @Test
    void leptonsFlowFromHighToLowDegeneracy() {
        Star star = star(0);
        FluxLaw law = new FluxLimitedDiffusion((s, e, m) -> 100).of(star);
        assertTrue(law.leptonFlow(20, 0, 0.1) > 0);
        assertTrue(law.leptonFlow(20, 0, -0.1) < 0);
        assertTrue(law.numberFlow(Species.ELECTRON_ANTINEUTRINO, 20, 0, 0.1) < 0);
    }

    private static double heavyEnergy(MatterState matter) {
        return 2 * WeylGas.energyDensity(0, matter.temperature());
    }

    /** A star of 3e14 g/cm^3 and 20 MeV in the centre, with a temperature gradient [MeV/cm]. */
    private static Star star(double gradient) {
        double n = LeptonPotentials.numberDensity(3e14, 1);
        List<MatterState> zones = new ArrayList<>();
        Star flat = Star.of(GRID, java.util.Collections.nCopies(40, MATTER.at(n, 20, 0.2)));
        for (int i = 0; i < 40; i++) {
            zones.add(MATTER.at(n, 20 + gradient * flat.centreCm(i), 0.2));
        }
        return Star.of(GRID, zones);
    }

    private static double[] radii(Star star) {
        double[] radius = new double[star.zones() + 1];
        for (int i = 0; i < radius.length; i++) {
            radius[i] = star.radiusCm(i);
        }
        return radius;
    }
}
