package org.chiralkick.star.emission;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.field.FrozenField;

/**
 * The emission of a star whose surface is known for all times: through any mechanism, with any field and rotation. Only the sphere
 * that emits is evaluated; the star does not feel it.
 */
public final class EmissionReplay {
    /** Surface elements of the sphere. */
    public static final int ELEMENTS = RotatingSurface.ELEMENTS;

    private final List<EmissionMoment> moments;
    private final FrozenField field;
    private final double obliquityRad;
    private final double spinPeriodS;

    /**
     * @param moments the steps, in order, at least one
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spinPeriodS rotation period at t = 0 [s]; infinite for none
     */
    public EmissionReplay(List<EmissionMoment> moments, FrozenField field, double obliquityRad, double spinPeriodS) {
        this.moments = List.copyOf(moments);
        this.field = field;
        this.obliquityRad = obliquityRad;
        this.spinPeriodS = spinPeriodS;
    }

    /**
     * Puts all steps into the ledger of a coupling in cgs units with proper time.
     *
     * @param afterStep receives the number of steps done, after each
     */
    public void count(Coupling coupling, LongConsumer afterStep) {
        EmissionMoment first = moments.get(0);
        RotatingSurface surface = new RotatingSurface(field, obliquityRad, spin(), first.sphere(), first.lapse());
        long before = coupling.recoil().steps(); // numbers of steps rise in a coupling, whatever it counted before
        long step = 0;
        for (EmissionMoment moment : moments) {
            surface.moveTo(moment.timeS(), moment.sphere(), moment.lapse(), moment.momentOfInertiaGCm2());
            coupling.begin(before + step, moment.timeS(), moment.dtS());
            surface.evaluate(coupling, moment.dtS());
            coupling.commit();
            surface.pass(moment.dtS());
            step++;
            afterStep.accept(step);
        }
    }

    /**
     * Returns what leaves in all steps in directions that rotate with the star: outward components, negative where the current
     * flows inward. The ledger counts nothing (weight 0).
     *
     * @param directions unit vectors from the centre, at the phase of t = 0
     */
    public List<Emitted> inDirections(Coupling coupling, List<Vector3> directions) {
        Directions nodes = new Directions(directions, obliquityRad);
        int size = nodes.size();
        EmissionMoment first = moments.get(0);
        SurfaceBlock block = new SurfaceBlock(nodes, first.sphere(), first.lapse());
        Spin spin = spin();
        double[] numbers = new double[size];
        double[] ergs = new double[size];
        for (EmissionMoment moment : moments) {
            double radius = moment.sphere().radiusCm();
            double omega = spin.angularVelocity(moment.momentOfInertiaGCm2());
            block.fill(moment.timeS(), moment.sphere(), moment.lapse(), field, omega);
            block.rotateTo(0, radius);
            coupling.begin(CoupledStar.UNCOUNTED, moment.timeS(), moment.dtS());
            coupling.evaluate(block.binding(), 0);
            coupling.rollback();
            double weight = radius * radius * moment.dtS();
            for (int k = 0; k < size; k++) {
                numbers[k] += weight * block.outwardNumber(k);
                ergs[k] += weight * block.outwardEnergy(k);
            }
        }
        List<Emitted> all = new ArrayList<>(size);
        for (int k = 0; k < size; k++) {
            all.add(new Emitted(numbers[k], ergs[k]));
        }
        return all;
    }

    private Spin spin() {
        return new Spin(spinPeriodS, moments.get(0).momentOfInertiaGCm2());
    }
}
