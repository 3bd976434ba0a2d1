package org.chiralkick.star;

import org.chiralkick.matter.PhysicalConstants;

/**
 * What diffusion lets out of the star, in the frame of the neutrinosphere; times the square of the lapse there it is what a
 * distant observer sees.
 *
 * @param electronNeutrinoErgPerS luminosity in nu_e [erg/s]
 * @param electronAntineutrinoErgPerS luminosity in anti-nu_e [erg/s]
 * @param eachHeavyLeptonErgPerS luminosity in each of nu_mu, nu_tau and their antiparticles [erg/s]
 * @param electronNeutrinosPerS number of nu_e [1/s]
 * @param electronAntineutrinosPerS number of anti-nu_e [1/s]
 * @param eachHeavyLeptonPerS number in each of nu_mu, nu_tau and their antiparticles [1/s]
 */
public record Luminosities(
        double electronNeutrinoErgPerS,
        double electronAntineutrinoErgPerS,
        double eachHeavyLeptonErgPerS,
        double electronNeutrinosPerS,
        double electronAntineutrinosPerS,
        double eachHeavyLeptonPerS) {
    /** Nothing. */
    static final Luminosities NONE = new Luminosities(0, 0, 0, 0, 0, 0);

    /** Returns the luminosity in all six kinds [erg/s]. */
    public double totalErgPerS() {
        return electronNeutrinoErgPerS + electronAntineutrinoErgPerS + 4 * eachHeavyLeptonErgPerS;
    }

    /** Returns the net electron leptons that leave [1/s]: nu_e minus anti-nu_e; heavy leptons leave in pairs. */
    public double leptonsPerS() {
        return electronNeutrinosPerS - electronAntineutrinosPerS;
    }

    /** Returns the mean energy of nu_e [MeV], luminosity over number; 0 where none leave. */
    public double electronNeutrinoMev() {
        return mean(electronNeutrinoErgPerS, electronNeutrinosPerS);
    }

    /** Returns the mean energy of anti-nu_e [MeV]; 0 where none leave. */
    public double electronAntineutrinoMev() {
        return mean(electronAntineutrinoErgPerS, electronAntineutrinosPerS);
    }

    /** Returns the mean energy of nu_mu, nu_tau and their antiparticles [MeV]; 0 where none leave. */
    public double heavyLeptonMev() {
        return mean(eachHeavyLeptonErgPerS, eachHeavyLeptonPerS);
    }

    private static double mean(double ergPerS, double numberPerS) {
        return numberPerS == 0 ? 0 : ergPerS / numberPerS / PhysicalConstants.ERG_PER_MEV;
    }
}
