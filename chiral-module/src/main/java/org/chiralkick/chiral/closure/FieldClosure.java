package org.chiralkick.chiral.closure;

import org.chiralkick.matter.PhysicalConstants;

/** How many MeV^2 of eB a gauss is in the lepton and neutrino currents. */
public enum FieldClosure implements Choice {
    /** eB = 5.9157e-15 MeV^2 per gauss: the conversion of units. */
    EB("eb", "eB in consistent units: 1e12 G is 0.0059 MeV^2", PhysicalConstants.EB_MEV2_PER_GAUSS),
    /** 0.1 MeV^2 per 1e12 G, as Kaminski et al. 2016 take it: 16.9 times too large; for comparison with the paper only. */
    KUBS_2016(
            "kubs-2016",
            "the paper's 0.1 MeV^2 for 1e12 G, 16.9 times eB",
            PhysicalConstants.KUBS_FIELD_MEV2_PER_GAUSS);

    private final String label;
    private final String meaning;
    private final double mev2PerGauss;

    FieldClosure(String label, String meaning, double mev2PerGauss) {
        this.label = label;
        this.meaning = meaning;
        this.mev2PerGauss = mev2PerGauss;
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public String meaning() {
        return meaning;
    }

    /** Returns eB per field [MeV^2/G]. */
    public double mev2PerGauss() {
        return mev2PerGauss;
    }
}
