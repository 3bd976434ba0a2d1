package org.chiralkick.star.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.Stars;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.matter.NuclearForces;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.star.transport.FluxLimitedDiffusion;
import org.chiralkick.star.transport.NeutrinoOpacity;
import org.chiralkick.star.transport.Species;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoolingStarTest {
    private static final DenseMatter MATTER = new DenseMatter(NuclearForces.lattimerSwesty());
    private static final FluxLimitedDiffusion DIFFUSION = new FluxLimitedDiffusion(new NeutrinoOpacity());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leptonsAndEnergyAreConservedThroughTwentySeconds(boolean contracting) {
        Evolution evolution = evolution(60, 0.05, contracting);
        double leptons = evolution.star().leptons();
        double energy = evolution.energyErg();
        while (evolution.timeS() < 20) {
            evolution.step(20 - evolution.timeS());
        }
        double emitted = evolution.emitted().energyMev() * PhysicalConstants.ERG_PER_MEV;
        assertTrue(emitted > 5e52, "emitted " + emitted + " erg");
        assertEquals(leptons, evolution.star().leptons() + evolution.emitted().leptons(), 1e-10 * leptons);
        assertEquals(energy, evolution.energyErg() + emitted, 1e-10 * emitted);
    }

    @Test
    void aRelaxedStarIsInHydrostaticEquilibriumAndKeepsItsEntropy() {
        Setup setup = new Setup(100);
        Star star = Relaxation.hydrostatic(setup.start, MATTER, setup.gravity);
        for (int face = 1; face < star.zones(); face++) {
            double r = star.radiusCm(face);
            double drop = (star.matter(face - 1).pressure() - star.matter(face).pressure())
                    * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
            double weight = setup.gravity.strength(face) / (4 * Math.PI * Math.pow(r, 4));
            assertEquals(weight, drop, 1e-5 * weight, "face " + face);
        }
        for (int i = 0; i < star.zones(); i++) {
            double entropy = setup.start.matter(i).entropyPerBaryon();
            assertEquals(entropy, star.matter(i).entropyPerBaryon(), 1e-2 * entropy, "zone " + i);
            assertEquals(setup.start.matter(i).leptonFraction(), star.matter(i).leptonFraction(), 1e-9);
        }
    }

    @Test
    void emissionConvergesWithTheTimeStepInFirstOrder() {
        double coarse = emittedErg(60, 0.08, 1);
        double medium = emittedErg(60, 0.04, 1);
        double fine = emittedErg(60, 0.02, 1);
        double order = Math.log(Math.abs(coarse - medium) / Math.abs(medium - fine)) / Math.log(2);
        assertTrue(order > 0.6 && order < 2, "order " + order + " from " + coarse + ", " + medium + ", " + fine);
        assertEquals(fine, medium, 0.01 * fine);
    }

    @Test
    void theNumberOfZonesHardlyMatters() {
        double fine = emittedErg(120, 0.03, 1);
        assertEquals(fine, emittedErg(60, 0.03, 1), 1e-3 * fine);
        assertEquals(fine, emittedErg(30, 0.03, 1), 3e-3 * fine);
    }

    @Test
    void theStarContractsDeleptonisesAndItsCentreHeatsFirst() {
        Evolution evolution = evolution(60, 0.05, true);
        Star start = evolution.star();
        while (evolution.timeS() < 5) {
            evolution.step(5 - evolution.timeS());
        }
        Star star = evolution.star();
        assertTrue(star.surfaceRadiusCm() < 0.6 * start.surfaceRadiusCm());
        assertTrue(star.leptons() < 0.9 * start.leptons());
        MatterState before = start.matter(0);
        MatterState after = star.matter(0);
        assertTrue(after.temperature() > before.temperature(), "centre");
        assertTrue(after.densityGPerCm3() > 1.1 * before.densityGPerCm3(), "centre");
        double total = 0;
        for (Species s : Species.values()) {
            double luminosity = evolution.luminosityErgPerS(s, star.zones());
            assertTrue(luminosity > 1e50, s + ": " + luminosity);
            total += luminosity;
        }
        assertTrue(total > 1e51 && total < 2e52, "luminosity at 5 s: " + total);
    }

    @Test
    void impossibleSettingsAreRefused() {
        Star star = new Setup(20).start;
        var refused = assertThrows(
                IllegalArgumentException.class, () -> new Evolution(MATTER, null, DIFFUSION, star, 0.7, 1e-5));
        assertEquals("tolerance is 0.7; must be in (0, 0.5]", refused.getMessage());
    }

    private static double emittedErg(int zones, double tolerance, double end) {
        Evolution evolution = evolution(zones, tolerance, true);
        while (evolution.timeS() < end) {
            evolution.step(end - evolution.timeS());
        }
        return evolution.emitted().energyMev() * PhysicalConstants.ERG_PER_MEV;
    }

    private static Evolution evolution(int zones, double tolerance, boolean contracting) {
        Setup setup = new Setup(zones);
        Star star = contracting ? Relaxation.hydrostatic(setup.start, MATTER, setup.gravity) : setup.start;
        return new Evolution(MATTER, contracting ? setup.gravity : null, DIFFUSION, star, tolerance, 1e-5);
    }

    private static final class Setup {
        final Star start;
        final Gravity gravity;

        Setup(int zones) {
            StellarProfile profile = Stars.young().denserThan(3e11);
            MassGrid grid = MassGrid.of(zones, profile.massG(), 1e-5);
            start = profile.on(grid, MATTER);
            double outside = start.matter(zones - 1).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
            gravity = Gravity.newton(grid, outside).asCompactAs(start);
        }
    }
}
