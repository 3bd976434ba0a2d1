package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.matter.PhysicalConstants;

/**
 * Number and energy flux of the neutrinos, with the share f of the closure:
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

    /** Energy flux [erg cm^-2 s^-1] per MeV^3 that multiplies curl v = 2 Omega [1/s]. */
    private static final double ENERGY_PER_VORTICITY =
            PhysicalConstants.ENERGY_FLUX_PER_MEV4 * (PhysicalConstants.HBAR_MEV_S / 2);

    private NeutrinoCurrents() {}

    /** Fills the coefficients of the neutrino number flux F_N. */
    static void number(
            LeptonColumns leptons, double mev2PerGauss, double[] share, double[] perField, double[] perVorticity) {
        double unit = LeptonCurrents.numberPerField(mev2PerGauss) * PER_4_PI_SQUARED;
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int size = leptons.size();
        for (int j = 0; j < size; j++) {
            perField[j] = unit * (share[j] * (electron[j] + axial[j]));
        }
        for (int j = 0; j < size; j++) {
            double left = electron[j] + axial[j];
            double gauge = share[j] * (left * left) + neutrino[j] * neutrino[j];
            double thermal = (share[j] + 1) * (temperature[j] * temperature[j]);
            perVorticity[j] = -LeptonCurrents.NUMBER_PER_VORTICITY * (gauge * PER_4_PI_SQUARED + thermal * (1.0 / 12));
        }
    }

    /** Fills the coefficients of the neutrino energy flux F_E. */
    static void energy(
            LeptonColumns leptons, Closures closures, double[] share, double[] perField, double[] perVorticity) {
        double unit = PhysicalConstants.ENERGY_FLUX_PER_MEV4 * closures.field().mev2PerGauss();
        closures.momentum().magneticEnergy(leptons, share, closures.neutrinoTemperature(), unit, perField);
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        int size = leptons.size();
        for (int j = 0; j < size; j++) {
            double thermal = PI_SQUARED * (temperature[j] * temperature[j]);
            double left = electron[j] + axial[j];
            double densities =
                    share[j] * (left * (left * left + thermal)) + neutrino[j] * (neutrino[j] * neutrino[j] + thermal);
            perVorticity[j] = -ENERGY_PER_VORTICITY / (6 * PI_SQUARED) * densities;
        }
    }
}
