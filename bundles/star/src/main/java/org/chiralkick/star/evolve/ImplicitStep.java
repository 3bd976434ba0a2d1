package org.chiralkick.star.evolve;

import static org.chiralkick.star.evolve.ZoneResponse.LOG_RADIUS;
import static org.chiralkick.star.evolve.ZoneResponse.LOG_VOLUME;

import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.jspecify.annotations.Nullable;

/**
 * One backward-Euler step of a star: for every zone and the interface outside it, with N baryons,
 *
 * <pre>
 *   N (Y_L - Y_L,old)               + dt (leptons out - leptons in)  = 0
 *   N (e - e_old) + P (V - V_old)   + dt (energy out - energy in)    = 0
 *   4 pi (r^2 + r r_old + r_old^2)/3 (P_i - P_(i+1)) = G lambda m dm/(r r_old)
 *   V = (4 pi/3)(r_i^3 - r_(i-1)^3)
 * </pre>
 *
 * for the unknowns ln V, ln T, Y_e and ln r, solved together by Newton's method on a block-tridiagonal system. At fixed density
 * only the first two equations are left. With these averages of old and new radii the work of the pressures adds up to exactly
 * what {@link Gravity} loses: the total of internal, potential and emitted energy is conserved to the tolerance of the
 * solution, and so is the total of leptons. {@link ConservationEquations} and {@link HydrostaticEquations} fill in the system, {@link
 * TrialStar} holds the unknowns.
 */
final class ImplicitStep {
    private static final int UNKNOWNS = 4;
    private static final int MOST_ITERATIONS = 30;

    /** A correction this small leaves an error of about its product with the error of the derivatives, 1e-6. */
    private static final double CONVERGED = 1e-9;

    private final Matter matter;
    private final TrialStar trial;
    private final ConservationEquations conservation;
    private final @Nullable HydrostaticEquations hydrostatics;
    private final BlockTridiagonal system;

    /**
     * @param gravity that contracts the star; none for fixed density
     * @param old the star before the step
     * @param law flows, made for {@code old}
     * @param anomalous additional flows, constant during the step
     * @param dt length of the step [s], {@code >= 0}
     * @param imbalance force that each interface is allowed to keep [dyn], as long as radii; for stars that are not yet at rest
     */
    ImplicitStep(
            Matter matter,
            @Nullable Gravity gravity,
            Star old,
            FluxLaw law,
            AnomalousFlow anomalous,
            double dt,
            double[] imbalance) {
        this.matter = matter;
        trial = new TrialStar(old, gravity != null);
        conservation = new ConservationEquations(trial, law, anomalous, dt);
        hydrostatics = gravity == null ? null : new HydrostaticEquations(trial, gravity, imbalance);
        system = new BlockTridiagonal(old.zones(), UNKNOWNS);
    }

    /** Returns the star after the step, or null if Newton's method does not converge. */
    @Nullable
    Star solve() {
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double change;
            try {
                change = iterate();
            } catch (ArithmeticException e) {
                return null;
            }
            if (!Double.isFinite(change)) {
                return null;
            }
            if (change < CONVERGED) {
                return trial.star();
            }
        }
        return null;
    }

    /** Does an iteration; returns the largest correction before it was scaled. */
    private double iterate() {
        system.clear();
        trial.differentiate(matter);
        for (int i = 0; i < trial.zones(); i++) {
            conservation.fill(system, i);
            if (hydrostatics != null) {
                hydrostatics.fill(system, i);
            } else {
                hold(i);
            }
        }
        system.solve();
        return trial.correct(system, matter);
    }

    /** Fills rows 2 and 3 at fixed density: nothing moves. */
    private void hold(int i) {
        system.diagonal(i)[2][LOG_VOLUME] = 1;
        system.diagonal(i)[3][LOG_RADIUS] = 1;
    }
}
