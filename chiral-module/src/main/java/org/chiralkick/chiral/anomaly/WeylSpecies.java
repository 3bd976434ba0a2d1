package org.chiralkick.chiral.anomaly;

/**
 * A massless fermion of one chirality and its charges, as data.
 *
 * @param name how tables show it, such as {@code "e_L"}
 * @param chirality +1 right-handed, -1 left-handed
 * @param charge electric charge in units of e; the electron has -1
 * @param leptonNumber lepton number l
 * @param axialLeptonNumber axial lepton number l5; +1 for a left-handed, -1 for a right-handed lepton
 */
public record WeylSpecies(String name, int chirality, double charge, double leptonNumber, double axialLeptonNumber) {
    /** Right-handed electron. */
    public static final WeylSpecies RIGHT_ELECTRON = new WeylSpecies("e_R", 1, -1, 1, -1);

    /** Left-handed electron. */
    public static final WeylSpecies LEFT_ELECTRON = new WeylSpecies("e_L", -1, -1, 1, 1);

    /** Electron neutrino, left-handed. */
    public static final WeylSpecies NEUTRINO = new WeylSpecies("nu_L", -1, 0, 1, 1);

    /** Checks that the chirality is +1 or -1. */
    public WeylSpecies {
        if (chirality != 1 && chirality != -1) {
            throw new IllegalArgumentException(
                    "chirality of " + name + " is " + chirality + "; must be +1 (right-handed) or -1 (left-handed)");
        }
    }
}
