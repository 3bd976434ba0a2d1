package org.chiralkick.star.emission;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.field.FrozenField;

/**
 * The emission of a star whose evolution is known, once more: through another mechanism, with another field or rotation. Only the
 * sphere that emits is evaluated; the star does not feel it.
 */
public final class EmissionReplay {
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

    /** Puts all steps into the ledger of a coupling in cgs units with proper time. */
    public void count(Coupling coupling) {
        RotatingSurface surface = new RotatingSurface(field, obliquityRad, spin());
        long step = 0;
        for (EmissionMoment moment : moments) {
            surface.moveTo(moment.timeS(), moment.sphere(), moment.lapse(), moment.momentOfInertiaGCm2());
            coupling.begin(step, moment.timeS(), moment.dtS());
            surface.evaluate(coupling, moment.dtS());
            coupling.commit();
            surface.turn(moment.dtS());
            step++;
        }
    }

    /**
     * Returns what leaves in all steps in directions that turn with the star: outward components, negative where the current
     * flows inward. The ledger counts nothing (weight 0).
     *
     * @param directions unit vectors from the centre, at the phase of t = 0
     */
    public List<Emitted> inDirections(Coupling coupling, List<Vector3> directions) {
        Directions nodes = new Directions(directions, obliquityRad);
        int size = nodes.size();
        SurfaceBlock block = new SurfaceBlock(nodes);
        Spin spin = spin();
        double[] numbers = new double[size];
        double[] ergs = new double[size];
        for (EmissionMoment moment : moments) {
            double radius = moment.sphere().radiusCm();
            double omega = spin.angularVelocity(moment.momentOfInertiaGCm2());
            block.fill(moment.timeS(), moment.sphere(), moment.lapse(), field, omega);
            block.turnTo(0, radius);
            coupling.begin(0, moment.timeS(), moment.dtS());
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
