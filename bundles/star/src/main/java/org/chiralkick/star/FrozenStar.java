package org.chiralkick.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.EmissionMoment;
import org.chiralkick.star.emission.EmissionReplay;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.emission.Spin;
import org.chiralkick.star.field.Allowed;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.PolarField;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.profile.RadialState;
import org.chiralkick.table.Numbers;

/**
 * A star whose surface stays as it is: an {@link EmissionHistory} of one state, in as many steps as one likes.
 *
 * @param name of the star
 * @param surface the sphere that emits
 * @param geometry shape of the field, a dipole's pole on that sphere
 * @param durationS how long it emits [s]
 * @param massG mass that recoils [g]
 */
public record FrozenStar(
        String name, Neutrinosphere surface, FieldShape.Analytic geometry, double durationS, double massG)
        implements EmittingStar {
    /** A profile's surface says nothing of the lapse, and the moment of inertia stays. */
    private static final double NO_LAPSE = Double.NaN;

    private static final double CONSTANT_INERTIA = 1;

    /** Refuses values outside the ranges named. */
    public FrozenStar {
        Allowed.require(durationS > 0 && Double.isFinite(durationS), "duration", durationS, "s", "finite and > 0");
        Allowed.require(massG > 0 && Double.isFinite(massG), "mass", massG, "g", "finite and > 0");
    }

    /** Returns the same star with another sphere that emits. */
    public FrozenStar emittingFrom(Neutrinosphere other) {
        return new FrozenStar(name, other, geometry, durationS, massG);
    }

    /** Returns its emission: the same state at the beginning of steps of equal length, {@code >= 1}. */
    public EmissionHistory history(int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("number of steps is " + steps + "; must be >= 1");
        }
        double dt = durationS / steps;
        List<EmissionMoment> moments = IntStream.range(0, steps)
                .mapToObj(step -> new EmissionMoment(step * dt, dt, surface, NO_LAPSE, CONSTANT_INERTIA))
                .toList();
        EmissionMoment end = new EmissionMoment(durationS, 0, surface, NO_LAPSE, CONSTANT_INERTIA);
        return new EmissionHistory(moments, end, null, massG, Contraction.none(surface.radiusCm(), durationS));
    }

    /** Returns a field and a rotation as its history takes them; refuses a surface that would be faster than light. */
    public SpinningField spinning(Magnet magnet) {
        double speedCmPerS = magnet.angularVelocityPerS() * surface.radiusCm();
        if (speedCmPerS >= PhysicalConstants.C_CM_PER_S) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the surface turns with %.3g cm/s; must be below the speed of light, so give a longer spin period",
                    speedCmPerS));
        }
        double gauss = fieldGauss(magnet);
        // Without a field only the rotation has a direction: then its equator is where the outflow has its kink.
        double obliquityDeg = gauss == 0 ? 0 : magnet.obliquityDeg();
        return geometry.onSphere(surface.radiusCm()).of(new Magnet(gauss, obliquityDeg, magnet.spinPeriodS()));
    }

    /** Returns the strength of its field [G]: that of a dipole at the pole on the surface. */
    public double fieldGauss(Magnet magnet) {
        return geometry.onSphere(surface.radiusCm()).gauss(magnet);
    }

    /** Returns its field at the pole of its surface, which stays. */
    public PolarField polarField(Magnet magnet) {
        return Contraction.none(surface.radiusCm(), durationS).of(spinning(magnet));
    }

    /** Returns whether it rotates faster than it can hold together. */
    public BreakUp breakUp(Magnet magnet) {
        return history(1).breakUp(magnet.spinPeriodS());
    }

    /** Returns the number of surface elements. */
    public int elements() {
        return EmissionReplay.ELEMENTS;
    }

    /** Returns how often a step evaluates them. */
    public int stagesPerStep(Magnet magnet) {
        return Spin.stages(magnet.angularVelocityPerS());
    }

    @Override
    public Kicked kick(Magnet magnet, Coupling coupling) {
        history(1).count(spinning(magnet), coupling);
        Recoil recoil = coupling.recoil();
        Map<String, Long> flags = flags(coupling, stagesPerStep(magnet));
        flags.putAll(breakUp(magnet).flag());
        return Kicked.bySurface(recoil, massG, flags, polarField(magnet));
    }

    /** It has no transport: what its surface lets out is all. */
    @Override
    public Escape escape() {
        return Escape.SURFACE;
    }

    /**
     * Returns what the ledger says after each of some steps.
     *
     * @param magnet field and rotation that it is given
     * @param steps steps of equal length, {@code >= 1}
     * @param coupling a fresh coupling in cgs units
     * @param progress receives the number of evaluations done, once a step
     */
    public KickHistory run(Magnet magnet, int steps, Coupling coupling, LongConsumer progress) {
        EmissionHistory history = history(steps);
        SpinningField field = spinning(magnet);
        double dt = durationS / steps;
        Spin.requireKnownPhase(magnet.angularVelocityPerS(), dt);
        long stages = stagesPerStep(magnet);
        List<KickHistory.Moment> moments = new ArrayList<>();
        moments.add(new KickHistory.Moment(0, 0, Recoil.NONE));
        history.count(field, coupling, step -> {
            moments.add(new KickHistory.Moment(step, step * dt, coupling.recoil()));
            progress.accept(step * stages);
        });
        return new KickHistory(
                surface, moments, coupling.recoilBySource(), flags(coupling, steps * stages), assumptions(coupling));
    }

    private Map<String, Long> flags(Coupling coupling, long evaluations) {
        Map<String, Long> flags = Kicked.flags(coupling);
        // mu_nu is given to the coupling, so only the star knows that it came from a neutrino fraction.
        if (RadialState.neutrinosDecoupled(surface.densityGPerCm3(), surface.neutrinoFraction())) {
            flags.put(ValidityFlag.NEUTRINOS_DECOUPLED.label(), evaluations * elements());
        }
        return flags;
    }

    private static List<String> assumptions(Coupling coupling) {
        List<String> all = new ArrayList<>();
        all.add("the state on the surface stays as it is for the whole duration");
        all.add("the state on the surface is the same at all angles");
        all.addAll(coupling.assumptions());
        return all;
    }

    @Override
    public String describe() {
        return "star " + name + "; surface at " + Numbers.of(surface.radiusCm() / 1e5) + " km: T "
                + Numbers.of(surface.temperatureMev(), 3) + " MeV; mu_e "
                + Numbers.of(surface.electronPotentialMev(), 3) + " MeV; mu_nu "
                + Numbers.of(surface.neutrinoPotentialMev(), 3) + " MeV; " + Numbers.given(durationS) + " s; "
                + Numbers.given(massG) + " g";
    }

    @Override
    public String fieldMeaning() {
        return geometry.label() + " field" + (geometry == FieldShape.Analytic.DIPOLE ? ", at its pole" : "");
    }

    @Override
    public String field(Magnet magnet) {
        return geometry.label() + " field of " + Numbers.given(fieldGauss(magnet)) + " G";
    }
}
