package org.chiralkick.star.evolve;

import java.util.Locale;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.structure.Gravity;
import org.chiralkick.star.structure.Star;
import org.chiralkick.star.transport.FluxLaw;
import org.chiralkick.star.transport.Species;
import org.chiralkick.star.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * A star through time: implicit steps whose length follows how fast temperature and lepton fraction change, and the account of
 * what has left it.
 */
public final class Evolution {
    private static final double LARGEST_GROWTH = 1.25;
    private static final double SAFETY = 0.9;
    private static final double LEAST_DT_S = 1e-10;

    /** Lepton fractions below this change as if they were this large, when the length of a step is chosen. */
    private static final double LEPTON_FLOOR = 0.05;

    private final Matter matter;
    private final @Nullable Gravity gravity;
    private final Transport transport;
    private final double tolerance;
    private Star star;
    private FluxLaw law;
    private FluxLaw lastLaw;
    private Star before;
    private double timeS;
    private double lastDtS;
    private double nextDtS;
    private Emission emitted = Emission.NONE;

    /**
     * @param matter equation of state
     * @param gravity that contracts the star; none for fixed density
     * @param transport of neutrinos
     * @param start star to begin with
     * @param tolerance change of T and Y_L in a step that is aimed at, relative [1], in (0, 0.5]
     * @param firstDtS first step [s], {@code > 0}
     */
    public Evolution(
            Matter matter,
            @Nullable Gravity gravity,
            Transport transport,
            Star start,
            double tolerance,
            double firstDtS) {
        if (!(tolerance > 0 && tolerance <= 0.5)) {
            throw new IllegalArgumentException("tolerance is " + tolerance + "; must be in (0, 0.5]");
        }
        if (!(firstDtS > 0)) {
            throw new IllegalArgumentException("first step is " + firstDtS + " s; must be > 0");
        }
        this.matter = matter;
        this.gravity = gravity;
        this.transport = transport;
        this.tolerance = tolerance;
        this.star = start;
        this.before = start;
        this.nextDtS = firstDtS;
        this.law = transport.of(start);
        this.lastLaw = law;
    }

    /** Returns the star now. */
    public Star star() {
        return star;
    }

    /** Returns the time [s]. */
    public double timeS() {
        return timeS;
    }

    /** Returns the length of the latest step [s], 0 before the first. */
    public double lastDtS() {
        return lastDtS;
    }

    /** Returns the length that the next step will try [s]. */
    public double nextDtS() {
        return nextDtS;
    }

    /** Returns what has left the star. */
    public Emission emitted() {
        return emitted;
    }

    /** Returns internal plus potential energy of the star [erg]; at fixed density the internal one. */
    public double energyErg() {
        return star.internalEnergyErg() + (gravity == null ? 0 : gravity.energyErg(star));
    }

    /**
     * Does a step if it converges and changes the star by no more than twice the tolerance; else nothing but shorten the next
     * one.
     *
     * @param dt length of the step [s], {@code > 0}
     * @param anomalous flows to add to diffusion
     * @return whether the step was done
     * @throws IllegalStateException if not even a step of 1e-10 s can be done
     */
    public boolean tryStep(double dt, AnomalousFlow anomalous) {
        Star after = solve(dt, anomalous);
        double change = after == null ? Double.POSITIVE_INFINITY : change(star, after);
        if (after == null || change > 2 * tolerance) {
            if (dt < LEAST_DT_S) {
                throw new IllegalStateException(String.format(
                        Locale.ROOT,
                        "no step at t = %.6g s converges, down to dt = %.3g s; diffusion lets %.3g leptons/s out,"
                                + " the mechanism takes %.3g",
                        timeS,
                        dt,
                        leptonFlow(star.zones()),
                        anomalous.leptonsPerS(star.zones())));
            }
            nextDtS = after == null ? dt / 4 : dt / 2;
            return false;
        }
        double wanted = dt * Math.min(LARGEST_GROWTH, SAFETY * tolerance / change);
        // A step cut short by its caller says little about the next one.
        nextDtS = dt < nextDtS ? Math.max(wanted, nextDtS / 2) : wanted;
        accept(after, dt, anomalous);
        return true;
    }

    /** Does a step without anomalous flows, of the length that suits the star and at most the one given [s]. */
    public void step(double mostDtS) {
        while (!tryStep(Math.min(nextDtS, mostDtS), AnomalousFlow.NONE)) {
            // tryStep has shortened the next attempt, and throws when it becomes too short
        }
    }

    private @Nullable Star solve(double dt, AnomalousFlow anomalous) {
        return new ImplicitStep(matter, gravity, star, law, anomalous, dt, new double[star.zones() + 1]).solve();
    }

    private void accept(Star after, double dt, AnomalousFlow anomalous) {
        before = star;
        lastLaw = law;
        star = after;
        int surface = star.zones();
        emitted = emitted.plus(
                dt * (leptonFlow(surface) + anomalous.leptonsPerS(surface)),
                dt * (energyFlow(surface) + anomalous.energyMevPerS(surface)));
        law = transport.of(star);
        timeS += dt;
        lastDtS = dt;
    }

    private double leptonFlow(int face) {
        return lastLaw.leptonFlow(face, temperatureDrop(face), etaDrop(face));
    }

    private double energyFlow(int face) {
        return lastLaw.energyFlow(face, temperatureDrop(face), etaDrop(face));
    }

    /** Returns the law of the flows in the latest step, with coefficients of the star before it. */
    public FluxLaw lawOfLastStep() {
        return lastLaw;
    }

    /** Returns the law of the flows in the next step, with coefficients of the star now. */
    public FluxLaw lawOfNextStep() {
        return law;
    }

    /** Returns the diffusive luminosity of a species through an interface in the latest step [erg/s]. */
    public double luminosityErgPerS(Species species, int face) {
        return lastLaw.energyFlow(species, face, temperatureDrop(face), etaDrop(face)) * PhysicalConstants.ERG_PER_MEV;
    }

    /** Returns the diffusive number flow of a species through an interface in the latest step [1/s]. */
    public double numberPerS(Species species, int face) {
        return lastLaw.numberFlow(species, face, temperatureDrop(face), etaDrop(face));
    }

    private double temperatureDrop(int face) {
        return star.matter(face - 1).temperature() - outside(face).temperature();
    }

    private double etaDrop(int face) {
        return star.matter(face - 1).neutrinoDegeneracy() - outside(face).neutrinoDegeneracy();
    }

    private MatterState outside(int face) {
        return face < star.zones() ? star.matter(face) : before.matter(face - 1);
    }

    private static double change(Star from, Star to) {
        double largest = 0;
        for (int i = 0; i < from.zones(); i++) {
            MatterState a = from.matter(i);
            MatterState b = to.matter(i);
            largest = Math.max(largest, Math.abs(Math.log(b.temperature() / a.temperature())));
            double leptons = Math.abs(b.leptonFraction() - a.leptonFraction());
            largest = Math.max(largest, leptons / Math.max(Math.abs(a.leptonFraction()), LEPTON_FLOOR));
            largest = Math.max(largest, Math.abs(Math.log(b.baryonDensity() / a.baryonDensity())) / 3);
        }
        return largest;
    }
}
