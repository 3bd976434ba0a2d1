package org.chiralkick.chiral.anomaly;

/**
 * Chemical potentials of the three charges. A species has mu_s = Q_s mu_em + l_s mu_l + l5_s mu_5.
 *
 * @param electric mu_em [MeV]
 * @param lepton mu_l [MeV]
 * @param axial mu_5 [MeV]
 */
public record ChemicalPotentials(double electric, double lepton, double axial) {
    /** Returns the chemical potential of one charge [MeV]. */
    public double of(Charge charge) {
        return switch (charge) {
            case ELECTRIC -> electric;
            case LEPTON -> lepton;
            case AXIAL -> axial;
        };
    }

    /** Returns the chemical potential mu_s of a species [MeV]. */
    public double of(WeylSpecies species) {
        return species.charge() * electric + species.leptonNumber() * lepton + species.axialLeptonNumber() * axial;
    }
}
