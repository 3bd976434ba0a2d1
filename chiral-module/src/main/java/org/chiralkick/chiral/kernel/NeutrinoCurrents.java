package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of neutrino number and energy, with the share f of the closure:
 *
 * <pre>
 *   4 pi^2 F_N = f mu_eL eB - [f (mu_eL^2 + w) + mu_nu^2 + w] Omega,   w = pi^2 T^2/3
 *   F_E        = (magnetic part of the momentum closure) - [f n_W(mu_eL) + n_W(mu_nu)] Omega
 * </pre>
 *
 * with n_W(mu) = mu (mu^2 + 3 w)/6 pi^2; signs and charge are those of electrons, and come from {@link
 * org.chiralkick.chiral.anomaly.CurrentFactors}.
 */
final class NeutrinoCurrents {
    private NeutrinoCurrents() {}

    /** Returns the number current per eB [MeV] of electrons of potential mu_eL. */
    static double perField(double share, double left) {
        return share * left;
    }

    /**
     * Returns the number current per Omega [MeV^2], or the energy current [MeV^3]: the share of the electrons' and the neutrinos' own.
     *
     * @param share f [1]
     * @param left square of the electrons, or density
     * @param own the same of the neutrinos
     */
    static double perVorticity(double share, double left, double own) {
        return Math.fma(share, left, own);
    }

    /** Fills the columns of the number current per eB and per Omega. */
    static void number(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] left = leptons.left();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] share = piece.share;
        double[] perField = piece.neutrinoPerField;
        double[] perVorticity = piece.neutrinoPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = WeylCurrent.thermalSquare(temperature[i]);
            double own = WeylCurrent.square(neutrino[i], thermal);
            perField[i] = perField(share[i], left[i]);
            perVorticity[i] = perVorticity(share[i], WeylCurrent.square(left[i], thermal), own);
        }
    }

    /** Fills the column of the energy current per Omega. */
    static void vorticalEnergy(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] left = leptons.left();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] share = piece.share;
        double[] perVorticity = piece.energyPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = WeylCurrent.thermalSquare(temperature[i]);
            double electrons = WeylCurrent.density(left[i], thermal);
            perVorticity[i] = perVorticity(share[i], electrons, WeylCurrent.density(neutrino[i], thermal));
        }
    }
}
