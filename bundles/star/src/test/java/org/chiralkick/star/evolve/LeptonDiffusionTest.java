package org.chiralkick.star.evolve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.chiralkick.star.transport.Species;
import org.junit.jupiter.api.Test;

/**
 * The exact solution of {@link HeatConductionTest} for leptons: nu_e outward and anti-nu_e inward carry them down the gradient of eta
 * = Y_L, whose lowest mode in a sphere decays as exp(-D (pi/R)^2 t).
 */
class LeptonDiffusionTest {
    private static final double SURFACE = 0.3;
    private static final double AMPLITUDE = 0.01;
    private static final double DENSITY = 1e6;
    private static final double END = 0.5;

    /** Leptons are electrons, and eta is their fraction. */
    private static final Matter SOLID = (n, t, ye) -> new MatterState(n, t, ye, 0, 0, ye * t, 0, 0, 1, 1, 1, 0, t, 0);

    @Test
    void theLowestModeDecaysAtItsRateWithSecondOrderInSpace() {
        double coarse = error(20);
        double fine = error(40);
        assertTrue(fine < 4e-3, "error with 40 zones: " + fine);
        double order = Math.log(coarse / fine) / Math.log(2);
        assertTrue(order > 1.5, "order in space: " + order + " from " + coarse + " and " + fine);
    }

    /** Returns the relative error of the amplitude after half a decay time, that of backward Euler taken out. */
    private static double error(int zones) {
        double dt = 1e-3;
        return Math.abs(decayed(zones, dt) * Math.pow(1 + dt, Math.rint(END / dt)) - 1);
    }

    /** Returns what is left of the leptons of the mode after half a decay time. */
    private static double decayed(int zones, double dt) {
        MassGrid grid = MassGrid.of(zones, 1e30, 0.09);
        Star flat = Star.of(grid, Collections.nCopies(zones, SOLID.at(DENSITY, 10, SURFACE)));
        double radius = flat.surfaceRadiusCm();
        List<MatterState> mode = new ArrayList<>();
        for (int i = 0; i < zones; i++) {
            double x = Math.PI * flat.centreCm(i) / radius;
            mode.add(SOLID.at(DENSITY, 10, SURFACE + AMPLITUDE * Math.sin(x) / x));
        }
        Star star = Star.of(grid, mode);
        // D (pi/R)^2 = 1/s; the flow is D n A d eta/dr
        double conductivity = Math.pow(radius / Math.PI, 2) * grid.baryons(0) / flat.volumeCm3(0);
        Evolution evolution = new Evolution(SOLID, null, s -> law(s, conductivity), star, 0.5, dt);
        for (long k = 0; k < Math.round(END / dt); k++) {
            assertTrue(evolution.tryStep(dt, AnomalousFlow.NONE));
        }
        double leptons = star.leptons();
        assertEquals(leptons, evolution.star().leptons() + evolution.emitted().leptons(), 1e-13 * leptons);
        assertEquals(0, evolution.emitted().energyMev(), 0);
        return excess(evolution.star()) / excess(star);
    }

    private static double excess(Star star) {
        double sum = 0;
        for (int i = 0; i < star.zones(); i++) {
            sum += star.grid().baryons(i) * (star.matter(i).leptonFraction() - SURFACE);
        }
        return sum;
    }

    /** Two thirds of the leptons go with nu_e, a third against anti-nu_e. */
    private static FluxLaw law(Star star, double conductivity) {
        FluxLaw law = new FluxLaw(star.zones());
        for (int face = 1; face <= star.zones(); face++) {
            double r = star.radiusCm(face);
            boolean surface = face == star.zones();
            double distance = (surface ? r : star.centreCm(face)) - star.centreCm(face - 1);
            double perEta = conductivity * 4 * Math.PI * r * r / distance;
            double base = surface ? perEta * (star.matter(face - 1).neutrinoDegeneracy() - SURFACE) : 0;
            law.number(Species.ELECTRON_NEUTRINO, face, base * 2 / 3, 0, perEta * 2 / 3);
            law.number(Species.ELECTRON_ANTINEUTRINO, face, -base / 3, 0, perEta / 3);
        }
        return law;
    }
}
