package org.chiralkick.star;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.emission.EmissionMoment;
import org.chiralkick.star.emission.EmissionReplay;
import org.chiralkick.star.emission.Emitted;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.SpinningField;

/**
 * What the surface of a star that evolved was like, step by step. Any mechanism, closure, field or rotation can be asked what kick
 * it would have given along this evolution, in a thousandth of the time that the evolution took.
 *
 * <p>To the bit this is what a run with that mechanism gives where the star does not feel it (feedback {@code NONE}); to rounding
 * where the angular mean of the current vanishes, as it does for every field without monopole in a spherical star.
 */
public final class EmissionHistory {
    private final List<EmissionMoment> moments;
    private final double massG;

    private EmissionHistory(List<EmissionMoment> moments, double massG) {
        this.moments = List.copyOf(moments);
        this.massG = massG;
    }

    /**
     * Returns the history of a run.
     *
     * @param snapshots the star at the beginning and after each step, at least one step
     */
    public static EmissionHistory of(List<Snapshot> snapshots) {
        if (snapshots.size() < 2) {
            throw new IllegalArgumentException(
                    "an evolution of " + snapshots.size() + " snapshots has no step; needs the beginning and a step");
        }
        List<EmissionMoment> moments = new ArrayList<>();
        for (int i = 1; i < snapshots.size(); i++) {
            Snapshot begin = snapshots.get(i - 1);
            moments.add(new EmissionMoment(
                    begin.timeS(),
                    snapshots.get(i).dtS(),
                    begin.neutrinosphere(),
                    begin.lapse(),
                    begin.momentOfInertiaGCm2()));
        }
        return new EmissionHistory(moments, snapshots.get(0).massG());
    }

    /** Returns the rest mass of the star [g]. */
    public double massG() {
        return massG;
    }

    /** Returns the time that the star evolved [s]. */
    public double durationS() {
        EmissionMoment last = moments.get(moments.size() - 1);
        return last.timeS() + last.dtS();
    }

    /** Returns the steps, in order. */
    public List<EmissionMoment> moments() {
        return moments;
    }

    /**
     * Counts the recoil of the whole evolution in the ledger of a coupling.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     */
    public void count(SpinningField field, Coupling coupling) {
        CoolingStar.requireCgsAndProperTime(coupling);
        replay(field).count(coupling);
    }

    /**
     * Returns what leaves in the whole evolution in directions that turn with the star; the ledger counts nothing.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     * @param directions unit vectors from the centre, +z the spin axis, the magnetic axis in the x-z plane
     */
    public List<Emitted> inDirections(SpinningField field, Coupling coupling, List<Vector3> directions) {
        CoolingStar.requireCgsAndProperTime(coupling);
        return replay(field).inDirections(coupling, directions);
    }

    private EmissionReplay replay(SpinningField field) {
        return new EmissionReplay(
                moments,
                new FrozenField(field.initial(), field.decayS()),
                Math.toRadians(field.obliquityDeg()),
                field.spinPeriodS());
    }
}
