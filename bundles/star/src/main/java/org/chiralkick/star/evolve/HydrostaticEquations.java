package org.chiralkick.star.evolve;

import static org.chiralkick.star.evolve.ZoneResponse.LOG_RADIUS;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_VOLUME;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.Star;

/**
 * Rows 2 and 3 of a step's equations: the balance of forces at the interface outside each zone, over its old weight, and the zone's
 * volume between its interfaces,
 *
 * <pre>
 *   4 pi (r^2 + r r_old + r_old^2)/3 (P_i - P_(i+1)) = G lambda m dm/(r r_old) + imbalance
 *   V = (4 pi/3)(r_i^3 - r_(i-1)^3)
 * </pre>
 */
final class HydrostaticEquations {
    private static final double FOUR_PI = 4 * Math.PI;

    private final TrialStar trial;
    private final Gravity gravity;
    private final double[] imbalance;

    /**
     * @param trial the star after the step, as it is tried
     * @param gravity that contracts it
     * @param imbalance force that each interface is allowed to keep [dyn], as long as radii; for stars that are not yet at rest
     */
    HydrostaticEquations(TrialStar trial, Gravity gravity, double[] imbalance) {
        this.trial = trial;
        this.gravity = gravity;
        this.imbalance = imbalance;
    }

    /** Returns the force by which the pressure exceeds gravity at each interface of a star [dyn]. */
    static double[] imbalance(Gravity gravity, Star star) {
        double[] force = new double[star.zones() + 1];
        for (int j = 1; j <= star.zones(); j++) {
            double r = star.radiusCm(j);
            double inside = pressure(star.matter(j - 1));
            double outside = j < star.zones() ? pressure(star.matter(j)) : gravity.outerPressure();
            force[j] = FOUR_PI * r * r * (inside - outside) - gravity.strength(j) / (r * r);
        }
        return force;
    }

    private static double pressure(MatterState state) {
        return state.pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
    }

    /** Fills the rows of a zone. */
    void fill(BlockTridiagonal system, int i) {
        balance(system, i);
        space(system, i);
    }

    private void balance(BlockTridiagonal system, int i) {
        int face = i + 1;
        double r = trial.radius(face);
        double before = trial.old().radiusCm(face);
        double weight = gravity.strength(face) / (before * before);
        double area = FOUR_PI * (r * r + r * before + before * before) / 3 / weight;
        double areaSlope = FOUR_PI * (2 * r + before) * r / 3 / weight;
        boolean surface = face == trial.zones();
        double outside = surface ? gravity.outerPressure() : trial.zone(face).pressure();
        double drop = trial.zone(i).pressure() - outside;
        system.right(i)[2] = before / r + imbalance[face] / weight - area * drop;
        double[][] here = system.diagonal(i);
        for (int k = 0; k < 3; k++) {
            here[2][k] = area * trial.zone(i).pressure[k];
            if (!surface) {
                system.upper(i)[2][k] = -area * trial.zone(face).pressure[k];
            }
        }
        here[2][LOG_RADIUS] = areaSlope * drop + before / r;
    }

    private void space(BlockTridiagonal system, int i) {
        double scale = FOUR_PI / trial.volume(i);
        double inner = trial.radius(i);
        double outer = trial.radius(i + 1);
        system.right(i)[3] = scale / 3 * (outer * outer * outer - inner * inner * inner) - 1;
        system.diagonal(i)[3][LOG_VOLUME] = 1;
        system.diagonal(i)[3][LOG_RADIUS] = -scale * outer * outer * outer;
        if (i > 0) {
            system.lower(i)[3][LOG_RADIUS] = scale * inner * inner * inner;
        }
    }
}
