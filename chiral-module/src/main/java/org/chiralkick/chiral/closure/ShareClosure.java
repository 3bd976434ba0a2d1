package org.chiralkick.chiral.closure;

import java.util.Arrays;

/**
 * Which share f of the left-handed electron current the neutrinos carry, F_N = f J_eL + J_nu. The neutrinos' own vortical
 * current J_nu is exact and needs no share. The share is a closure, not a result of the anomaly; it lies in [0, 1].
 */
public enum ShareClosure implements Choice {
    /** f = 1, F_N = J_L: every left-handed electron becomes a neutrino on its way out (Kaminski et al. 2016). Upper limit. */
    ALL_LEFT_HANDED("all-left-handed") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            Arrays.fill(share, 0, leptons.size(), 1.0);
        }
    },
    /**
     * f = n_nu/(n_eL + n_nu): left-handed leptons spend that part of their time as neutrinos; 0, with a flag, unless both
     * densities are positive. Assumes that weak rates mix the two faster than they drift.
     */
    COMPOSITION("composition") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            int size = leptons.size();
            for (int j = 0; j < size; j++) {
                double left = Math.max(LeptonColumns.scaledDensity(electron[j] + axial[j], temperature[j]), 0);
                double own = Math.max(LeptonColumns.scaledDensity(neutrino[j], temperature[j]), 0);
                // Arithmetic instead of branches: 0/(0 + tiny) is 0, and the last factor is 0 where left is 0, else 1.
                share[j] = own / (own + left + TINY) * Math.min(left * HUGE, 1);
            }
        }

        @Override
        public boolean isUndefined(double share) {
            return share == 0;
        }
    },
    /**
     * f = chi_nu/(chi_eL + chi_nu) with chi = dn/dmu: how an added left-handed lepton divides between the two in equilibrium; 0
     * where both vanish. The small-perturbation counterpart of `composition`.
     */
    SUSCEPTIBILITY("susceptibility") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            double[] temperature = leptons.temperature;
            double[] electron = leptons.electron;
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            int size = leptons.size();
            for (int j = 0; j < size; j++) {
                double mu = electron[j] + axial[j];
                double thermal = Math.PI * Math.PI * temperature[j] * temperature[j];
                double left = 3 * mu * mu + thermal;
                double own = 3 * neutrino[j] * neutrino[j] + thermal;
                share[j] = own / (own + left + TINY);
            }
        }
    },
    /** f = 0: a neutral species carries no magnetic current in equilibrium. Lower limit. */
    EQUILIBRIUM("equilibrium") {
        @Override
        public void shares(LeptonColumns leptons, double[] share) {
            Arrays.fill(share, 0, leptons.size(), 0.0);
        }
    };

    private static final double TINY = Double.MIN_NORMAL;
    private static final double HUGE = 1e300;

    private final String label;

    ShareClosure(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Fills {@code share} with f [1] of every zone loaded. */
    public abstract void shares(LeptonColumns leptons, double[] share);

    /** Tells whether a share that {@link #shares} gave stands for "not defined here". */
    public boolean isUndefined(double share) {
        return false;
    }
}
