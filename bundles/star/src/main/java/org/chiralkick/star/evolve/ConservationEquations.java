package org.chiralkick.star.evolve;

import static org.chiralkick.star.evolve.ZoneResponse.LOG_VOLUME;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.MatterState;
import org.chiralkick.star.transport.FluxLaw;

/**
 * Rows 0 and 1 of a step's equations: leptons and energy of each zone, per baryon,
 *
 * <pre>
 *   Y_L - Y_L,old                    + (dt/N)(leptons out - leptons in) = 0
 *   e - e_old + P (V - V_old)/N      + (dt/N)(energy out - energy in)   = 0
 * </pre>
 */
final class ConservationEquations {
    private static final double MEV_PER_ERG = 1 / PhysicalConstants.ERG_PER_MEV;

    private final TrialStar trial;
    private final FluxLaw law;
    private final AnomalousFlow anomalous;
    private final double dt;

    /**
     * @param trial the star after the step, as it is tried
     * @param law flows, made for the star before the step
     * @param anomalous additional flows, constant during the step
     * @param dt length of the step [s], {@code >= 0}
     */
    ConservationEquations(TrialStar trial, FluxLaw law, AnomalousFlow anomalous, double dt) {
        this.trial = trial;
        this.law = law;
        this.anomalous = anomalous;
        this.dt = dt;
    }

    /** Fills the rows of a zone. */
    void fill(BlockTridiagonal system, int i) {
        ZoneResponse zone = trial.zone(i);
        MatterState state = zone.state();
        MatterState before = trial.old().matter(i);
        double baryons = trial.old().grid().baryons(i);
        double growth = trial.volume(i) - trial.old().volumeCm3(i);
        double[][] here = system.diagonal(i);
        double[] right = system.right(i);
        double pressure = zone.pressure() * MEV_PER_ERG / baryons;
        right[0] = before.leptonFraction() - state.leptonFraction();
        right[1] = before.energyPerBaryon() - state.energyPerBaryon() - pressure * growth;
        for (int k = 0; k < 3; k++) {
            here[0][k] = zone.leptons[k];
            here[1][k] = zone.energy[k] + zone.pressure[k] * MEV_PER_ERG / baryons * growth;
        }
        here[1][LOG_VOLUME] += pressure * trial.volume(i);
        double rate = dt / baryons;
        flow(system, i, i + 1, rate);
        if (i > 0) {
            flow(system, i, i, -rate);
        }
    }

    /** Adds what flows through an interface times a rate to the equations of a zone. */
    private void flow(BlockTridiagonal system, int row, int face, double rate) {
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
        ZoneResponse inside = trial.zone(in);
        for (int k = 0; k < 3; k++) {
            inner[0][k] += rate * (leptonsPerMev * inside.temperature[k] + leptonsPerEta * inside.eta[k]);
            inner[1][k] += rate * (energyPerMev * inside.temperature[k] + energyPerEta * inside.eta[k]);
        }
        if (face < trial.zones()) {
            double[][] outer = row == in ? system.upper(row) : system.diagonal(row);
            ZoneResponse outside = trial.zone(face);
            for (int k = 0; k < 3; k++) {
                outer[0][k] -= rate * (leptonsPerMev * outside.temperature[k] + leptonsPerEta * outside.eta[k]);
                outer[1][k] -= rate * (energyPerMev * outside.temperature[k] + energyPerEta * outside.eta[k]);
            }
        }
    }

    private double dropOfTemperature(int face) {
        return trial.zone(face - 1).state().temperature() - outside(face).temperature();
    }

    private double dropOfEta(int face) {
        return trial.zone(face - 1).state().neutrinoDegeneracy() - outside(face).neutrinoDegeneracy();
    }

    private MatterState outside(int face) {
        return face < trial.zones() ? trial.zone(face).state() : trial.old().matter(face - 1);
    }
}
