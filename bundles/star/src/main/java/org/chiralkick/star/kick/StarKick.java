package org.chiralkick.star.kick;

import java.util.Optional;
import java.util.OptionalDouble;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;

/**
 * What a mechanism has given a star under both closures of {@link Escape}, which bracket the truth.
 *
 * @param massG rest mass of the star [g], {@code > 0}
 * @param surface what the emitting surface alone has given
 * @param dipole what the l = 1 response of the star has given, and what the star has lost in all directions
 */
public record StarKick(double massG, Recoil surface, DipoleKick dipole) {
    /** Returns the momentum of the star [g cm/s]. */
    public Vector3 momentum(Escape escape) {
        return switch (escape) {
            case DIPOLE -> dipole.momentum();
            case SURFACE -> surface.momentum();
        };
    }

    /**
     * Returns what the star has received. For the dipole without torque; number and energy are those that leave through the hemisphere
     * that emits more beyond half of all, as {@link DipoleKick} has them.
     */
    public Recoil recoil(Escape escape) {
        return switch (escape) {
            case DIPOLE ->
                new Recoil(dipole.momentum(), Vector3.ZERO, dipole.number(), dipole.energyErg(), surface.steps());
            case SURFACE -> surface;
        };
    }

    /** Returns the velocity of the star; {@link Kick#NONE} where it asks for more than the star has lost. */
    public Kick kick(Escape escape) {
        return beyondBudget(escape) ? Kick.NONE : Kick.of(recoil(escape), massG);
    }

    /** Returns the velocity of the star [cm/s]; none where it asks for more than the star has lost. */
    public Optional<Vector3> velocityCmPerS(Escape escape) {
        if (beyondBudget(escape)) {
            return Optional.empty();
        }
        Vector3 momentum = momentum(escape);
        return Optional.of(new Vector3(momentum.x() / massG, momentum.y() / massG, momentum.z() / massG));
    }

    /** Returns the speed of the star [km/s]; none where it asks for more than the star has lost. */
    public OptionalDouble speedKmPerS(Escape escape) {
        return beyondBudget(escape)
                ? OptionalDouble.empty()
                : OptionalDouble.of(kick(escape).speed());
    }

    /** Returns M v c/E_nu [1], E_nu in all neutrinos as seen from far away; 0 where nothing was lost. */
    public double alpha(Escape escape) {
        double lost = dipole.lostAtInfinityErg();
        return lost == 0 ? 0 : momentum(escape).norm() * PhysicalConstants.C_CM_PER_S / lost;
    }

    /**
     * Returns by what the fluxes could be multiplied until they ask for more than the star has lost [1]; infinite where they ask for
     * nothing. Times the field it is the largest field inside the budget. For the dipole {@link DipoleKick#largestFactor}; for the
     * surface energy, leptons, and the momentum that all the energy has in a beam.
     */
    public double largestFactor(Escape escape) {
        return switch (escape) {
            case DIPOLE -> dipole.largestFactor();
            case SURFACE -> {
                double lost = dipole.lostAtInfinityErg();
                double momentum = part(
                        lost / PhysicalConstants.C_CM_PER_S, surface.momentum().norm());
                yield Math.min(
                        momentum,
                        Math.min(
                                part(lost, surface.energyErg()),
                                part(Math.abs(dipole.lostLeptons()), Math.abs(surface.number()))));
            }
        };
    }

    private static double part(double most, double wanted) {
        return wanted == 0 ? Double.POSITIVE_INFINITY : most / wanted;
    }

    /** Returns which of the budgets is used up first where the fluxes grow: {@code momentum}, {@code energy} or {@code leptons}. */
    public String bindingBudget(Escape escape) {
        double largest = largestFactor(escape);
        return switch (escape) {
            case DIPOLE -> dipole.bindingBudget();
            case SURFACE ->
                largest == part(dipole.lostAtInfinityErg(), surface.energyErg())
                        ? DipoleKick.ENERGY
                        : largest == part(Math.abs(dipole.lostLeptons()), Math.abs(surface.number()))
                                ? DipoleKick.LEPTONS
                                : DipoleKick.MOMENTUM;
        };
    }

    /** Tells whether the fluxes ask for more than what the star has lost gives: then there is no speed. */
    public boolean beyondBudget(Escape escape) {
        return largestFactor(escape) < 1;
    }
}
