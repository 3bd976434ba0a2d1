package org.chiralkick.star.emission;

import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.field.FrozenField;

/**
 * The sphere that emits, with the field frozen into it, rotating with the star. A step of it is two evaluations, which average
 * the rotating force exactly ({@link Spin}).
 */
final class RotatingSurface {
    private static final int POLAR = 16;
    /** They sum the harmonics 0 to 2 of products of vectors exactly. */
    private static final int AZIMUTHAL = 8;

    /** Number of surface elements. */
    static final int ELEMENTS = 2 * POLAR * AZIMUTHAL;

    private final FrozenField field;
    private final Spin spin;
    private final SurfaceBlock block;
    private double radiusCm;
    private double omega;

    /**
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spin rotation of the star
     * @param sphere the first of the spheres to be taken up; all are known as well as this one
     * @param lapse lapse on it [1]; NaN where the star around it is not known
     */
    RotatingSurface(FrozenField field, double obliquityRad, Spin spin, Neutrinosphere sphere, double lapse) {
        this.field = field;
        this.spin = spin;
        block = new SurfaceBlock(new Directions(POLAR, AZIMUTHAL, obliquityRad), sphere, lapse);
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
        if (weight < 1) {
            block.rotateTo(phase + Math.PI, radiusCm);
            coupling.evaluate(block.binding(), 1 - weight);
        }
        block.rotateTo(phase, radiusCm);
        coupling.evaluate(block.binding(), weight);
    }

    /** Returns how far the star has turned in the middle of a step of length dt [s] [rad]. */
    double middle(double dt) {
        return spin.middle(omega, dt);
    }

    /** Lets a step pass that was counted. */
    void pass(double dt) {
        spin.pass(omega, dt);
    }

    /** Returns how many evaluations of surface elements count in a step of length dt [s]: those of a phase with a weight. */
    long counted(double dt) {
        double weight = Spin.weight(omega, dt);
        return (weight == 0 || weight == 1 ? 1L : 2L) * block.size();
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
