package org.chiralkick.star;

/**
 * What diffusion lets out of the star, in the frame of the neutrinosphere; times the square of the lapse there it is what a
 * distant observer sees.
 *
 * @param electronNeutrinoErgPerS luminosity in nu_e [erg/s]
 * @param electronAntineutrinoErgPerS luminosity in anti-nu_e [erg/s]
 * @param eachHeavyLeptonErgPerS luminosity in each of nu_mu, nu_tau and their antiparticles [erg/s]
 * @param electronNeutrinosPerS number of nu_e [1/s]
 * @param electronAntineutrinosPerS number of anti-nu_e [1/s]
 */
public record Luminosities(
        double electronNeutrinoErgPerS,
        double electronAntineutrinoErgPerS,
        double eachHeavyLeptonErgPerS,
        double electronNeutrinosPerS,
        double electronAntineutrinosPerS) {
    /** Nothing. */
    static final Luminosities NONE = new Luminosities(0, 0, 0, 0, 0);

    /** Returns the luminosity in all six kinds [erg/s]. */
    public double totalErgPerS() {
        return electronNeutrinoErgPerS + electronAntineutrinoErgPerS + 4 * eachHeavyLeptonErgPerS;
    }
}
