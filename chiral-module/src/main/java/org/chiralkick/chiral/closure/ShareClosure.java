package org.chiralkick.chiral.closure;

import java.util.Arrays;
import org.chiralkick.chiral.anomaly.WeylCurrent;

/**
 * Which share f of the left-handed electron current the neutrinos carry, F_N = f J_eL + J_nu. The neutrinos' own vortical
 * current J_nu is exact and needs no share. The share is a closure, not a result of the anomaly; it lies in [0, 1].
 */
public enum ShareClosure implements Choice {
    /** f = 1, F_N = J_L: every left-handed electron becomes a neutrino on its way out (Kaminski et al. 2016). Upper limit. */
    ALL_LEFT_HANDED("all-left-handed", "all of the left-handed current escapes (upper limit)") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            Arrays.fill(share, leptons.first(), leptons.end(), 1.0);
        }
    },
    /**
     * f = n_nu/(n_eL + n_nu): left-handed leptons spend that part of their time as neutrinos; 0, with a flag, unless both
     * densities are positive. Assumes that weak rates mix the two faster than they drift.
     */
    COMPOSITION("composition", "n_nu/(n_eL + n_nu) of the left-handed electron current") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            double[] temperature = leptons.temperature;
            double[] leftElectron = leptons.left;
            double[] neutrino = leptons.neutrino;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double thermal = WeylCurrent.thermalSquare(temperature[i]);
                double left = WeylCurrent.density(leftElectron[i], thermal);
                double own = WeylCurrent.density(neutrino[i], thermal);
                share[i] = composition(left, own);
            }
        }

        @Override
        public boolean isUndefined(double leftElectron, double neutrino) {
            return !(leftElectron > 0 && neutrino > 0);
        }
    },
    /**
     * f = chi_nu/(chi_eL + chi_nu) with chi = dn/dmu: how an added left-handed lepton divides between the two in equilibrium; 0
     * where both vanish. The small-perturbation counterpart of `composition`.
     */
    SUSCEPTIBILITY("susceptibility", "chi_nu/(chi_eL + chi_nu) of that current, chi = dn/dmu") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            double[] temperature = leptons.temperature;
            double[] leftElectron = leptons.left;
            double[] neutrino = leptons.neutrino;
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                double thermal = WeylCurrent.thermalSquare(temperature[i]);
                double left = WeylCurrent.square(leftElectron[i], thermal);
                double own = WeylCurrent.square(neutrino[i], thermal);
                share[i] = own / (own + (left + Double.MIN_NORMAL));
            }
        }
    },
    /** f = 0: a neutral species carries no magnetic current in equilibrium. Lower limit. */
    EQUILIBRIUM("equilibrium", "neutral neutrinos carry none of it (lower limit)") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            Arrays.fill(share, leptons.first(), leptons.end(), 0.0);
        }
    };

    private final String label;
    private final String meaning;

    /**
     * Returns own/(own + left) where both are positive, else 0; densities in any unit. Arithmetic instead of branches, which C2
     * does not vectorise: twice the positive parts x + |x|, and a numerator that vanishes with either; the smallest normal number
     * turns 0/0 into 0 and changes nothing else.
     *
     * @param left density of left-handed electrons
     * @param own density of neutrinos
     */
    public static double composition(double left, double own) {
        double positiveLeft = left + Math.abs(left);
        double positiveOwn =
                Math.fma(1, own, Math.abs(own)); // a sum of another kind than the line above: see package kernel
        return positiveOwn * positiveLeft / Math.fma(positiveOwn + positiveLeft, positiveLeft, Double.MIN_NORMAL);
    }

    ShareClosure(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Fills {@code share} with f [1] of every zone loaded. */
    public abstract void shares(LeptonColumns leptons, double[] share);

    /**
     * Returns whether the share is not defined for these potentials, and is 0 for that reason.
     *
     * @param leftElectron mu_eL [MeV]
     * @param neutrino mu_nu [MeV]
     */
    public boolean isUndefined(double leftElectron, double neutrino) {
        return false;
    }
}
