package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.ShareClosure;

/**
 * All conductivities under the default closures, in one loop: as many electrons of either chirality (mu_5 = 0), share
 * `composition`, momentum `energy-current`. The same formulae, and bits, as in {@link LeptonCurrents}, {@link NeutrinoCurrents} and the
 * two closures. They share most of their terms, and the division of the share takes as long as all the rest, so that one loop costs
 * half of what seven do.
 */
final class DefaultCurrents {
    private DefaultCurrents() {}

    /** Tells whether these are the closures in force. */
    static boolean apply(Closures closures, LeptonColumns leptons) {
        return leptons.balanced() && mayApply(closures);
    }

    /** Tells whether these are the closures in force where chiralities are balanced. */
    static boolean mayApply(Closures closures) {
        return closures.share() == ShareClosure.COMPOSITION && closures.momentum() == MomentumClosure.ENERGY_CURRENT;
    }

    /** Fills all columns of conductivities. */
    static void fill(Piece piece) {
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
            double thermal = LeptonColumns.thermalSquare(temperature[i]);
            double leftSquare = LeptonColumns.square(muE, thermal);
            double ownSquare = LeptonColumns.square(muNu, thermal);
            double left = LeptonColumns.density(muE, thermal);
            double own = LeptonColumns.density(muNu, thermal);
            double share = ShareClosure.composition(left, own);
            leptonPerVorticity[i] = ownSquare;
            axialPerVorticity[i] = Math.fma(2, leftSquare, ownSquare);
            neutrinoPerField[i] = share * muE;
            neutrinoPerVorticity[i] = Math.fma(share, leftSquare, ownSquare);
            energyPerField[i] = share * leftSquare;
            energyPerVorticity[i] = Math.fma(share, left, own);
        }
    }
}
