package org.chiralkick.star.transport;

/** The neutrinos that are transported, each kind with one opacity. */
public enum Species {
    /** Electron neutrinos, in beta equilibrium: degeneracy mu_nu/T, lepton number +1. */
    ELECTRON_NEUTRINO(1, 1),
    /** Electron antineutrinos: degeneracy -mu_nu/T, lepton number -1. */
    ELECTRON_ANTINEUTRINO(-1, 1),
    /** nu_mu, nu_tau and their antiparticles, thermal: no chemical potential, no net number. */
    HEAVY_LEPTON(0, 4);

    private final int leptonNumber;
    private final int kinds;

    Species(int leptonNumber, int kinds) {
        this.leptonNumber = leptonNumber;
        this.kinds = kinds;
    }

    /** Returns the electron-lepton number of a particle, which is also the sign of its chemical potential. */
    public int leptonNumber() {
        return leptonNumber;
    }

    /** Returns how many kinds of particle are counted together. */
    public int kinds() {
        return kinds;
    }
}
