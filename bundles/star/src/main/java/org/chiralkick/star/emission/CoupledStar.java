package org.chiralkick.star.emission;

import java.util.List;
import java.util.stream.IntStream;
import org.chiralkick.host.BlockResult;
import org.chiralkick.host.Coupling;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.dipole.DipoleContrast;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.DipoleStep;
import org.chiralkick.star.evolve.AnomalousFlow;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.structure.Star;

/**
 * The star as a host of the adapter: each step all zones times directions, and the neutrinosphere with its surface elements, go
 * through the coupling. The state is that of the beginning of the step.
 */
public final class CoupledStar {
    /** Number of a step that is evaluated for its fluxes and rolled back: above the number of every step that is committed. */
    public static final long UNCOUNTED = Long.MAX_VALUE;

    private final Coupling coupling;
    private final Star initial;
    private final Feedback feedback;
    private final InteriorBlock interior;
    private final RotatingSurface surface;
    private final CoupledDipole dipole;
    private final InteriorHistory history;
    private final double[] magneticAxis;
    private final long[] interiorFlags = new long[ValidityFlag.values().length];
    private InteriorState state;
    private Instant now;
    private final long before; // steps that the coupling has counted: its numbers rise
    private long step;
    private long surfaceEvaluations;

    /**
     * @param coupling in cgs units with proper time, without a step begun
     * @param start the star at t = 0; the field is frozen into it
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spinPeriodS rotation period at t = 0 [s]; infinite for none
     * @param feedback what the flux does to the star
     */
    public CoupledStar(
            Coupling coupling,
            Instant start,
            FrozenField field,
            double obliquityRad,
            double spinPeriodS,
            Feedback feedback) {
        this.coupling = coupling;
        this.initial = start.star();
        this.feedback = feedback;
        this.before = coupling.recoil().steps();
        this.now = start;
        state = new InteriorState(start, initial);
        interior = new InteriorBlock(state, field, InteriorNodes.all(obliquityRad), true);
        dipole = new CoupledDipole(initial.zones());
        history = new InteriorHistory(initial.zones());
        magneticAxis = new double[] {Math.sin(obliquityRad), 0, Math.cos(obliquityRad)};
        Spin spin = new Spin(spinPeriodS, initial.momentOfInertia());
        surface = new RotatingSurface(field, obliquityRad, spin, start.sphere(), start.lapse());
        moveTo(start);
    }

    /** Takes up the star at an instant: the next evaluation, field and rotation are those of it. */
    public void moveTo(Instant instant) {
        now = instant;
        surface.moveTo(now.timeS(), now.sphere(), now.lapse(), now.star().momentOfInertia());
        state = new InteriorState(now, initial);
        interior.fill(state, surface.angularVelocity());
    }

    /**
     * Begins a step with the star last taken up, and evaluates it; {@link #commit} or {@link #rollback} ends it.
     *
     * @param dt length of the step [s], {@code > 0}
     * @return flows that the step is to add to diffusion
     */
    public AnomalousFlow evaluate(double dt) {
        coupling.begin(before + step, now.timeS(), dt);
        coupling.evaluate(interior.binding(), 1);
        surface.evaluate(coupling, dt);
        return switch (feedback) {
            case NONE -> AnomalousFlow.NONE;
            case ANGULAR_MEAN ->
                RadialFlows.ofMeans(
                        now.star(),
                        interior.meanNumberFlux(),
                        interior.meanEnergyFlux(),
                        now.sphere().zone(),
                        surface.netNumberRate(),
                        surface.netEnergyRate());
            case OUTFLOW -> outflow();
        };
    }

    private AnomalousFlow outflow() {
        BlockResult result = surface.result();
        // The ledger counts energy as seen from far away.
        double energyRate = result.energyRate() / now.lapse();
        return RadialFlows.outOf(now.star(), now.sphere().zone(), result.numberRate(), energyRate);
    }

    /**
     * Puts the evaluated step into the ledger, and lets the star answer to the fluxes inside it.
     *
     * @param answer how the star answered: the step that begins with the star last taken up
     */
    public void commit(DipoleStep answer) {
        coupling.commit();
        for (ValidityFlag flag : ValidityFlag.values()) {
            interiorFlags[flag.ordinal()] += interior.binding().result().flagCount(flag);
        }
        double dt = answer.dtS();
        surfaceEvaluations += surface.counted(dt);
        history.add(new InteriorMoment(state, answer, now.star().momentOfInertia()));
        dipole.count(
                answer, coupling.sources(), coupling.builds(), interior, surface.middle(dt), surface.angularVelocity());
        surface.pass(dt);
        step++;
    }

    /** Drops the evaluated step. */
    public void rollback() {
        coupling.rollback();
    }

    /** Returns what the l = 1 response has given the star. */
    public DipoleKick dipole() {
        return dipole.kick();
    }

    /** Returns what the sources that were in force together have given by it. */
    public List<DipoleEntry> dipoleBySources() {
        return dipole.entries();
    }

    /** Returns the l = 1 contrast of each zone between the magnetic pole and the magnetic equator. */
    public List<DipoleContrast> contrasts() {
        return dipole.contrasts(magneticAxis);
    }

    /** Returns the steps so far as far as the response to other fluxes goes. */
    public InteriorHistory interior() {
        return history.copy();
    }

    /** Returns how many zones a step evaluates inside the star. */
    public long interiorZonesPerStep() {
        return interior.zones();
    }

    /** Returns how many evaluations of elements of the neutrinosphere counted in the steps committed. */
    public long surfaceEvaluations() {
        return surfaceEvaluations;
    }

    /** Returns how many zone evaluations inside the star have raised a flag, in the steps committed. */
    public long interiorFlags(ValidityFlag flag) {
        return interiorFlags[flag.ordinal()];
    }

    /** Returns the angular velocity now [1/s]. */
    public double angularVelocity() {
        return surface.angularVelocity();
    }

    /** Returns the root mean square of the field on the neutrinosphere now [G]. */
    public double surfaceFieldGauss() {
        return surface.fieldGauss();
    }

    /** Returns the field now and the currents of the latest evaluation in each zone, root mean squares over directions. */
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
