package org.chiralkick.star;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.value.Recoil;
import org.chiralkick.host.value.TimeKind;
import org.chiralkick.host.value.Units;
import org.chiralkick.host.value.Vector3;
import org.chiralkick.star.dipole.DipoleStep;
import org.chiralkick.star.emission.CoupledStar;
import org.chiralkick.star.emission.DipoleEntry;
import org.chiralkick.star.emission.EmissionMoment;
import org.chiralkick.star.emission.Instant;
import org.chiralkick.star.emission.Neutrinosphere;
import org.chiralkick.star.emission.OpticalDepth;
import org.chiralkick.star.evolve.AnomalousFlow;
import org.chiralkick.star.evolve.Evolution;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.field.FrozenField;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.structure.Lapse;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLimitedDiffusion;
import org.chiralkick.star.transport.NeutrinoGases;
import org.chiralkick.star.transport.NeutrinoOpacity;

/**
 * A proto-neutron star that cools while a mechanism acts on it, step by step.
 *
 * <pre>
 * {@code try (Coupling coupling = Coupling.open(sources, CouplingConfig.defaults(), CouplingOptions.defaults())) {
 *     CoolingStar run = CoolingStar.start(CoolingConfig.of(profile), coupling);
 *     while (!run.finished()) {
 *         Snapshot now = run.advance();
 *     }
 * }
 * }</pre>
 *
 * One thread at a time.
 */
public final class CoolingStar {
    private static final NeutrinoOpacity OPACITY = new NeutrinoOpacity();

    private final CoolingConfig config;
    private final Coupling coupling;
    private final Star initial;
    private final FluxLimitedDiffusion diffusion;
    private final Evolution evolution;
    private final Matter matter;
    private final CoupledStar coupled;
    private final List<EmissionMoment> moments = new ArrayList<>();
    private final EmissionAccount account;
    private final BreakUp rotation;

    private Instant instant;
    private AnomalousFlow flow = AnomalousFlow.NONE;
    private long steps;

    private CoolingStar(CoolingConfig config, Coupling coupling, StartingStar start) {
        this.config = config;
        this.coupling = coupling;
        matter = start.matter();
        initial = start.star();
        diffusion = new FluxLimitedDiffusion(OPACITY);
        evolution = start.evolution(diffusion);
        account = new EmissionAccount(evolution);
        instant = instant();
        coupled = new CoupledStar(
                coupling,
                instant,
                new FrozenField(config.field().initial(), config.field().decayS()),
                Math.toRadians(config.field().obliquityDeg()),
                config.field().spinPeriodS(),
                config.feedback());
        rotation = new BreakUp(initial.grid().enclosedG(initial.zones()));
        rotation.watch(instant.sphere().radiusCm(), coupled.angularVelocity());
    }

    /**
     * Begins a run: puts the profile on mass zones, brings it to rest, freezes the field in.
     *
     * @param coupling a fresh coupling in cgs units (the default options); it stays the caller's
     * @throws IllegalArgumentException if the coupling has other units or coordinate time, the profile has no shells above the
     *     surface density, or a shell has no beta equilibrium
     * @throws IllegalStateException if the star finds no hydrostatic equilibrium
     */
    public static CoolingStar start(CoolingConfig config, Coupling coupling) {
        requireCgs(coupling);
        requireProperTime(coupling);
        return new CoolingStar(config, coupling, StartingStar.of(config.star()));
    }

    /**
     * Returns how the surface of a star shrinks in a run whose mechanism does not act on it. That needs an evolution, though not the
     * part of it that takes most of the time.
     *
     * @throws IllegalArgumentException if the profile has no shells above the surface density, or a shell has no beta equilibrium
     * @throws IllegalStateException if the star finds no hydrostatic equilibrium, or no step converges
     */
    public static Contraction contraction(CoolingConfig config) {
        return StartingStar.of(config.star())
                .contraction(new FluxLimitedDiffusion(new NeutrinoOpacity()), config.endTimeS());
    }

    static void requireCgs(Coupling coupling) {
        Units units = coupling.options().units();
        if (!units.equals(Units.CGS)) {
            throw new IllegalArgumentException(
                    "units of the coupling are " + units + "; a proto-neutron star needs the default options, in cgs");
        }
    }

    static void requireProperTime(Coupling coupling) {
        TimeKind time = coupling.config().recoil().time();
        if (time != TimeKind.PROPER) {
            throw new IllegalArgumentException(
                    "recoil.time is " + time.label() + "; a proto-neutron star counts proper time, so leave it out");
        }
    }

    /** Returns how many zone evaluations have raised which flags so far, on the surface that emits and inside; and those of the whole star. */
    public StarFlags flags() {
        Map<String, Long> inside = new LinkedHashMap<>();
        Map<String, Long> surface = new LinkedHashMap<>();
        coupling.flagCounts().forEach((flag, count) -> {
            long within = coupled.interiorFlags(flag);
            if (within > 0) {
                inside.put(flag.label(), within);
            }
            if (count > within) {
                surface.put(flag.label(), count - within);
            }
        });
        return new StarFlags(
                surface, coupled.surfaceEvaluations(), inside, steps * coupled.interiorZonesPerStep(), rotation.flag());
    }

