package org.chiralkick.star.evolve;

/**
 * What has left a star through its surface.
 *
 * @param leptons net leptons [1]
 * @param energyMev energy [MeV]
 */
public record Emission(double leptons, double energyMev) {
    /** Nothing. */
    public static final Emission NONE = new Emission(0, 0);

    /** Returns this and another emission together. */
    public Emission plus(double moreLeptons, double moreEnergyMev) {
        return new Emission(leptons + moreLeptons, energyMev + moreEnergyMev);
    }
}
