package org.chiralkick.star.emission;

import java.util.Locale;

/**
 * Rigid rotation about +z that keeps its angular momentum while the star contracts: Omega = Omega_0 I_0/I. With a constant moment of
 * inertia it is that of a star that stays as it is.
 *
 * <p>In a step the force of a rigidly rotating star is a constant plus the first harmonic of the phase. Two evaluations, at the
 * phase of the step's middle and opposite to it, with the weights (1 + s)/2 and (1 - s)/2, s = sin(Omega dt/2)/(Omega dt/2),
 * average it exactly, however many turns the step holds (guide/physics.md (9.1)).
 */
public final class Spin {
    /** Turns of a step up to which its phase is known to 1e-8 rad. */
    private static final int MOST_TURNS = 2_000_000;

    private final double omegaAtStart;
    private final double inertiaAtStart;
    private double phase;

    /**
     * @param periodS period at t = 0 [s], {@code > 0}; infinite for none
     * @param momentOfInertia at t = 0 [g cm^2]
     */
    public Spin(double periodS, double momentOfInertia) {
        omegaAtStart = 2 * Math.PI / periodS;
        inertiaAtStart = momentOfInertia;
    }

    /** Returns Omega [1/s] of a star with this moment of inertia [g cm^2]. */
    public double angularVelocity(double momentOfInertia) {
        return omegaAtStart * inertiaAtStart / momentOfInertia;
    }

    /** Returns the phase in the middle of a step that begins now [rad]. */
    double middle(double angularVelocity, double dt) {
        return phase + angularVelocity * dt / 2;
    }

    /** Returns the weight of the evaluation in the middle of a step; that of the opposite phase is the rest. */
    static double weight(double angularVelocity, double dt) {
        return (1 + mean(angularVelocity, dt)) / 2;
    }

    /** Returns what a step leaves of a vector across the axis that rotates with the star, over its value in the middle [1]. */
    static double mean(double angularVelocity, double dt) {
        double half = angularVelocity * dt / 2;
        return half == 0 ? 1 : Math.sin(half) / half;
    }

    /**
     * Returns how many evaluations a step has: one where nothing rotates, for there the opposite phase has no weight.
     *
     * @param angularVelocityPerS Omega [1/s]
     */
    public static int stages(double angularVelocityPerS) {
        return angularVelocityPerS == 0 ? 1 : 2;
    }

    /**
     * Refuses steps whose phase is lost in rounding.
     *
     * @param angularVelocityPerS Omega [1/s]
     * @param dt length of a step [s]
     */
    public static void requireKnownPhase(double angularVelocityPerS, double dt) {
        double turns = Math.abs(angularVelocityPerS) * dt / (2 * Math.PI);
        if (!(turns <= MOST_TURNS)) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "a step of %.3g s holds %.3g turns of the star; must be at most %d (take more steps)",
                    dt,
                    turns,
                    MOST_TURNS));
        }
    }

    /** Lets a step pass. */
    void pass(double angularVelocity, double dt) {
        phase = Math.IEEEremainder(phase + angularVelocity * dt, 2 * Math.PI);
    }
}
