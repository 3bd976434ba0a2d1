package org.chiralkick.vortical;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;

/**
 * Number and energy flux of left-handed neutrinos in rotating matter (Vilenkin 1979), exact for every mu/T.
 *
 * <pre>
 *   J   = -(mu^2/4 pi^2 + T^2/12) Omega     = -(1/2) dn/dmu Omega
 *   T0i = -(mu^3/6 pi^2 + mu T^2/6) Omega   = -n Omega
 * </pre>
 *
 * with Omega = (hbar/2) curl v in MeV; minus, because the neutrino is left-handed (chi = -1).
 */
final class VorticalCurrent {
    /** Omega [MeV] per curl v [1/s]. */
    private static final double ANGULAR_VELOCITY_MEV_S = PhysicalConstants.HBAR_MEV_S / 2;

    /** Number flux [cm^-2 s^-1] of a current of 1 MeV^2 per Omega where curl v is 1/s. */
    static final double NUMBER_FACTOR = ANGULAR_VELOCITY_MEV_S * PhysicalConstants.NUMBER_FLUX_PER_MEV3;
    /** Energy flux [erg cm^-2 s^-1] of a current of 1 MeV^3 per Omega where curl v is 1/s. */
    static final double ENERGY_FACTOR = ANGULAR_VELOCITY_MEV_S * PhysicalConstants.ENERGY_FLUX_PER_MEV4;

    private VorticalCurrent() {}

    /**
     * Returns one component of the net number flux [cm^-2 s^-1].
     *
     * @param mu neutrino chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     * @param curl the same component of curl v, twice the angular velocity [1/s]
     */
    static double numberFlux(double mu, double temperature, double curl) {
        return -WeylGas.susceptibility(mu, temperature) / 2 * curl * NUMBER_FACTOR;
    }

    /**
     * Returns one component of the energy flux [erg cm^-2 s^-1].
     *
     * @param mu neutrino chemical potential [MeV]
     * @param temperature temperature [MeV], {@code >= 0}
     * @param curl the same component of curl v, twice the angular velocity [1/s]
     */
    static double energyFlux(double mu, double temperature, double curl) {
        return -WeylGas.numberDensity(mu, temperature) * curl * ENERGY_FACTOR;
    }
}
