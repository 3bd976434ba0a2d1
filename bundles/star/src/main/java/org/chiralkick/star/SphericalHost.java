package org.chiralkick.star;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongConsumer;
import org.chiralkick.host.BlockBinding;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.View;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;
import org.chiralkick.star.emission.EmissionSphere;
import org.chiralkick.star.emission.RotationStages;
import org.chiralkick.star.emission.SpinAverage;
import org.chiralkick.star.emission.Surface;
import org.chiralkick.star.emission.SurfaceMatter;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.KickHistory;
import org.chiralkick.star.kick.Kicked;

/** Drives a coupling through time as a host code does: one emitting sphere, turning with the star. */
public final class SphericalHost {
    private final StarSetup setup;
    private final Surface surface;
    private final EmissionSphere sphere;
    private final BlockBinding block;

    public SphericalHost(StarSetup setup, Surface surface) {
        this.setup = setup;
        requireSlowerThanLight(setup.angularVelocity() * surface.state().radiusCm());
        this.surface = surface;
        this.sphere = new EmissionSphere(
                surface.state().radiusCm(), setup.geometry(), setup.fieldGauss(), Math.toRadians(setup.obliquityDeg()));
        this.block = bind();
    }

    private static void requireSlowerThanLight(double speedCmPerS) {
        if (speedCmPerS >= PhysicalConstants.C_CM_PER_S) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the surface turns with %.3g cm/s; must be below the speed of light, so give a longer spin period",
                    speedCmPerS));
        }
    }

    /** Returns the number of surface elements. */
    public int elements() {
        return sphere.size();
    }

    /** Returns how often a step evaluates them. */
    public int stagesPerStep() {
        return stages().size();
    }

    private RotationStages stages() {
        return RotationStages.of(setup.angularVelocity(), setup.dt());
    }

    /**
     * Runs all steps and returns what the ledger says.
     *
     * @param coupling a fresh coupling in cgs units
     * @param progress told the number of evaluations done, once a step
     */
    public KickHistory run(Coupling coupling, LongConsumer progress) {
        List<KickHistory.Moment> moments = new ArrayList<>();
        moments.add(new KickHistory.Moment(0, 0, Recoil.NONE));
        double dt = setup.dt();
        RotationStages stages = stages();
        for (int step = 0; step < setup.steps(); step++) {
            double time = step * dt;
            coupling.begin(step, time, dt);
            for (int stage = 0; stage < stages.size(); stage++) {
                sphere.turnTo(setup.angularVelocity() * (time + stages.time(stage)));
                coupling.evaluate(block, stages.weight(stage));
            }
            coupling.commit();
            moments.add(new KickHistory.Moment(step + 1L, (step + 1) * dt, coupling.recoil()));
            progress.accept((step + 1L) * stages.size());
        }
        return new KickHistory(
                surface,
                moments,
                coupling.recoilBySource(),
                flags(coupling, setup.evaluations()),
                assumptions(coupling));
    }

    /**
     * Returns what the star receives in the whole duration, from a single evaluation: the state does not change, and a force that
     * co-rotates with the star averages as {@link SpinAverage} says.
     *
     * @param coupling a fresh coupling in cgs units
     */
    public Kicked total(Coupling coupling) {
        sphere.turnTo(0);
        coupling.begin(0, 0, setup.durationS());
        coupling.evaluate(block, 1);
        coupling.commit();
        Recoil still = coupling.recoil();
        double phase = setup.angularVelocity() * setup.durationS();
        Recoil whole = new Recoil(
                SpinAverage.of(still.momentum(), phase),
                SpinAverage.of(still.torque(), phase),
                still.number(),
                still.energyErg(),
                still.steps());
        return new Kicked(whole, Kick.of(whole, setup.massG()), flags(coupling, 1));
    }

    private BlockBinding bind() {
        return SurfaceMatter.bind(sphere.size(), surface.state(), setup)
                .in(
                        ZoneField.MAGNETIC_FIELD,
                        View.of(sphere.field(0)),
                        View.of(sphere.field(1)),
                        View.of(sphere.field(2)))
                .in(
                        ZoneField.SURFACE_ELEMENT,
                        View.of(sphere.element(0)),
                        View.of(sphere.element(1)),
                        View.of(sphere.element(2)))
                .build();
    }

    private Map<String, Long> flags(Coupling coupling, long evaluations) {
        Map<String, Long> flags = Kicked.flags(coupling);
        // mu_nu is given to the coupling, so only this host knows where it came from.
        if (surface.state().neutrinosDecoupled()) {
            flags.put(ValidityFlag.NEUTRINOS_DECOUPLED.label(), evaluations * sphere.size());
        }
        return flags;
    }

    private List<String> assumptions(Coupling coupling) {
        List<String> all = new ArrayList<>();
        all.add("the state on the surface stays as it is for the whole duration");
        all.add("the state on the surface is the same at all angles");
        all.addAll(coupling.assumptions());
        return all;
    }
}
