package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of lepton and axial number: sums over e_R, e_L and nu_L, whatever the closures of share and momentum say. With
 * mu_e = (mu_eL + mu_eR)/2 and mu_5 = (mu_eL - mu_eR)/2 the species add up to
 *
 * <pre>
 *   J_l  = mu_5 eB/2 pi^2 - [(4 mu_e mu_5 + mu_nu^2)/4 pi^2 + T^2/12] Omega
 *   J_l5 = mu_e eB/2 pi^2 - [(2 mu_e^2 + 2 mu_5^2 + mu_nu^2)/4 pi^2 + T^2/4] Omega
 * </pre>
 *
 * which takes no difference of nearly equal species currents.
 */
final class LeptonCurrents {
    private static final double PER_4_PI_SQUARED = 1 / (4 * Math.PI * Math.PI);

    private LeptonCurrents() {}

    /** Fills {@code perField} with column/2 pi^2: mu_5 gives the lepton current per eB, mu_e the axial one [MeV]. */
    static void magnetic(LeptonColumns leptons, double[] potential, double[] perField) {
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            perField[i] = 2 * PER_4_PI_SQUARED * potential[i];
        }
    }

    /** Fills {@code perVorticity} with the lepton current per Omega [MeV^2]. */
    static void vorticalLepton(LeptonColumns leptons, double[] perVorticity) {
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double gauge = 4 * electron[i] * axial[i] + neutrino[i] * neutrino[i];
            perVorticity[i] = gauge * -PER_4_PI_SQUARED - temperature[i] * temperature[i] * (1.0 / 12);
        }
    }

    /** Fills {@code perVorticity} with the axial current per Omega [MeV^2]. */
    static void vorticalAxial(LeptonColumns leptons, double[] perVorticity) {
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int end = leptons.end();
        for (int i = leptons.first(); i < end; i++) {
            double electrons = electron[i] * electron[i] + axial[i] * axial[i];
            double gauge = 2 * electrons + neutrino[i] * neutrino[i];
            perVorticity[i] = gauge * -PER_4_PI_SQUARED - temperature[i] * temperature[i] * (1.0 / 4);
        }
    }
}
