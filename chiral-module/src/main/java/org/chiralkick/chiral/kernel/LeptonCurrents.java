package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of lepton and axial number: sums over e_R, e_L and nu_L, whatever the closures of share and momentum say. With
 * mu_e = (mu_eL + mu_eR)/2 and mu_5 = (mu_eL - mu_eR)/2 the species add up to
 *
 * <pre>
 *   4 pi^2 J_l  = 2 mu_5 eB - [4 mu_e mu_5 + N] Omega
 *   4 pi^2 J_l5 = 2 mu_e eB - [2 mu_e^2 + 2 mu_5^2 + 2 w + N] Omega,   N = mu_nu^2 + w,  w = pi^2 T^2/3
 * </pre>
 *
 * which takes no difference of nearly equal species currents.
 */
final class LeptonCurrents {
    private LeptonCurrents() {}

    /** Fills the column of the lepton current per Omega. */
    static void vorticalLepton(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] perVorticity = piece.leptonPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = LeptonColumns.thermalSquare(temperature[i]);
            double own = LeptonColumns.square(neutrino[i], thermal);
            perVorticity[i] = Math.fma(4 * electron[i], axial[i], own);
        }
    }

    /** Fills the column of the axial current per Omega. */
    static void vorticalAxial(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] perVorticity = piece.axialPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = LeptonColumns.thermalSquare(temperature[i]);
            double own = LeptonColumns.square(neutrino[i], thermal);
            double electrons = Math.fma(electron[i], electron[i], Math.fma(axial[i], axial[i], thermal));
            perVorticity[i] = Math.fma(2, electrons, own);
        }
    }
}
