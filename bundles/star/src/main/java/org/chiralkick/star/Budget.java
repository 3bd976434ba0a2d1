package org.chiralkick.star;

/**
 * Leptons and energy of the star and what has left it. The sums in each line are constant to rounding.
 *
 * @param leptonsInStar net electrons and electron neutrinos in the star [1]
 * @param leptonsEmitted net leptons that have left [1]
 * @param anomalousLeptonsEmitted part of them that the mechanism has taken [1]
 * @param energyInStarErg internal and potential energy [erg]; at fixed density the internal one
 * @param energyEmittedErg energy that has left, in the frame of the surface [erg]
 * @param anomalousEnergyEmittedErg part of it that the mechanism has taken [erg]
 * @param energyAtInfinityErg energy that has left, redshifted: sum of lapse times energy, each where it escapes [erg]
 */
public record Budget(
        double leptonsInStar,
        double leptonsEmitted,
        double anomalousLeptonsEmitted,
        double energyInStarErg,
        double energyEmittedErg,
        double anomalousEnergyEmittedErg,
        double energyAtInfinityErg) {
    /** Returns the leptons in the star and emitted, which never change [1]. */
    public double leptons() {
        return leptonsInStar + leptonsEmitted;
    }

    /** Returns the energy in the star and emitted, which never changes [erg]. */
    public double energyErg() {
        return energyInStarErg + energyEmittedErg;
    }
}
