package org.chiralkick.star.evolve;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.matter.Matter;
import org.chiralkick.star.matter.MatterState;

/**
 * The state of a zone and how it responds to the unknowns of Newton's method: ln V, ln T, Y_e. Derivatives are one-sided
 * differences with relative step 1e-6, so that Newton's method converges a factor 1e-6 per iteration near the solution.
 */
final class ZoneResponse {
    /** Columns of the derivatives, in the order of the unknowns. */
    static final int LOG_VOLUME = 0;

    static final int LOG_TEMPERATURE = 1;
    static final int ELECTRONS = 2;
    static final int LOG_RADIUS = 3;

    private static final double STEP = 1e-6;

    final double[] leptons = new double[3];
    final double[] energy = new double[3];
    final double[] pressure = new double[3];
    final double[] eta = new double[3];
    final double[] temperature = new double[3];
    private MatterState state;

    ZoneResponse(MatterState state) {
        this.state = state;
    }

    MatterState state() {
        return state;
    }

    /** Returns the pressure [dyn cm^-2]. */
    double pressure() {
        return state.pressure() * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
    }

    /** Moves to a state. */
    void moveTo(MatterState there) {
        state = there;
    }

    /** Fills the derivatives of Y_L, energy per baryon [MeV], pressure [dyn cm^-2], eta and T [MeV] at the state. */
    void differentiate(Matter matter) {
        double n = state.baryonDensity();
        double t = state.temperature();
        double ye = state.electronFraction();
        difference(LOG_VOLUME, matter.at(n * (1 - STEP), t, ye), -Math.log1p(-STEP));
        difference(LOG_TEMPERATURE, matter.at(n, t * (1 + STEP), ye), Math.log1p(STEP));
        difference(ELECTRONS, matter.at(n, t, ye * (1 + STEP)), ye * STEP);
    }

    private void difference(int unknown, MatterState near, double step) {
        leptons[unknown] = (near.leptonFraction() - state.leptonFraction()) / step;
        energy[unknown] = (near.energyPerBaryon() - state.energyPerBaryon()) / step;
        pressure[unknown] = (near.pressure() - state.pressure()) / step * PhysicalConstants.MOMENTUM_FLUX_PER_MEV4;
        eta[unknown] = (near.neutrinoDegeneracy() - state.neutrinoDegeneracy()) / step;
        temperature[unknown] = (near.temperature() - state.temperature()) / step;
    }
}
