package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of neutrino number and energy, with the share f of the closure:
 *
 * <pre>
 *   4 pi^2 F_N = f mu_eL eB - [f (mu_eL^2 + w) + mu_nu^2 + w] Omega,   w = pi^2 T^2/3
 *   F_E        = (magnetic part of the momentum closure) - [f n_W(mu_eL) + n_W(mu_nu)] Omega
 * </pre>
 *
 * with n_W(mu) = mu (mu^2 + 3 w)/6 pi^2.
 */
final class NeutrinoCurrents {
    private NeutrinoCurrents() {}

    /** Fills the columns of the number current per eB and per Omega. */
    static void number(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] share = piece.share;
        double[] perField = piece.neutrinoPerField;
        double[] perVorticity = piece.neutrinoPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = LeptonColumns.thermalSquare(temperature[i]);
            double left = electron[i] + axial[i];
            double own = LeptonColumns.square(neutrino[i], thermal);
            perField[i] = share[i] * left;
            perVorticity[i] = Math.fma(share[i], LeptonColumns.square(left, thermal), own);
        }
    }

    /** Fills the column of the energy current per Omega. */
    static void vorticalEnergy(Piece piece) {
        LeptonColumns leptons = piece.leptons;
        double[] electron = leptons.electron();
        double[] axial = leptons.axial();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] share = piece.share;
        double[] perVorticity = piece.energyPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = LeptonColumns.thermalSquare(temperature[i]);
            double left = LeptonColumns.density(electron[i] + axial[i], thermal);
            perVorticity[i] = Math.fma(share[i], left, LeptonColumns.density(neutrino[i], thermal));
        }
    }
}
