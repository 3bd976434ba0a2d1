package org.chiralkick.star.emission;

import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.field.FrozenField;

/**
 * The sphere that emits, with the field frozen into it, turning with the star. A step of it is two evaluations, which average
 * the turning force exactly ({@link Spin}).
 */
final class RotatingSurface {
    private static final int POLAR = 16;
    private static final int AZIMUTHAL = 8;

    private final FrozenField field;
    private final Spin spin;
    private final SurfaceBlock block;
    private double radiusCm;
    private double omega;

    /**
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spin rotation of the star
     */
    RotatingSurface(FrozenField field, double obliquityRad, Spin spin) {
        this.field = field;
        this.spin = spin;
        block = new SurfaceBlock(new Directions(POLAR, AZIMUTHAL, obliquityRad));
    }

    /** Takes up the sphere at the beginning of a step, in a star with a moment of inertia [g cm^2]. */
    void moveTo(double timeS, Neutrinosphere sphere, double lapse, double momentOfInertia) {
        radiusCm = sphere.radiusCm();
        omega = spin.angularVelocity(momentOfInertia);
        block.fill(timeS, sphere, lapse, field, omega);
    }

    /** Evaluates the step that a coupling has begun, of length dt [s]. */
    void evaluate(Coupling coupling, double dt) {
        double phase = spin.middle(omega, dt);
        double weight = Spin.weight(omega, dt);
        block.turnTo(phase + Math.PI, radiusCm);
        coupling.evaluate(block.binding(), 1 - weight);
        block.turnTo(phase, radiusCm);
        coupling.evaluate(block.binding(), weight);
    }

    /** Lets a step pass that was counted. */
    void turn(double dt) {
        spin.turn(omega, dt);
    }

    /** Returns how many surface elements a step evaluates. */
    long zonesPerStep() {
        return 2L * block.size();
    }

    /** Returns the angular velocity [1/s]. */
    double angularVelocity() {
        return omega;
    }

    /** Returns the root mean square of the field on the sphere [G]. */
    double fieldGauss() {
        return block.fieldGauss();
    }

    /** Returns the net number of neutrinos that the latest evaluation sends outward [1/s]. */
    double netNumberRate() {
        return block.netNumberRate();
    }

    /** Returns the net energy that the latest evaluation sends outward, in the frame of the sphere [erg/s]. */
    double netEnergyRate() {
        return block.netEnergyRate();
    }

    /** Returns what the latest evaluation gave. */
    BlockResult result() {
        return block.binding().result();
    }
}
