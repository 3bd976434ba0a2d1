package org.chiralkick.chiral.closure;

import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Which chemical potentials the species have: each its own, or one for all as Kaminski et al. 2016 take it. */
public enum PotentialsClosure implements Choice {
    /** Electrons have the host's mu_e, neutrinos the host's mu_nu. Assumes nothing. */
    SEPARATE("separate") {
        @Override
        void load(ZoneBlock zones, int from, LeptonColumns leptons) {
            int size = leptons.size();
            System.arraycopy(zones.column(ZoneField.ELECTRON_CHEMICAL_POTENTIAL), from, leptons.electron, 0, size);
            System.arraycopy(leptons.neutrino, 0, leptons.perEscaping, 0, size);
        }
    },
    /**
     * One lepton potential mu_l = mu_nu - mu_5 for every species: mu_e := mu_l, the host's mu_e is not used (Kaminski et al.
     * 2016, who set mu_em = 0). Holds where mu_em = mu_nu - mu_eL vanishes.
     */
    SINGLE("single") {
        @Override
        void load(ZoneBlock zones, int from, LeptonColumns leptons) {
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            double[] electron = leptons.electron;
            int size = leptons.size();
            for (int j = 0; j < size; j++) {
                electron[j] = neutrino[j] - axial[j];
            }
            System.arraycopy(electron, 0, leptons.perEscaping, 0, size);
        }
    };

    private final String label;

    PotentialsClosure(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** Fills the electron potential, and the potential per escaping neutrino; the other columns are there. */
    abstract void load(ZoneBlock zones, int from, LeptonColumns leptons);
}
