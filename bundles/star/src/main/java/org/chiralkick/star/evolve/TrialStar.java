package org.chiralkick.star.evolve;

import static org.chiralkick.star.evolve.ZoneResponse.ELECTRONS;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_RADIUS;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_TEMPERATURE;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_VOLUME;

import java.util.Arrays;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Star;

/**
 * The star that Newton's method tries: its unknowns ln V, ln T, Y_e of each zone and ln r of the interface outside it, and how each
 * zone's state responds to them. Begins as the star before the step.
 */
final class TrialStar {
    /** Largest change of an unknown in an iteration; larger ones are scaled down. */
    private static final double LARGEST_CHANGE = 0.2;

    private final Star old;
    private final boolean contracting;
    private final ZoneResponse[] zone;
    private final double[] volume;
    private final double[] radius;

    /**
     * @param old the star before the step
     * @param contracting whether volumes and radii are unknown; else they stay
     */
    TrialStar(Star old, boolean contracting) {
        this.old = old;
        this.contracting = contracting;
        zone = new ZoneResponse[old.zones()];
        volume = new double[old.zones()];
        radius = new double[old.zones() + 1];
        for (int i = 0; i < zone.length; i++) {
            zone[i] = new ZoneResponse(old.matter(i));
            volume[i] = old.volumeCm3(i);
            radius[i + 1] = old.radiusCm(i + 1);
        }
    }

    /** Returns the star before the step. */
    Star old() {
        return old;
    }

    int zones() {
        return zone.length;
    }

    ZoneResponse zone(int i) {
        return zone[i];
    }

    /** Returns the volume of a zone [cm^3]. */
    double volume(int i) {
        return volume[i];
    }

    /** Returns the radius of an interface [cm]. */
    double radius(int face) {
        return radius[face];
    }

    /** Fills the derivatives of all zones at their states. */
    void differentiate(Matter matter) {
        for (ZoneResponse response : zone) {
            response.differentiate(matter);
        }
    }

    /** Takes the corrections that a solved system holds, large ones scaled down; returns the largest before it was scaled. */
    double correct(BlockTridiagonal solved, Matter matter) {
        double largest = 0;
        for (int i = 0; i < zone.length; i++) {
            double[] x = solved.right(i);
            double ye = zone[i].state().electronFraction();
            largest = Math.max(largest, Math.max(Math.abs(x[LOG_VOLUME]), Math.abs(x[LOG_RADIUS])));
            largest = Math.max(largest, Math.max(Math.abs(x[LOG_TEMPERATURE]), Math.abs(x[ELECTRONS]) / ye));
        }
        double damping = Math.min(1, LARGEST_CHANGE / largest);
        for (int i = 0; i < zone.length; i++) {
            double[] x = solved.right(i);
            MatterState state = zone[i].state();
            if (contracting) {
                volume[i] *= Math.exp(damping * x[LOG_VOLUME]);
                radius[i + 1] *= Math.exp(damping * x[LOG_RADIUS]);
            }
            zone[i].moveTo(matter.at(
                    contracting ? density(i) : state.baryonDensity(),
                    state.temperature() * Math.exp(damping * x[LOG_TEMPERATURE]),
                    state.electronFraction() + damping * x[ELECTRONS]));
        }
        return largest;
    }

    private double density(int i) {
        return old.grid().baryons(i) / volume[i] / PhysicalConstants.PER_CM3_PER_MEV3;
    }

    /** Returns the star as it is now. */
    Star star() {
        return new Star(
                old.grid(), radius, Arrays.stream(zone).map(ZoneResponse::state).toList());
    }
}
