package org.chiralkick.star;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.dipole.DipoleKick;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.DipoleReplay;
import org.chiralkick.star.emission.EmissionMoment;
import org.chiralkick.star.emission.EmissionReplay;
import org.chiralkick.star.emission.Emitted;
import org.chiralkick.star.emission.InteriorHistory;
import org.chiralkick.star.emission.Spin;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.kick.StarKick;
import org.jspecify.annotations.Nullable;

/**
 * What a star was like, step by step: its surface, and its interior where it is needed; one that stays as it is ({@link FrozenStar}) has
 * the same state in each. Any mechanism, closure, field or rotation can be asked what kick it would have given along this history, in a
 * hundredth of the time that an evolution took.
 *
 * <p>To the bit this is what a run with that mechanism gives where the star does not feel it (feedback {@code NONE}); to rounding
 * where the angular mean of the current vanishes, as it does for every field without monopole in a spherical star. So much for the
 * surface; the l = 1 response, whose history comes from {@link CoolingStar#history}, samples the interior in fewer directions than a run:
 * it agrees to rounding for uniform fields and dipoles while no steps were joined (some thousand of them), else to 1e-3.
 */
public final class EmissionHistory {
    private final List<EmissionMoment> moments;
    private final @Nullable InteriorHistory interior;
    private final double massG;
    private final Contraction surface;
    private final EmissionMoment end;
    private final @Nullable EmissionHistory coarse;

    /**
     * @param moments the steps, in order, at least one
     * @param end the star after the last, in a step of no length
     * @param interior what the star was like inside; null for one of which the surface alone is known
     * @param massG rest mass of the star [g]
     * @param surface how its surface shrinks
     * @param coarse the same in steps of twice the length; null where there is none
     */
    private EmissionHistory(
            List<EmissionMoment> moments,
            EmissionMoment end,
            @Nullable InteriorHistory interior,
            double massG,
            Contraction surface,
            @Nullable EmissionHistory coarse) {
        this.end = end;
        this.moments = List.copyOf(moments);
        this.interior = interior;
        this.massG = massG;
        this.surface = surface;
        this.coarse = coarse;
    }

    /**
     * @param moments the steps, in order, at least one
     * @param end the star after the last, in a step of no length
     * @param interior what the star was like inside; null for one of which the surface alone is known
     * @param massG rest mass of the star [g]
     * @param surface how its surface shrinks
     */
    EmissionHistory(
            List<EmissionMoment> moments,
            EmissionMoment end,
            @Nullable InteriorHistory interior,
            double massG,
            Contraction surface) {
        this(moments, end, interior, massG, surface, null);
    }

    /**
     * Returns this history with that of the same star in steps of twice the length, so that kicks tell the error that the length of steps
     * makes.
     */
    public EmissionHistory besides(EmissionHistory other) {
        return new EmissionHistory(moments, end, interior, massG, surface, other);
    }

    /**
     * Returns the history of a run's surface; its interior is in {@link CoolingStar#history}.
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
            moments.add(moment(snapshots.get(i - 1), snapshots.get(i).dtS()));
        }
        Snapshot start = snapshots.get(0);
        Snapshot end = snapshots.get(snapshots.size() - 1);
        return new EmissionHistory(moments, moment(end, 0), null, start.massG(), Snapshot.contraction(start, end));
    }

    private static EmissionMoment moment(Snapshot begin, double dtS) {
        return new EmissionMoment(
                begin.timeS(), dtS, begin.neutrinosphere(), begin.lapse(), begin.momentOfInertiaGCm2());
    }

    /** Returns the rest mass of the star [g]. */
    public double massG() {
        return massG;
    }

    /** Returns how the surface of the star shrinks. */
    public Contraction surface() {
        return surface;
    }

    /** Returns how long the star emits [s]. */
    public double durationS() {
        EmissionMoment last = moments.get(moments.size() - 1);
        return last.timeS() + last.dtS();
    }

    /** Returns the steps, in order. */
    public List<EmissionMoment> moments() {
        return moments;
    }

    /**
     * Counts the recoil of the whole history in the ledger of a coupling.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     */
    public void count(SpinningField field, Coupling coupling) {
        count(field, coupling, step -> {});
    }

    /**
     * Counts the recoil of the whole history in the ledger of a coupling, step by step.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     * @param afterStep receives the number of steps done, after each
     */
    public void count(SpinningField field, Coupling coupling, LongConsumer afterStep) {
        requireUnits(coupling);
        replay(field).count(coupling, afterStep);
    }

