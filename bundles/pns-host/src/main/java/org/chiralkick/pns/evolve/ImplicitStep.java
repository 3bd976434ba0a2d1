package org.chiralkick.pns.evolve;

import static org.chiralkick.pns.evolve.ZoneResponse.ELECTRONS;
import static org.chiralkick.pns.evolve.ZoneResponse.LOG_RADIUS;
import static org.chiralkick.pns.evolve.ZoneResponse.LOG_TEMPERATURE;
import static org.chiralkick.pns.evolve.ZoneResponse.LOG_VOLUME;

import java.util.Arrays;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.pns.matter.Matter;
import org.chiralkick.pns.matter.MatterState;
import org.chiralkick.pns.structure.Gravity;
import org.chiralkick.pns.structure.MassGrid;
import org.chiralkick.pns.structure.Star;
import org.chiralkick.pns.transport.FluxLaw;
import org.jspecify.annotations.Nullable;

/**
 * One backward-Euler step of a star: for every zone and the interface outside it, with N baryons,
 *
 * <pre>
 *   N (Y_L - Y_L,old)               + dt (leptons out - leptons in)  = 0
 *   N (e - e_old) + P (V - V_old)   + dt (energy out - energy in)    = 0
 *   4 pi (r^2 + r r_old + r_old^2)/3 (P_i - P_(i+1)) = G lambda m dm/(r r_old)
 *   V = (4 pi/3)(r_i^3 - r_(i-1)^3)
 * </pre>
 *
 * for the unknowns ln V, ln T, Y_e and ln r, solved together by Newton's method on a block-tridiagonal system. At fixed density
 * only the first two equations are left. With these averages of old and new radii the work of the pressures adds up to exactly
 * what {@link Gravity} loses: the total of internal, potential and emitted energy is conserved to the tolerance of the
 * solution, and so is the total of leptons.
 */
final class ImplicitStep {
    private static final int UNKNOWNS = 4;
    private static final int MOST_ITERATIONS = 30;

    /** A correction this small leaves an error of about its product with the error of the derivatives, 1e-6. */
    private static final double CONVERGED = 1e-9;

    /** Largest change of an unknown in an iteration; larger ones are scaled down. */
    private static final double LARGEST_CHANGE = 0.2;

    private static final double FOUR_PI = 4 * Math.PI;
    private static final double MEV_PER_ERG = 1 / PhysicalConstants.ERG_PER_MEV;

    private final Matter matter;
    private final @Nullable Gravity gravity;
    private final Star old;
    private final MassGrid grid;
    private final int zones;
    private final FluxLaw law;
    private final AnomalousFlow anomalous;
    private final double dt;
    private final double[] imbalance;

    private final ZoneResponse[] zone;
    private final double[] volume;
    private final double[] radius;
    private final BlockTridiagonal system;

    /**
     * @param gravity that contracts the star; none for fixed density
     * @param old the star before the step
     * @param law flows, made for {@code old}
     * @param anomalous additional flows, constant during the step
     * @param dt length of the step [s], {@code >= 0}
     * @param imbalance force that each interface is allowed to keep [dyn], as long as radii; for stars that are not yet at rest
     */
    ImplicitStep(
            Matter matter,
            @Nullable Gravity gravity,
            Star old,
            FluxLaw law,
            AnomalousFlow anomalous,
            double dt,
            double[] imbalance) {
        this.matter = matter;
        this.gravity = gravity;
        this.old = old;
        this.grid = old.grid();
        this.zones = old.zones();
        this.law = law;
        this.anomalous = anomalous;
        this.dt = dt;
        this.imbalance = imbalance;
        zone = new ZoneResponse[zones];
        volume = new double[zones];
        radius = new double[zones + 1];
        for (int i = 0; i < zones; i++) {
            zone[i] = new ZoneResponse(old.matter(i));
            volume[i] = old.volumeCm3(i);
            radius[i + 1] = old.radiusCm(i + 1);
        }
        system = new BlockTridiagonal(zones, UNKNOWNS);
    }

