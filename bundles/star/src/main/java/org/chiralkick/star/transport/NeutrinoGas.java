package org.chiralkick.star.transport;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * The neutrinos of one species at one place, all energies together.
 *
 * @param departureErgPerCm3 U - U_eq, energy density minus that of equilibrium [erg cm^-3]; NaN where it is not known
 * @param absorptionPerCm chi_a, stimulated absorption included [1/cm]; NaN where it is not known
 * @param scatteringPerCm chi_s of the transport cross section [1/cm]; NaN where it is not known
 */
public record NeutrinoGas(double departureErgPerCm3, double absorptionPerCm, double scatteringPerCm) {
    /** Of neutrinos of which nothing is known. */
    public static final NeutrinoGas UNKNOWN = new NeutrinoGas(Double.NaN, Double.NaN, Double.NaN);

    private static final double ERG_PER_CM3_PER_MEV4 =
            PhysicalConstants.PER_CM3_PER_MEV3 * PhysicalConstants.ERG_PER_MEV;

    /**
     * Returns the energy density U of the species [erg cm^-3], in [0, 2 U_eq]: a departure beyond U_eq itself is no first order any more, which
     * is where matter hardly absorbs.
     *
     * @param potentialMev chemical potential of the species [MeV]: mu_nu, or -mu_nu for antineutrinos
     * @param temperatureMev T [MeV]
     */
    public double energyDensity(double potentialMev, double temperatureMev) {
        double equilibrium = equilibrium(potentialMev, temperatureMev);
        return equilibrium + Math.max(-equilibrium, Math.min(departureErgPerCm3, equilibrium));
    }

    /** Returns the energy density U_eq of one kind of particle in equilibrium [erg cm^-3]. */
    static double equilibrium(double potentialMev, double temperatureMev) {
        return WeylGas.particleEnergyDensity(potentialMev, temperatureMev) * ERG_PER_CM3_PER_MEV4;
    }

    /** Returns what lies between this place and another: departures linear, opacities in their logarithms. */
    public NeutrinoGas towards(NeutrinoGas other, double part) {
        return new NeutrinoGas(
                (1 - part) * departureErgPerCm3 + part * other.departureErgPerCm3,
                between(part, absorptionPerCm, other.absorptionPerCm),
                between(part, scatteringPerCm, other.scatteringPerCm));
    }

    private static double between(double part, double here, double there) {
        return Math.exp((1 - part) * Math.log(here) + part * Math.log(there));
    }
}
