package org.chiralkick.star.emission;

/**
 * Rigid rotation about +z that keeps its angular momentum while the star contracts: Omega = Omega_0 I_0/I.
 *
 * <p>In a step the force of a rigidly turning star is a constant plus the first harmonic of the phase. Two evaluations, at the
 * phase of the step's middle and opposite to it, with the weights (1 + s)/2 and (1 - s)/2, s = sin(Omega dt/2)/(Omega dt/2),
 * average it exactly, however many turns the step holds (PHYSICS section 9).
 */
final class Spin {
    private final double omegaAtStart;
    private final double inertiaAtStart;
    private double phase;

    /**
     * @param periodS period at t = 0 [s], {@code > 0}; infinite for none
     * @param momentOfInertia at t = 0 [g cm^2]
     */
    Spin(double periodS, double momentOfInertia) {
        omegaAtStart = 2 * Math.PI / periodS;
        inertiaAtStart = momentOfInertia;
    }

    /** Returns Omega [1/s] of a star with this moment of inertia [g cm^2]. */
    double angularVelocity(double momentOfInertia) {
        return omegaAtStart * inertiaAtStart / momentOfInertia;
    }

    /** Returns the phase in the middle of a step that begins now [rad]. */
    double middle(double angularVelocity, double dt) {
        return phase + angularVelocity * dt / 2;
    }

    /** Returns the weight of the evaluation in the middle of a step; that of the opposite phase is the rest. */
    static double weight(double angularVelocity, double dt) {
        double half = angularVelocity * dt / 2;
        return half == 0 ? 1 : (1 + Math.sin(half) / half) / 2;
    }

    /** Lets a step pass. */
    void turn(double angularVelocity, double dt) {
        phase = Math.IEEEremainder(phase + angularVelocity * dt, 2 * Math.PI);
    }
}
