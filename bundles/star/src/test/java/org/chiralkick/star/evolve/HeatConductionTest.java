package org.chiralkick.star.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.chiralkick.star.transport.Species;
import org.junit.jupiter.api.Test;

/**
 * The exact solution of diffusion with constant coefficients in a sphere whose surface is kept at T_s: the lowest mode
 * T = T_s + a sin(pi r/R)/(pi r/R) exp(-D (pi/R)^2 t).
 */
class HeatConductionTest {
    private static final double SURFACE = 10;
    private static final double AMPLITUDE = 0.1;
    private static final double DENSITY = 1e6;
    private static final double END = 0.5;

    /** Energy per baryon is T, leptons are electrons, nothing else. */
    private static final Matter SOLID = (n, t, ye) -> new MatterState(n, t, ye, 0, 0, 0, 0, 0, 1, 1, 1, 0, t, 0);

    @Test
    void theLowestModeDecaysAtItsRateWithSecondOrderInSpace() {
        double coarse = error(20, 1e-3);
        double fine = error(40, 1e-3);
        assertTrue(fine < 4e-3, "error with 40 zones: " + fine);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertTrue(order > 1.5, "order in space: " + order + " from " + coarse + " and " + fine);
    }

    @Test
    void theTimeStepIsOfFirstOrder() {
        double reference = decayed(30, END / 1024);
        double coarse = Math.abs(decayed(30, END / 16) - reference);
        double fine = Math.abs(decayed(30, END / 32) - reference);
        assertEquals(1, Math.log(coarse / fine) / Math.log(2), 0.1);
    }

    /** Returns the relative error of the amplitude after half a decay time. */
    private static double error(int zones, double dt) {
        // What backward Euler does exactly to exp(-t) is taken out: the rest is the error in space.
        double exact = Math.pow(1 + dt, -Math.rint(END / dt));
        return Math.abs(decayed(zones, dt) / exact - 1);
    }

    /** Returns what is left of the energy of the mode after half a decay time. */
    private static double decayed(int zones, double dt) {
        MassGrid grid = MassGrid.of(zones, 1e30, 0.09);
        Star cold = Star.of(grid, java.util.Collections.nCopies(zones, SOLID.at(DENSITY, SURFACE, 0.3)));
        double radius = cold.surfaceRadiusCm();
        List<MatterState> mode = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            double x = Math.PI * cold.centreCm(i) / radius;
            mode.add(SOLID.at(DENSITY, SURFACE + AMPLITUDE * Math.sin(x) / x, 0.3));
        }
        Star star = Star.of(grid, mode);
        // D (pi/R)^2 = 1/s; the flow is D n A dT/dr
        double conductivity = Math.pow(radius / Math.PI, 2) * grid.baryons(0) / cold.volumeCm3(0);
        double before = excess(star);
        Evolution evolution = new Evolution(SOLID, null, s -> law(s, conductivity), star, 0.5, dt);
        long steps = Math.round(END / dt);
        for (long k = 0; k < steps; k++) {
            assertTrue(evolution.tryStep(dt, AnomalousFlow.NONE));
        }
        double energy = evolution.star().internalEnergyErg() / 1.602176634e-6
                + evolution.emitted().energyMev();
        assertEquals(star.internalEnergyErg() / 1.602176634e-6, energy, 1e-13 * energy);
        return excess(evolution.star()) / before;
    }

    private static double excess(Star star) {
        double sum = 0;
        for (int i = 0; i < star.zones(); i++) {
            sum += star.grid().baryons(i) * (star.matter(i).temperature() - SURFACE);
        }
        return sum;
    }

    private static FluxLaw law(Star star, double conductivity) {
        FluxLaw law = new FluxLaw(star.zones());
        for (int face = 1; face <= star.zones(); face++) {
            double r = star.radiusCm(face);
            boolean surface = face == star.zones();
            double distance = (surface ? r : star.centreCm(face)) - star.centreCm(face - 1);
            double perMev = conductivity * 4 * Math.PI * r * r / distance;
            double base = surface ? perMev * (star.matter(face - 1).temperature() - SURFACE) : 0;
            law.energy(Species.HEAVY_LEPTON, face, base, perMev, 0);
        }
        return law;
    }
}
