package org.chiralkick.chiral.closure;

import org.chiralkick.source.ZoneBlock;

/** Which chemical potentials the species have: each its own, or one for all as Kaminski et al. 2016 take it. */
public enum PotentialsClosure implements Choice {
    /** Electrons have the host's mu_e, neutrinos the host's mu_nu. Assumes nothing. */
    SEPARATE("separate", "each species has its own chemical potential") {
        @Override
        void load(ZoneBlock zones, int shift, LeptonColumns leptons) {
            leptons.electron = leptons.hostElectron(zones, shift);
            leptons.perEscaping = leptons.neutrino;
        }
    },
    /**
     * One lepton potential mu_l = mu_nu - mu_5 for every species: mu_e := mu_l, the host's mu_e is not used (Kaminski et al.
     * 2016, who set mu_em = 0). Holds where mu_em = mu_nu - mu_eL vanishes: mu_eL is mu_nu itself, not the sum mu_l + mu_5, which loses
     * the digits of mu_nu where |mu_5| is much larger.
     */
    SINGLE("single", "mu_nu - mu_5 stands for every one, as in the paper") {
        @Override
        void load(ZoneBlock zones, int shift, LeptonColumns leptons) {
            double[] axial = leptons.axial;
            double[] neutrino = leptons.neutrino;
            double[] electron = leptons.ownElectron();
            double[] perEscaping = leptons.ownPerEscaping();
            int end = leptons.end();
            for (int i = leptons.first(); i < end; i++) {
                electron[i] = neutrino[i] - axial[i];
                perEscaping[i] = neutrino[i] - axial[i];
            }
            leptons.electron = electron;
            leptons.left = neutrino;
            leptons.perEscaping = perEscaping;
        }
    };

    private final String label;
    private final String meaning;

    PotentialsClosure(String label, String meaning) {
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

    /** Sets the electron potential, and the potential per escaping neutrino; the other columns are there. */
    abstract void load(ZoneBlock zones, int shift, LeptonColumns leptons);
}