    /**
     * Returns what leaves in the whole history in directions that rotate with the star; the ledger counts nothing.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     * @param directions unit vectors from the centre, +z the spin axis, the magnetic axis in the x-z plane
     */
    public List<Emitted> inDirections(SpinningField field, Coupling coupling, List<Vector3> directions) {
        requireUnits(coupling);
        return replay(field).inDirections(coupling, directions);
    }

    private void requireUnits(Coupling coupling) {
        CoolingStar.requireCgs(coupling);
        // Without a lapse proper and coordinate time are the same.
        if (!Double.isNaN(moments.get(0).lapse())) {
            CoolingStar.requireProperTime(coupling);
        }
    }

    /**
     * Returns what the l = 1 response of the star would have given it; the ledger counts nothing.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     * @throws IllegalStateException if this history knows the surface alone
     */
    public DipoleKick dipole(SpinningField field, Coupling coupling) {
        return respond(field, coupling).kick();
    }

    private DipoleReplay.Response respond(SpinningField field, Coupling coupling) {
        requireUnits(coupling);
        if (interior == null) {
            throw new IllegalStateException("this history knows the surface alone; take it from the run");
        }
        return new DipoleReplay(
                        interior,
                        new FrozenField(field.initial(), field.decayS()),
                        Math.toRadians(field.obliquityDeg()),
                        field.spinPeriodS())
                .respond(coupling);
    }

    /**
     * Returns what the star would have been given, under both closures of escape. The ledger counts the recoil of the surface.
     *
     * @param field field and rotation that the star is given
     * @param coupling a fresh coupling in cgs units with proper time (the default options)
     * @throws IllegalStateException if this history knows the surface alone
     */
    public StarKick kick(SpinningField field, Coupling coupling) {
        DipoleKick dipole = dipole(field, coupling);
        count(field, coupling);
        return new StarKick(massG, coupling.recoil(), dipole);
    }

    /**
     * Returns what the star would have been given, with its flags and its field. The ledger counts the recoil of the surface.
     *
     * @param field field and rotation that the star is given
     * @param coupling a fresh coupling in cgs units with proper time (the default options)
     * @param escape the closure of escape in force
     * @throws IllegalStateException if this history knows the surface alone
     */
    public Kicked kicked(SpinningField field, Coupling coupling, Escape escape) {
        if (coarse == null) {
            return along(field, coupling, escape);
        }
        Vector3 momentum = coarse.momentum(field, coupling, escape);
        return along(field, coupling, escape).withErrorAgainst(momentum);
    }

    /**
     * Returns the momentum that the star would have been given [g cm/s], under one closure of escape; the ledger counts nothing.
     *
     * @param field field and rotation that the star is given
     * @param coupling a coupling in cgs units with proper time (the default options), without a step begun
     * @throws IllegalStateException if this history knows the surface alone and the closure is not that
     */
    public Vector3 momentum(SpinningField field, Coupling coupling, Escape escape) {
        if (escape == Escape.DIPOLE) {
            return dipole(field, coupling).momentum();
        }
        byte[] before = coupling.saveState();
        Vector3 already = coupling.recoil().momentum();
        count(field, coupling);
        Vector3 after = coupling.recoil().momentum();
        coupling.restoreState(before);
        return new Vector3(after.x() - already.x(), after.y() - already.y(), after.z() - already.z());
    }

    private Kicked along(SpinningField field, Coupling coupling, Escape escape) {
        DipoleReplay.Response response = respond(field, coupling);
        count(field, coupling);
        Map<String, Long> flags =
                new LinkedHashMap<>(escape == Escape.DIPOLE ? response.flags() : Kicked.flags(coupling));
        flags.putAll(breakUp(field.spinPeriodS()).flag());
        return Kicked.of(new StarKick(massG, coupling.recoil(), response.kick()), escape, flags, surface.of(field));
    }

    /** Returns whether a star with this period at the start [s] would rotate faster than it can hold together. */
    BreakUp breakUp(double spinPeriodS) {
        BreakUp rotation = new BreakUp(massG);
        Spin spin = new Spin(spinPeriodS, moments.get(0).momentOfInertiaGCm2());
        for (EmissionMoment moment : moments) {
            rotation.watch(moment.sphere().radiusCm(), spin.angularVelocity(moment.momentOfInertiaGCm2()));
        }
        rotation.watch(end.sphere().radiusCm(), spin.angularVelocity(end.momentOfInertiaGCm2()));
        return rotation;
    }

    private EmissionReplay replay(SpinningField field) {
        return new EmissionReplay(
                moments,
                new FrozenField(field.initial(), field.decayS()),
                Math.toRadians(field.obliquityDeg()),
                field.spinPeriodS());
    }
}
