package org.chiralkick.chiral.anomaly;

/** The conserved or anomalous charges whose currents are asked for. */
public enum Charge {
    /** Electric charge in units of e; the electron has -1. Index em, gauged: eB is its field. */
    ELECTRIC {
        @Override
        public double of(WeylSpecies species) {
            return species.charge();
        }
    },
    /** Lepton number, index l. */
    LEPTON {
        @Override
        public double of(WeylSpecies species) {
            return species.leptonNumber();
        }
    },
    /** Axial lepton number, index l5: +1 for left-handed, -1 for right-handed leptons. */
    AXIAL {
        @Override
        public double of(WeylSpecies species) {
            return species.axialLeptonNumber();
        }
    };

    /** Returns how much of this charge one particle of the species carries. */
    public abstract double of(WeylSpecies species);
}
