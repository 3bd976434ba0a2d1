package org.chiralkick.star;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.evolve.AnomalousFlow;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.evolve.Relaxation;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.matter.DenseMatter;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.MassGrid;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.structure.StellarProfile;
import org.chiralkick.star.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A star on its mass zones, at rest, before anything happens to it.
 *
 * @param model the star and its resolution
 * @param matter its equation of state
 * @param gravity what contracts it; none for fixed density
 * @param star its zones
 */
record StartingStar(
        StarModel model, Matter matter, @Nullable Gravity gravity, Star star) {
    /**
     * Puts a profile on mass zones and brings it to rest.
     *
     * @throws IllegalArgumentException if the profile has no shells above the surface density, or a shell has no beta equilibrium
     * @throws IllegalStateException if the star finds no hydrostatic equilibrium
     */
    static StartingStar of(StarModel model) {
        Matter matter = new DenseMatter(model.forces());
        StellarProfile profile = model.profile().denserThan(model.surfaceDensityGPerCm3());
        MassGrid grid = MassGrid.of(model.zones(), profile.massG(), CoolingConfig.OUTERMOST_FRACTION);
        Star star = profile.on(grid, matter);
        if (model.structure() == Structure.FIXED_DENSITY) {
            return new StartingStar(model, matter, null, star);
        }
        double outside = star.matter(star.zones() - 1).pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        Gravity newton = Gravity.newton(grid, outside);
        Gravity gravity = model.structure() == Structure.RELATIVISTIC ? newton.asCompactAs(star) : newton;
        return new StartingStar(model, matter, gravity, Relaxation.hydrostatic(star, matter, gravity));
    }

    /** Returns its evolution, before the first step. */
    Evolution evolution(Transport transport) {
        return new Evolution(matter, gravity, transport, star, model.tolerance(), CoolingConfig.FIRST_STEP_S);
    }

    /** Returns how its surface shrinks until a time [s] where no mechanism acts. */
    Contraction contraction(Transport transport, double endTimeS) {
        Evolution evolution = evolution(transport);
        while (evolution.timeS() < endTimeS) {
            evolution.tryStep(nextDt(evolution, endTimeS), AnomalousFlow.NONE);
        }
        return new Contraction(star.surfaceRadiusCm(), evolution.star().surfaceRadiusCm(), evolution.timeS());
    }

    /** Returns the next step, so that the last one ends at the end and none before it is a tiny rest. */
    static double nextDt(Evolution evolution, double endTimeS) {
        double rest = endTimeS - evolution.timeS();
        double next = evolution.nextDtS();
        return next >= rest ? rest : Math.min(next, rest / 2);
    }
}
