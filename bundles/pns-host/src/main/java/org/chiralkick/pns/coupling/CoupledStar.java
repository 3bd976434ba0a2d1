package org.chiralkick.pns.coupling;

import java.util.List;
import java.util.stream.IntStream;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.pns.evolve.AnomalousFlow;
import org.chiralkick.pns.field.FrozenField;
import org.chiralkick.pns.structure.Star;

/**
 * The star as a host of the adapter: each step all zones times directions, and the neutrinosphere with its surface elements, go
 * through the coupling. The state is that of the beginning of the step.
 */
public final class CoupledStar {
    private static final int POLAR = 16;
    private static final int AZIMUTHAL = 8;

    /** Inside only low moments are needed, of fields as smooth as a dipole or a map. */
    private static final int INTERIOR_POLAR = 6;

    private static final int INTERIOR_AZIMUTHAL = 4;

    private final Coupling coupling;
    private final Star initial;
    private final FrozenField field;
    private final Feedback feedback;
    private final Spin spin;
    private final InteriorBlock interior;
    private final SurfaceBlock surface;
    private long step;
    private double omega;

    /**
     * @param coupling in cgs units, without a step begun
     * @param initial star at t = 0; the field is frozen into it
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spinPeriodS rotation period at t = 0 [s]; infinite for none
     * @param feedback what the flux does to the star
     */
    public CoupledStar(
            Coupling coupling,
            Star initial,
            FrozenField field,
            double obliquityRad,
            double spinPeriodS,
            Feedback feedback) {
        this.coupling = coupling;
        this.initial = initial;
        this.field = field;
        this.feedback = feedback;
        this.spin = new Spin(spinPeriodS, initial.momentOfInertia());
        interior = new InteriorBlock(initial.zones(), new Directions(INTERIOR_POLAR, INTERIOR_AZIMUTHAL, obliquityRad));
        surface = new SurfaceBlock(new Directions(POLAR, AZIMUTHAL, obliquityRad));
    }

    /**
     * Begins a step and evaluates it; {@link #commit} or {@link #rollback} ends it.
     *
     * @param lapse at the neutrinosphere [1]
     * @return flows that the step is to add to diffusion
     */
    public AnomalousFlow evaluate(
            double timeS, double dt, Star star, OpticalDepth depth, Neutrinosphere sphere, double lapse) {
        omega = spin.angularVelocity(star.momentOfInertia());
        coupling.begin(step, timeS, dt);
        interior.fill(star, initial, depth, field, timeS, omega);
        coupling.evaluate(interior.binding(), 1);
        surface.fill(sphere, field, timeS, omega, lapse);
        double phase = spin.middle(omega, dt);
        double weight = Spin.weight(omega, dt);
        surface.turnTo(phase + Math.PI, sphere.radiusCm());
        coupling.evaluate(surface.binding(), 1 - weight);
        surface.turnTo(phase, sphere.radiusCm());
        coupling.evaluate(surface.binding(), weight);
        return switch (feedback) {
            case NONE -> AnomalousFlow.NONE;
            case ANGULAR_MEAN ->
                RadialFlows.ofMeans(star, interior.meanNumberFlux(), interior.meanEnergyFlux(), sphere.zone());
            case OUTFLOW -> outflow(star, sphere, lapse);
        };
    }

    private AnomalousFlow outflow(Star star, Neutrinosphere sphere, double lapse) {
        BlockResult result = surface.binding().result();
        // The ledger counts energy as seen from far away.
        return RadialFlows.outOf(star, sphere.zone(), result.numberRate(), result.energyRate() / lapse);
    }

    /** Puts the evaluated step into the ledger. */
    public void commit(double dt) {
        coupling.commit();
        spin.turn(omega, dt);
        step++;
    }

    /** Drops the evaluated step. */
    public void rollback() {
        coupling.rollback();
    }

    /** Returns the angular velocity in the latest evaluation [1/s]. */
    public double angularVelocity() {
        return omega;
    }

    /** Returns the root mean square of the field on the neutrinosphere in the latest evaluation [G]. */
    public double surfaceFieldGauss() {
        return surface.fieldGauss();
    }

    /** Returns the field and the currents in each zone in the latest evaluation, root mean squares over directions. */
    public List<ZoneCurrents> currents() {
        double[] gauss = interior.fieldMagnitude();
        double[] lepton = interior.leptonMagnitude();
        double[] axial = interior.axialMagnitude();
        double[] neutrino = interior.neutrinoMagnitude();
        return IntStream.range(0, gauss.length)
                .mapToObj(i -> new ZoneCurrents(gauss[i], lepton[i], axial[i], neutrino[i]))
                .toList();
    }
}
