package org.chiralkick.star.kick;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.PolarField;

/**
 * What a star received.
 *
 * @param escape the closure of escape in force
 * @param recoil what it gave: momentum, torque, escaped number and energy
 * @param kick the velocity that the star has got; {@link Kick#NONE} where it would have to give more than it has
 * @param flags validity flags, label to count: zone evaluations of what emits under the closure in force, inside the star for the dipole
 *     and on the surface else; and {@link #BEYOND_BUDGET} and its like once each
 * @param both what both closures of escape give; empty for a star without transport
 * @param field its field at the pole of its surface
 * @param timeStepError by what part of itself the kick is off because steps have a length [1], estimated; negative where it is too
 *     small, NaN where that is not known
 * @param largestFieldGauss the largest field under which the star could give what the closure of escape asks for [G], given as its field was
 *     given; infinite where it asks for nothing, NaN where that is not known: without transport, without a field, or where no mechanism takes one
 */
public record Kicked(
        Escape escape,
        Recoil recoil,
        Kick kick,
        Map<String, Long> flags,
        Optional<StarKick> both,
        PolarField field,
        double timeStepError,
        double largestFieldGauss) {
    /** Label of a result that asks for more than the star has lost. */
    public static final String BEYOND_BUDGET = "beyond-budget";

    /** Label of a dipole so large that a linear response is extrapolated. */
    public static final String DIPOLE_LARGE = "dipole-large";

    /** Label of a dipole that would have drawn neutrinos in on the far side for part of the time. */
    public static final String DIPOLE_BEYOND_FLUX = "dipole-beyond-flux";

    /** Label of a star that rotates faster than its emitting surface can bear, Omega^2 R^3 &gt; G M. */
    public static final String SPIN_BEYOND_BREAKUP = "spin-beyond-breakup";

    /** Keeps its own copy of the flags, in their order. */
    public Kicked {
        flags = new LinkedHashMap<>(flags);
    }

    /**
     * Returns what a star without transport received: its surface alone emits.
     *
     * @param massG its mass [g], {@code > 0}
     * @param flags flags of its surface and of the star as a whole
     * @param field its field
     */
    public static Kicked bySurface(Recoil recoil, double massG, Map<String, Long> flags, PolarField field) {
        return new Kicked(
                Escape.SURFACE, recoil, Kick.of(recoil, massG), flags, Optional.empty(), field, Double.NaN, Double.NaN);
    }

    /**
     * Returns what a star with transport received.
     *
     * @param both what both closures of escape give
     * @param escape the one in force
     * @param flags flags of what emits under it, and of the star as a whole
     * @param field its field
     */
    public static Kicked of(StarKick both, Escape escape, Map<String, Long> flags, PolarField field) {
        Map<String, Long> all = new LinkedHashMap<>(flags);
        if (both.beyondBudget(escape)) {
            all.put(BEYOND_BUDGET, 1L);
        }
        if (escape == Escape.DIPOLE) {
            DipoleKick dipole = both.dipole();
            if (dipole.large()) {
                all.put(DIPOLE_LARGE, 1L);
            }
            if (dipole.beyondFluxShare() > 0) {
                all.put(DIPOLE_BEYOND_FLUX, 1L);
            }
        }
        return new Kicked(
                escape, both.recoil(escape), both.kick(escape), all, Optional.of(both), field, Double.NaN, Double.NaN);
    }

    /**
     * Returns it with an estimate of the error that the length of steps makes: what it differs by from a kick in steps of twice the length,
     * as the error is of first order in it.
     *
     * @param coarse momentum that the star received in steps of twice the length, under the same closure of escape [g cm/s]
     */
    public Kicked withErrorAgainst(Vector3 coarse) {
        return withTimeStepError(timeStepError(recoil.momentum(), coarse));
    }

    /** Returns it with an estimate of the error that the length of steps makes [1]. */
    public Kicked withTimeStepError(double error) {
        return new Kicked(escape, recoil, kick, flags, both, field, error, largestFieldGauss);
    }

    /**
     * Returns it with the largest field inside its budget.
     *
     * @param gauss the field that it was given [G]
     * @param sources the mechanisms; their fluxes grow with the field where they take one
     */
    public Kicked inFieldOf(double gauss, List<SourceDescriptor> sources) {
        boolean magnetic = sources.stream()
                .anyMatch(source -> source.required().contains(ZoneField.MAGNETIC_FIELD)
                        || source.optional().containsKey(ZoneField.MAGNETIC_FIELD));
        double largest = both.isEmpty() || !magnetic || gauss == 0
                ? Double.NaN
                : Math.abs(gauss) * both.get().largestFactor(escape);
        return new Kicked(escape, recoil, kick, flags, both, field, timeStepError, largest);
    }

    /** Returns by what part of itself a momentum is larger than one in steps of twice the length; NaN where it is nothing. */
    private static double timeStepError(Vector3 fine, Vector3 coarse) {
        double square = fine.x() * fine.x() + fine.y() * fine.y() + fine.z() * fine.z();
        double along = coarse.x() * fine.x() + coarse.y() * fine.y() + coarse.z() * fine.z();
        return square == 0 ? Double.NaN : along / square - 1;
    }

    /** Returns whether the star would have to give more than it has: then there is no speed. */
    public boolean beyondBudget() {
        return flags.containsKey(BEYOND_BUDGET);
    }

    /** Returns the speed that one closure of escape gives [km/s]; none where the star has no transport or not that much to give. */
    public OptionalDouble speedKmPerS(Escape other) {
        return both.map(kick -> kick.speedKmPerS(other))
                .orElseGet(() -> other == Escape.SURFACE ? OptionalDouble.of(kick.speed()) : OptionalDouble.empty());
    }

    /** Returns the flags that the committed steps of a coupling have raised, label to count. */
    public static Map<String, Long> flags(Coupling coupling) {
        Map<String, Long> flags = new LinkedHashMap<>();
        coupling.flagCounts().forEach((flag, count) -> {
            if (count > 0) {
                flags.put(flag.label(), count);
            }
        });
        return flags;
    }
}
