package org.chiralkick.star.evolve;

import java.util.Locale;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.jspecify.annotations.Nullable;

/**
 * Brings a star to rest under its gravity, without heat or leptons flowing: what gravity exceeds the pressure by is taken away
 * in small equal parts, each an implicit step of no duration. So zones keep their entropy to the order of the parts' size.
 * Further such steps remove what the averages of old and new radii leave.
 */
public final class Relaxation {
    private static final int PARTS = 40;
    private static final int MOST_HALVINGS = 8;
    private static final int MOST_POLISHING = 20;
    private static final double AT_REST = 1e-10;
    private static final double MOST_IMBALANCE = 1e-3;

    private Relaxation() {}

    /**
     * Returns the star in hydrostatic equilibrium.
     *
     * @throws IllegalStateException if there is none that can be reached; the message says how far it came
     */
    public static Star hydrostatic(Star start, Matter matter, Gravity gravity) {
        double[] whole = HydrostaticEquations.imbalance(gravity, start);
        Star star = start;
        double left = 1;
        double part = 1.0 / PARTS;
        int halvings = 0;
        while (left > 0) {
            double next = Math.max(left - part, 0);
            double[] rest = new double[whole.length];
            for (int j = 0; j < rest.length; j++) {
                rest[j] = next * whole[j];
            }
            Star relaxed = settle(star, matter, gravity, rest);
            if (relaxed != null) {
                star = relaxed;
                left = next;
            } else if (++halvings > MOST_HALVINGS) {
                throw new IllegalStateException("the star finds no hydrostatic equilibrium: " + left
                        + " of the initial imbalance of forces is left");
            } else {
                part /= 2;
            }
        }
        Star rested = polished(star, matter, gravity);
        double worst = imbalance(rested, gravity);
        if (!(worst < MOST_IMBALANCE)) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "the star finds no hydrostatic equilibrium: gravity and pressure differ by a part of %.3g of the weight;"
                            + " must be < %.3g",
                    worst,
                    MOST_IMBALANCE));
        }
        return rested;
    }

    /** Returns the largest imbalance of forces over the weight of a shell [1]. */
    private static double imbalance(Star star, Gravity gravity) {
        double[] force = HydrostaticEquations.imbalance(gravity, star);
        double worst = 0;
        for (int j = 1; j < force.length; j++) {
            double r = star.radiusCm(j);
            worst = Math.max(worst, Math.abs(force[j]) * r * r / gravity.strength(j));
        }
        return worst;
    }

    private static @Nullable Star settle(Star star, Matter matter, Gravity gravity, double[] imbalance) {
        FluxLaw nothing = new FluxLaw(star.zones());
        return new ImplicitStep(matter, gravity, star, nothing, AnomalousFlow.NONE, 0, imbalance).solve();
    }

    private static Star polished(Star start, Matter matter, Gravity gravity) {
        double[] none = new double[start.zones() + 1];
        Star star = start;
        for (int i = 0; i < MOST_POLISHING; i++) {
            Star next = settle(star, matter, gravity, none);
            if (next == null) {
                return star;
            }
            double moved = 0;
            for (int j = 1; j <= star.zones(); j++) {
                moved = Math.max(moved, Math.abs(next.radiusCm(j) / star.radiusCm(j) - 1));
            }
            star = next;
            if (moved < AT_REST) {
                break;
            }
        }
        return star;
    }
}
