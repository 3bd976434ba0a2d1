package org.chiralkick.star.profile;

import org.chiralkick.matter.LeptonPotentials;

/**
 * One row of a star's profile; NaN where the row does not say.
 *
 * @param radiusCm radius [cm]
 * @param density rest-mass density [g cm^-3]
 * @param temperature temperature [MeV]
 * @param electronFraction net electrons per baryon [1]
 * @param neutrinoFraction net electron neutrinos per baryon [1]
 * @param muElectron electron chemical potential, rest mass included [MeV]
 * @param muNeutrino electron-neutrino chemical potential [MeV]
 * @param protonMinusNeutron mu_p - mu_n [MeV]
 */
record ProfileRow(
        double radiusCm,
        double density,
        double temperature,
        double electronFraction,
        double neutrinoFraction,
        double muElectron,
        double muNeutrino,
        double protonMinusNeutron) {

    /** Returns mu_e [MeV]: as given, else from (rho, Y_e, T); NaN where neither is there. */
    double electronPotential() {
        return Double.isFinite(muElectron)
                ? muElectron
                : derived(LeptonPotentials.electron(density, electronFraction, temperature), electronFraction);
    }

    /** Returns mu_nu [MeV]: as given, else from (rho, Y_nu, T), else mu_e + mu_p - mu_n; NaN where none is there. */
    double neutrinoPotential() {
        if (Double.isFinite(muNeutrino)) {
            return muNeutrino;
        }
        double fromFraction =
                derived(LeptonPotentials.neutrino(density, neutrinoFraction, temperature), neutrinoFraction);
        return Double.isFinite(fromFraction) ? fromFraction : electronPotential() + protonMinusNeutron;
    }

    private double derived(double mu, double fraction) {
        return Double.isNaN(density + fraction + temperature) ? Double.NaN : mu;
    }
}
