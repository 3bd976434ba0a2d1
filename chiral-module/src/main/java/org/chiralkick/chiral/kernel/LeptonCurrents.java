package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Lepton and axial number fluxes: sums over e_R, e_L and nu_L, whatever the closures of share and momentum say. With
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
    private static final double PER_2_PI_SQUARED = 1 / (2 * Math.PI * Math.PI);
    private static final double PER_4_PI_SQUARED = PER_2_PI_SQUARED / 2;

    /** Number flux [cm^-2 s^-1] per MeV^2 that multiplies curl v = 2 Omega [1/s]. */
    static final double NUMBER_PER_VORTICITY =
            PhysicalConstants.NUMBER_FLUX_PER_MEV3 * (PhysicalConstants.HBAR_MEV_S / 2);

    private LeptonCurrents() {}

    /**
     * Returns the number flux [cm^-2 s^-1] per MeV that multiplies B [G].
     *
     * @param mev2PerGauss eB per field [MeV^2/G]
     */
    static double numberPerField(double mev2PerGauss) {
        return PhysicalConstants.NUMBER_FLUX_PER_MEV3 * mev2PerGauss;
    }

    /** Fills the coefficients of the lepton flux J_l. */
    static void lepton(LeptonColumns leptons, double mev2PerGauss, double[] perField, double[] perVorticity) {
        double unit = numberPerField(mev2PerGauss) * PER_2_PI_SQUARED;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int size = leptons.size();
        for (int j = 0; j < size; j++) {
            perField[j] = unit * axial[j];
        }
        for (int j = 0; j < size; j++) {
            double gauge = 4 * electron[j] * axial[j] + neutrino[j] * neutrino[j];
            double thermal = temperature[j] * temperature[j];
            perVorticity[j] = -NUMBER_PER_VORTICITY * (gauge * PER_4_PI_SQUARED + thermal * (1.0 / 12));
        }
    }

    /** Fills the coefficients of the axial flux J_l5 = J_L - J_R. */
    static void axial(LeptonColumns leptons, double mev2PerGauss, double[] perField, double[] perVorticity) {
        double unit = numberPerField(mev2PerGauss) * PER_2_PI_SQUARED;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int size = leptons.size();
        for (int j = 0; j < size; j++) {
            perField[j] = unit * electron[j];
        }
        for (int j = 0; j < size; j++) {
            double electrons = electron[j] * electron[j] + axial[j] * axial[j];
            double gauge = 2 * electrons + neutrino[j] * neutrino[j];
            double thermal = temperature[j] * temperature[j];
            perVorticity[j] = -NUMBER_PER_VORTICITY * (gauge * PER_4_PI_SQUARED + thermal * (1.0 / 4));
        }
    }
}