    /** Returns whether the end is reached. */
    public boolean finished() {
        return evolution.timeS() >= config.endTimeS();
    }

    /** Returns the star at t = 0, at rest. */
    public Star initial() {
        return initial;
    }

    /** Returns what this model assumes, a sentence each, and what the coupling assumes. */
    public List<String> assumptions() {
        List<String> all = new ArrayList<>(Assumptions.of(config));
        if (Assumptions.readsNeutrinoEnergy(coupling.sources())) {
            all.add(Assumptions.NEUTRINO_ENERGY);
        }
        all.addAll(coupling.assumptions());
        return all;
    }

    /**
     * Does a step.
     *
     * @return the star after it
     * @throws IllegalStateException if the run is finished, or no step converges
     */
    public Snapshot advance() {
        if (finished()) {
            throw new IllegalStateException("the run has ended at t = " + evolution.timeS() + " s");
        }
        double dt = step();
        steps++;
        account.count(dt, flow, instant);
        instant = instantOrReason();
        coupled.moveTo(instant);
        rotation.watch(instant.sphere().radiusCm(), coupled.angularVelocity());
        return now();
    }

    /** Does a step of the star and of the coupling together; returns its length [s]. */
    private double step() {
        while (true) {
            double dt = StartingStar.nextDt(evolution, config.endTimeS());
            flow = coupled.evaluate(dt);
            boolean done = false;
            try {
                done = evolution.tryStep(dt, flow);
            } finally {
                if (!done) {
                    coupled.rollback();
                }
            }
            if (done) {
                moments.add(moment(dt));
                coupled.commit(answer(dt));
                return dt;
            }
        }
    }

    /** Returns the star last taken up and a step from there on, as far as the emission of its surface goes. */
    private EmissionMoment moment(double dt) {
        return new EmissionMoment(
                instant.timeS(),
                dt,
                instant.sphere(),
                instant.lapse(),
                instant.star().momentOfInertia());
    }

    /** Returns how the star answers, in the step that the evolution has just done, to fluxes inside it. */
    private DipoleStep answer(double dt) {
        return DipoleStep.of(
                instant.star(),
                evolution.star(),
                evolution.lawOfLastStep(),
                matter,
                instant.timeS(),
                dt,
                instant.neutrinosphereLapse());
    }

    /**
     * Returns the run so far as a history that can be asked for the kicks of other mechanisms, closures, fields and rotations.
     *
     * @throws IllegalStateException before the first step
     */
    public EmissionHistory history() {
        if (moments.isEmpty()) {
            throw new IllegalStateException("the run has done no step yet; a history needs one");
        }
        return new EmissionHistory(
                moments,
                moment(0),
                coupled.interior(),
                initial.grid().enclosedG(initial.zones()),
                new Contraction(initial.surfaceRadiusCm(), evolution.star().surfaceRadiusCm(), evolution.timeS()));
    }

    /** Returns what the l = 1 response has given the star, source by source: those that were in force together. */
    public List<DipoleEntry> dipoleBySources() {
        return coupled.dipoleBySources();
    }

    /** Does all steps that are left; each snapshot, the present one first, goes to the listener. Returns the last. */
    public Snapshot finish(Consumer<Snapshot> listener) {
        Snapshot snapshot = now();
        listener.accept(snapshot);
        while (!finished()) {
            snapshot = advance();
            listener.accept(snapshot);
        }
        return snapshot;
    }

    private Instant instantOrReason() {
        try {
            return instant();
        } catch (IllegalStateException e) {
            throw new IllegalStateException(
                    String.format(
                            Locale.ROOT,
                            "after %.4g s of the star: %s; end the run before",
                            evolution.timeS(),
                            e.getMessage()),
                    e);
        }
    }

    private Instant instant() {
        Star star = evolution.star();
        OpticalDepth depth = new OpticalDepth(star, diffusion);
        NeutrinoGases gases = new NeutrinoGases(star, evolution.lawOfNextStep(), OPACITY);
        Neutrinosphere sphere = Neutrinosphere.of(star, initial, depth, gases, config.emissionDepth());
        Lapse redshift = config.star().structure() == Structure.RELATIVISTIC ? Lapse.of(star) : Lapse.NONE;
        return new Instant(evolution.timeS(), star, depth, sphere, gases, redshift);
    }

    /** Returns the star as it is. */
    public Snapshot now() {
        Star star = evolution.star();
        Recoil recoil = coupling.recoil();
        Vector3 momentum = recoil.momentum();
        double mass = star.grid().enclosedG(star.zones());
        return new Snapshot(
                steps,
                evolution.timeS(),
                evolution.lastDtS(),
                star.surfaceRadiusCm(),
                instant.sphere(),
                instant.lapse(),
                coupled.surfaceFieldGauss(),
                coupled.angularVelocity(),
                star.momentOfInertia(),
                account.luminosities(),
                account.budget(),
                recoil,
                new Vector3(momentum.x() / mass, momentum.y() / mass, momentum.z() / mass),
                coupled.dipole(),
                ShellState.of(instant, evolution, coupled.currents()),
                coupled.contrasts());
    }
}
