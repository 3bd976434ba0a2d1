package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of neutrino number and energy, with the share f of the closure:
 *
 * <pre>
 *   F_N = f J_eL + J_nu = f mu_eL eB/4 pi^2 - [f (mu_eL^2/4 pi^2 + T^2/12) + mu_nu^2/4 pi^2 + T^2/12] Omega
 *   F_E = (magnetic part of the momentum closure) - [f n_W(mu_eL) + n_W(mu_nu)] Omega
 * </pre>
 *
 * with n_W(mu) = (mu^3 + pi^2 T^2 mu)/6 pi^2.
 */
final class NeutrinoCurrents {
    private static final double PI_SQUARED = Math.PI * Math.PI;
    private static final double PER_4_PI_SQUARED = 1 / (4 * PI_SQUARED);
    private static final double PER_6_PI_SQUARED = 1 / (6 * PI_SQUARED);

    private NeutrinoCurrents() {}

    /** Fills {@code perField} with the number current per eB [MeV]. */
    static void magneticNumber(LeptonColumns leptons, double[] share, double[] perField) {
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            perField[i] = share[i] * (electron[i] + axial[i]) * PER_4_PI_SQUARED;
        }
    }

    /** Fills {@code perVorticity} with the number current per Omega [MeV^2]. */
    static void vorticalNumber(LeptonColumns leptons, double[] share, double[] perVorticity) {
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double left = electron[i] + axial[i];
            double gauge = share[i] * (left * left) + neutrino[i] * neutrino[i];
            double thermal = (share[i] + 1) * (temperature[i] * temperature[i]);
            perVorticity[i] = gauge * -PER_4_PI_SQUARED - thermal * (1.0 / 12);
        }
    }

    /** Fills {@code perVorticity} with the energy current per Omega [MeV^3]. */
    static void vorticalEnergy(LeptonColumns leptons, double[] share, double[] perVorticity) {
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double thermal = PI_SQUARED * (temperature[i] * temperature[i]);
            double left = electron[i] + axial[i];
            double nu = neutrino[i];
            double densities = share[i] * (left * (left * left + thermal)) + nu * (nu * nu + thermal);
            perVorticity[i] = densities * -PER_6_PI_SQUARED;
        }
    }
}
