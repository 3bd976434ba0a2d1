package org.chiralkick.polarisednucleon;

import org.chiralkick.matter.PhysicalConstants;

/**
 * How polarised nucleons are, and how fast the neutrinos of one species drift along the field per energy density by which they depart
 * from equilibrium: guide/physics.md (8.4) and (8.6). Opacities and energy densities are those of all energies, or of one group of them.
 */
final class NucleonAsymmetry {
    /** Nuclear magneton [MeV/G] (CODATA 2018). */
    private static final double NUCLEAR_MAGNETON_MEV_PER_GAUSS = 3.15245125844e-18;

    /** Magnetic moments in nuclear magnetons, as guide/physics.md (8.4) rounds them. */
    private static final double NEUTRON_MOMENT = -1.913;

    private static final double PROTON_MOMENT = 2.793;

    private static final double SPEED_THIRD = PhysicalConstants.C_CM_PER_S / 3;

    private final double neutrinoAbsorbed;
    private final double antineutrinoAbsorbed;
    private final double scattered;

    /**
     * Makes the asymmetries.
     *
     * @param axialCoupling g_A [1], {@code > 0}
     * @param absorption whether absorption has one; else scattering alone
     */
    NucleonAsymmetry(double axialCoupling, boolean absorption) {
        double all = 1 + 3 * axialCoupling * axialCoupling;
        neutrinoAbsorbed = absorption ? 2 * axialCoupling * (axialCoupling + 1) / all : 0;
        antineutrinoAbsorbed = absorption ? -2 * axialCoupling * (axialCoupling - 1) / all : 0;
        scattered = 4 * axialCoupling * axialCoupling / all;
    }

    /**
     * Returns the polarisation of neutrons along the field [1], in [-1, 0].
     *
     * @param gauss |B| [G], {@code > 0}
     * @param temperature T [MeV], {@code >= 0}
     */
    static double neutrons(double gauss, double temperature) {
        return Math.tanh(NEUTRON_MOMENT * NUCLEAR_MAGNETON_MEV_PER_GAUSS * gauss / temperature);
    }

    /** Returns the polarisation of protons along the field [1], in [0, 1]. */
    static double protons(double gauss, double temperature) {
        return Math.tanh(PROTON_MOMENT * NUCLEAR_MAGNETON_MEV_PER_GAUSS * gauss / temperature);
    }

    /**
     * Returns the flux of nu_e along the field per U_eq - U [cm/s].
     *
     * @param absorption chi_a [1/cm], {@code >= 0}
     * @param scattering chi_s [1/cm], {@code >= 0}
     * @param neutrons their polarisation [1]
     */
    double neutrinoDrift(double absorption, double scattering, double neutrons) {
        return drift(absorption, neutrinoAbsorbed * neutrons, scattering, scattered * neutrons);
    }

    /**
     * Returns the flux of anti-nu_e along the field per U_eq - U [cm/s].
     *
     * @param absorption chi_a [1/cm], {@code >= 0}
     * @param scattering chi_s [1/cm], {@code >= 0}
     * @param neutrons their polarisation [1]
     * @param protons their polarisation [1]
     */
    double antineutrinoDrift(double absorption, double scattering, double neutrons, double protons) {
        return drift(absorption, antineutrinoAbsorbed * protons, scattering, -scattered * neutrons);
    }

    /** Where nothing holds the neutrinos, nothing makes them drift. */
    private static double drift(double absorption, double epsAbsorption, double scattering, double epsScattering) {
        double all = absorption + scattering;
        return all == 0 ? 0 : SPEED_THIRD * (absorption / all * epsAbsorption + scattering / all * epsScattering);
    }
}
