package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.chiral.closure.LeptonColumns;

/**
 * Conductivities of lepton and axial number: sums over e_R, e_L and nu_L, whatever the closures of share and momentum say. With
 * mu_e = (mu_eL + mu_eR)/2 and mu_5 = (mu_eL - mu_eR)/2 the species add up to
 *
 * <pre>
 *   4 pi^2 J_l  = 2 mu_5 eB - [4 mu_e mu_5 + N] Omega
 *   4 pi^2 J_l5 = 2 mu_e eB - [2 (mu_e^2 + mu_5^2 + w) + N] Omega,   N = mu_nu^2 + w,  w = pi^2 T^2/3
 * </pre>
 *
 * which takes no difference of nearly equal species currents. The numbers are those of electrons; they come from {@link
 * org.chiralkick.chiral.anomaly.CurrentFactors}. These are the brackets; {@link VectorFlux} has what stands before them.
 */
final class LeptonCurrents {
    private LeptonCurrents() {}

    /** Returns the bracket of the lepton current, {@code factor mu_e mu_5 + N} [MeV^2]. */
    static double leptonPerVorticity(double factor, double electron, double axial, double ownSquare) {
        return Math.fma(factor * electron, axial, ownSquare);
    }

    /**
     * Returns the bracket of the axial current [MeV^2].
     *
     * @param factor of the electrons' part, 2
     * @param electronSquare mu_e^2 + mu_5^2 + w [MeV^2]
     * @param ownSquare N [MeV^2]
     */
    static double axialPerVorticity(double factor, double electronSquare, double ownSquare) {
        return Math.fma(factor, electronSquare, ownSquare);
    }

    /** Fills the column of the lepton current per Omega. */
    static void vorticalLepton(Piece piece, double factor) {
        LeptonColumns leptons = piece.leptons;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] perVorticity = piece.leptonPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = WeylCurrent.thermalSquare(temperature[i]);
            double own = WeylCurrent.square(neutrino[i], thermal);
            perVorticity[i] = leptonPerVorticity(factor, electron[i], axial[i], own);
        }
    }

    /** Fills the column of the axial current per Omega. */
    static void vorticalAxial(Piece piece, double factor) {
        LeptonColumns leptons = piece.leptons;
        double[] axial = leptons.axial();
        double[] electron = leptons.electron();
        double[] neutrino = leptons.neutrino();
        double[] temperature = leptons.temperature();
        double[] perVorticity = piece.axialPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double thermal = WeylCurrent.thermalSquare(temperature[i]);
            double own = WeylCurrent.square(neutrino[i], thermal);
            double electrons = WeylCurrent.square(electron[i], WeylCurrent.square(axial[i], thermal));
            perVorticity[i] = axialPerVorticity(factor, electrons, own);
        }
    }
}
