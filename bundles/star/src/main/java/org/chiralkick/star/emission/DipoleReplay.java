package org.chiralkick.star.emission;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chiralkick.host.Coupling;
import org.chiralkick.source.SourceDescriptor;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.field.FrozenField;

/**
 * The l = 1 response of a star whose evolution is known, once more: to another mechanism, with another field or rotation. The star
 * itself does not feel it.
 */
public final class DipoleReplay {
    private final List<InteriorMoment> moments;
    private final FrozenField field;
    private final double obliquityRad;
    private final double spinPeriodS;

    /**
     * @param history the steps, at least one
     * @param field frozen field
     * @param obliquityRad angle from the spin axis +z to the magnetic axis, towards +x at t = 0 [rad]
     * @param spinPeriodS rotation period at t = 0 [s]; infinite for none
     */
    public DipoleReplay(InteriorHistory history, FrozenField field, double obliquityRad, double spinPeriodS) {
        this.moments = List.copyOf(history.moments());
        this.field = field;
        this.obliquityRad = obliquityRad;
        this.spinPeriodS = spinPeriodS;
    }

    /**
     * What a response gave.
     *
     * @param kick what it gave the star
     * @param flags how many zone evaluations inside the star have raised which validity flags, those that were raised
     */
    public record Response(DipoleKick kick, Map<String, Long> flags) {}

    /** Returns what a coupling in cgs units with proper time gives; its ledger counts nothing. */
    public Response respond(Coupling coupling) {
        InteriorMoment first = moments.get(0);
        Spin spin = new Spin(spinPeriodS, first.momentOfInertia());
        InteriorBlock interior = new InteriorBlock(
                first.state(), field, InteriorNodes.forDipole(field, first.state(), obliquityRad), false);
        CoupledDipole dipole = new CoupledDipole(first.state().zones());
        long[] counts = new long[ValidityFlag.values().length];
        for (InteriorMoment moment : moments) {
            double omega = spin.angularVelocity(moment.momentOfInertia());
            double dt = moment.step().dtS();
            interior.fill(moment.state(), omega);
            coupling.begin(CoupledStar.UNCOUNTED, moment.step().timeS(), dt);
            coupling.evaluate(interior.binding(), 0);
            List<SourceDescriptor> sources = coupling.sources();
            List<String> builds = coupling.builds();
            coupling.rollback();
            for (ValidityFlag flag : ValidityFlag.values()) {
                counts[flag.ordinal()] += interior.binding().result().flagCount(flag);
            }
            dipole.count(moment.step(), sources, builds, interior, spin.middle(omega, dt), omega);
            spin.pass(omega, dt);
        }
        Map<String, Long> flags = new LinkedHashMap<>();
        for (ValidityFlag flag : ValidityFlag.values()) {
            if (counts[flag.ordinal()] > 0) {
                flags.put(flag.label(), counts[flag.ordinal()]);
            }
        }
        return new Response(dipole.kick(), flags);
    }
}
