package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.anomaly.WeylCurrent;
import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.ShareClosure;

/**
 * All conductivities under the default closures, in one loop: as many electrons of either chirality (mu_5 = 0), share
 * `composition`, momentum `energy-current`. The formulae are those of {@link LeptonCurrents}, {@link NeutrinoCurrents} and the two
 * closures. They share most of their terms, and the division of the share takes as long as all the rest, so that one loop costs
 * half of what seven do.
 */
final class DefaultCurrents {
    private DefaultCurrents() {}

    /** Returns whether these are the closures in force. */
    static boolean apply(Closures closures, LeptonColumns leptons) {
        return leptons.balanced() && mayApply(closures);
    }

    /** Returns whether these are the closures in force where chiralities are balanced. */
    static boolean mayApply(Closures closures) {
        return closures.share() == ShareClosure.COMPOSITION && closures.momentum() == MomentumClosure.ENERGY_CURRENT;
    }

    /**
     * Fills all columns of conductivities.
     *
     * @param axialElectrons factor of the electrons in the axial current
     */
    static void fill(Piece piece, double axialElectrons) {
        double[] temperature = piece.leptons.temperature();
        double[] electron = piece.leptons.electron();
        double[] neutrino = piece.leptons.neutrino();
        double[] leptonPerVorticity = piece.leptonPerVorticity;
        double[] axialPerVorticity = piece.axialPerVorticity;
        double[] neutrinoPerField = piece.neutrinoPerField;
        double[] neutrinoPerVorticity = piece.neutrinoPerVorticity;
        double[] energyPerField = piece.energyPerField;
        double[] energyPerVorticity = piece.energyPerVorticity;
        int end = piece.end();
        for (int i = piece.first(); i < end; i++) {
            double muE = electron[i];
            double muNu = neutrino[i];
            double thermal = WeylCurrent.thermalSquare(temperature[i]);
            double leftSquare = WeylCurrent.square(muE, thermal);
            double ownSquare = WeylCurrent.square(muNu, thermal);
            double left = WeylCurrent.density(muE, thermal);
            double own = WeylCurrent.density(muNu, thermal);
            double share = ShareClosure.composition(left, own);
            leptonPerVorticity[i] = ownSquare; // electrons of either chirality cancel
            axialPerVorticity[i] = LeptonCurrents.axialPerVorticity(axialElectrons, leftSquare, ownSquare);
            neutrinoPerField[i] = NeutrinoCurrents.perField(share, muE);
            neutrinoPerVorticity[i] = NeutrinoCurrents.perVorticity(share, leftSquare, ownSquare);
            energyPerField[i] = MomentumClosure.energyCurrent(share, leftSquare);
            energyPerVorticity[i] = NeutrinoCurrents.perVorticity(share, left, own);
        }
    }
}
