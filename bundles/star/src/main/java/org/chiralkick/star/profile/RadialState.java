package org.chiralkick.star.profile;

import org.chiralkick.matter.NeutrinoMeanFreePath;
import org.chiralkick.matter.PhysicalConstants;

/**
 * The state of the star's matter at one radius.
 *
 * @param radiusCm radius [cm]
 * @param densityGPerCm3 rest-mass density [g cm^-3]; NaN where the profile has none
 * @param temperatureMev temperature [MeV]
 * @param electronFraction net electrons per baryon [1]; NaN where the profile has none
 * @param neutrinoFraction net electron neutrinos per baryon [1]; NaN where the profile has none
 * @param muElectronMev electron chemical potential, rest mass included [MeV]
 * @param muNeutrinoMev electron-neutrino chemical potential [MeV]
 * @param neutrinoGradientLengthCm |mu_nu / (d mu_nu/dr)| [cm]; NaN where it is not known
 */
public record RadialState(
        double radiusCm,
        double densityGPerCm3,
        double temperatureMev,
        double electronFraction,
        double neutrinoFraction,
        double muElectronMev,
        double muNeutrinoMev,
        double neutrinoGradientLengthCm) {
    /** Returns the mean free path of the electron neutrinos [cm], NaN where density or Y_e is not known; nucleon mass M* = M. */
    public double meanFreePathCm() {
        if (Double.isNaN(densityGPerCm3 + electronFraction)) {
            return Double.NaN;
        }
        return NeutrinoMeanFreePath.electronNeutrinoCm(
                NeutrinoMeanFreePath.typicalEnergyMeV(muNeutrinoMev, temperatureMev),
                densityGPerCm3,
                electronFraction,
                temperatureMev,
                muElectronMev,
                muNeutrinoMev,
                1);
    }

    /** Returns whether mu_nu comes from a neutrino fraction where neutrinos are no longer in equilibrium with the matter. */
    public boolean neutrinosDecoupled() {
        return neutrinosDecoupled(densityGPerCm3, neutrinoFraction);
    }

    /**
     * Returns whether mu_nu of a profile means little, because it comes from a neutrino fraction in matter so thin.
     *
     * @param densityGPerCm3 rest-mass density [g cm^-3]; NaN where the profile has none
     * @param neutrinoFraction net electron neutrinos per baryon [1]; NaN where the profile has none
     */
    public static boolean neutrinosDecoupled(double densityGPerCm3, double neutrinoFraction) {
        return densityGPerCm3 < PhysicalConstants.DECOUPLING_DENSITY_G_PER_CM3 && !Double.isNaN(neutrinoFraction);
    }
}