    /** Returns the force by which the pressure exceeds gravity at each interface of a star [dyn]. */
    static double[] imbalance(Gravity gravity, Star star) {
        double[] force = new double[star.zones() + 1];
        for (int j = 1; j <= star.zones(); j++) {
            double r = star.radiusCm(j);
            double inside = pressure(star.matter(j - 1));
            double outside = j < star.zones() ? pressure(star.matter(j)) : gravity.outerPressure();
            force[j] = FOUR_PI * r * r * (inside - outside) - gravity.strength(j) / (r * r);
        }
        return force;
    }

    private static double pressure(MatterState state) {
        return state.pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
    }

    /** Returns the star after the step, or null if Newton's method does not converge. */
    @Nullable
    Star solve() {
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            double change;
            try {
                change = iterate();
            } catch (ArithmeticException e) {
                return null;
            }
            if (!Double.isFinite(change)) {
                return null;
            }
            if (change < CONVERGED) {
                return new Star(
                        grid,
                        radius,
                        Arrays.stream(zone).map(ZoneResponse::state).toList());
            }
        }
        return null;
    }

    /** Does an iteration; returns the largest correction before it was scaled. */
    private double iterate() {
        system.clear();
        for (int i = 0; i < zones; i++) {
            zone[i].differentiate(matter);
        }
        for (int i = 0; i < zones; i++) {
            conserve(i);
            if (gravity != null) {
                balance(i, gravity);
                fill(i);
            } else {
                hold(i);
            }
        }
        system.solve();
        double largest = 0;
        for (int i = 0; i < zones; i++) {
            double[] x = system.right(i);
            double ye = zone[i].state().electronFraction();
            largest = Math.max(largest, Math.max(Math.abs(x[LOG_VOLUME]), Math.abs(x[LOG_RADIUS])));
            largest = Math.max(largest, Math.max(Math.abs(x[LOG_TEMPERATURE]), Math.abs(x[ELECTRONS]) / ye));
        }
        double damping = Math.min(1, LARGEST_CHANGE / largest);
        for (int i = 0; i < zones; i++) {
            double[] x = system.right(i);
            MatterState state = zone[i].state();
            double stretch = Math.exp(damping * x[LOG_VOLUME]);
            if (gravity != null) {
                volume[i] *= stretch;
                radius[i + 1] *= Math.exp(damping * x[LOG_RADIUS]);
            }
            zone[i].moveTo(matter.at(
                    gravity == null ? state.baryonDensity() : density(i),
                    state.temperature() * Math.exp(damping * x[LOG_TEMPERATURE]),
                    state.electronFraction() + damping * x[ELECTRONS]));
        }
        return largest;
    }

    private double density(int i) {
        return grid.baryons(i) / volume[i] / PhysicalConstants.PER_CM3_PER_MEV3;
    }

    /** Fills rows 0 and 1: leptons and energy of a zone, per baryon. */
    private void conserve(int i) {
        MatterState state = zone[i].state();
        MatterState before = old.matter(i);
        double baryons = grid.baryons(i);
        double[][] here = system.diagonal(i);
        double[] right = system.right(i);
        double pressure = zone[i].pressure() * MEV_PER_ERG / baryons;
        double work = pressure * (volume[i] - old.volumeCm3(i));
        right[0] = before.leptonFraction() - state.leptonFraction();
        right[1] = before.energyPerBaryon() - state.energyPerBaryon() - work;
        for (int k = 0; k < 3; k++) {
            here[0][k] = zone[i].leptons[k];
            here[1][k] =
                    zone[i].energy[k] + zone[i].pressure[k] * MEV_PER_ERG / baryons * (volume[i] - old.volumeCm3(i));
        }
        here[1][LOG_VOLUME] += pressure * volume[i];
        double rate = dt / baryons;
        flow(i, i + 1, rate);
        if (i > 0) {
            flow(i, i, -rate);
        }
    }

    /** Adds what flows through an interface times a rate to the equations of a zone. */
    private void flow(int row, int face, double rate) {
        int in = face - 1;
        double tDrop = dropOfTemperature(face);
        double etaDrop = dropOfEta(face);
        double[] right = system.right(row);
        double leptons = law.leptonFlow(face, tDrop, etaDrop);
        double energy = law.energyFlow(face, tDrop, etaDrop);
        right[0] -= rate * (leptons + anomalous.leptonsPerS(face));
        right[1] -= rate * (energy + anomalous.energyMevPerS(face));
        // The law is linear: differences of it are its coefficients.
        double leptonsPerMev = law.leptonFlow(face, 1, 0) - law.leptonFlow(face, 0, 0);
        double leptonsPerEta = law.leptonFlow(face, 0, 1) - law.leptonFlow(face, 0, 0);
        double energyPerMev = law.energyFlow(face, 1, 0) - law.energyFlow(face, 0, 0);
        double energyPerEta = law.energyFlow(face, 0, 1) - law.energyFlow(face, 0, 0);
        double[][] inner = row == in ? system.diagonal(row) : system.lower(row);
        for (int k = 0; k < 3; k++) {
            inner[0][k] += rate * (leptonsPerMev * zone[in].temperature[k] + leptonsPerEta * zone[in].eta[k]);
            inner[1][k] += rate * (energyPerMev * zone[in].temperature[k] + energyPerEta * zone[in].eta[k]);
        }
        if (face < zones) {
            double[][] outer = row == in ? system.upper(row) : system.diagonal(row);
            for (int k = 0; k < 3; k++) {
                outer[0][k] -= rate * (leptonsPerMev * zone[face].temperature[k] + leptonsPerEta * zone[face].eta[k]);
                outer[1][k] -= rate * (energyPerMev * zone[face].temperature[k] + energyPerEta * zone[face].eta[k]);
            }
        }
    }

    private double dropOfTemperature(int face) {
        MatterState out = face < zones ? zone[face].state() : old.matter(zones - 1);
        return zone[face - 1].state().temperature() - out.temperature();
    }

    private double dropOfEta(int face) {
        MatterState out = face < zones ? zone[face].state() : old.matter(zones - 1);
        return zone[face - 1].state().neutrinoDegeneracy() - out.neutrinoDegeneracy();
    }

    /** Fills row 2: the balance of forces at the interface outside a zone, over the old weight. */
    private void balance(int i, Gravity pull) {
        int face = i + 1;
        double r = radius[face];
        double before = old.radiusCm(face);
        double weight = pull.strength(face) / (before * before);
        double area = FOUR_PI * (r * r + r * before + before * before) / 3 / weight;
        double areaSlope = FOUR_PI * (2 * r + before) * r / 3 / weight;
        double outside = face < zones ? zone[face].pressure() : pull.outerPressure();
        double drop = zone[i].pressure() - outside;
        system.right(i)[2] = before / r + imbalance[face] / weight - area * drop;
        double[][] here = system.diagonal(i);
        for (int k = 0; k < 3; k++) {
            here[2][k] = area * zone[i].pressure[k];
            if (face < zones) {
                system.upper(i)[2][k] = -area * zone[face].pressure[k];
            }
        }
        here[2][LOG_RADIUS] = areaSlope * drop + before / r;
    }

    /** Fills row 3: the zone fills the space between its interfaces. */
    private void fill(int i) {
        double scale = FOUR_PI / volume[i];
        double inner = radius[i];
        double outer = radius[i + 1];
        system.right(i)[3] = scale / 3 * (outer * outer * outer - inner * inner * inner) - 1;
        system.diagonal(i)[3][LOG_VOLUME] = 1;
        system.diagonal(i)[3][LOG_RADIUS] = -scale * outer * outer * outer;
        if (i > 0) {
            system.lower(i)[3][LOG_RADIUS] = scale * inner * inner * inner;
        }
    }

    /** Fills rows 2 and 3 at fixed density: nothing moves. */
    private void hold(int i) {
        system.diagonal(i)[2][LOG_VOLUME] = 1;
        system.diagonal(i)[3][LOG_RADIUS] = 1;
    }
}
