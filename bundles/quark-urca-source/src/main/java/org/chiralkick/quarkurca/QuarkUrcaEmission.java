package org.chiralkick.quarkurca;

import org.chiralkick.matter.PhysicalConstants;

/**
 * Emissivity of degenerate quark matter, and the part of it that polarised electrons beam:
 *
 * <pre>
 *   eps   = (914/315) G_F^2 cos^2(theta_C) alpha_s mu_d mu_u mu_e T^6 [MeV^5]    guide/physics.md (8.3)
 *   chi_e = min(1, 3 eB/2 mu_e^2)                                                guide/physics.md (8.2)
 * </pre>
 *
 * It is the emission of degenerate quarks and electrons: where one of the potentials is not positive there are none, and nothing is
 * emitted.
 */
final class QuarkUrcaEmission {
    private static final double COS_CABIBBO = PhysicalConstants.V_UD;

    /** Emissivity [MeV^5] per alpha_s and per mu_d mu_u mu_e T^6. */
    private static final double PER_MEV4 = 914.0
            / 315
            * PhysicalConstants.FERMI_COUPLING_PER_MEV2
            * PhysicalConstants.FERMI_COUPLING_PER_MEV2
            * COS_CABIBBO
            * COS_CABIBBO;

    /** Force per volume [dyn cm^-3] per MeV^5: a pressure per length. */
    private static final double FORCE_PER_MEV5 =
            PhysicalConstants.MOMENTUM_FLUX_PER_MEV4 / PhysicalConstants.HBAR_C_MEV_CM;

    private QuarkUrcaEmission() {}

    /**
     * Returns the momentum chi_e eps/c that the neutrinos carry off along the axis [dyn cm^-3], {@code >= 0}.
     *
     * @param alphaS strong coupling [1], {@code > 0}
     * @param temperature T [MeV], {@code >= 0}
     * @param muElectron mu_e [MeV]
     * @param muUp mu_u [MeV]
     * @param muDown mu_d [MeV]
     * @param gauss |B| [G], {@code >= 0}
     */
    static double momentumPerVolumeAndTime(
            double alphaS, double temperature, double muElectron, double muUp, double muDown, double gauss) {
        double electrons = Math.max(muElectron, 0);
        double quarks = Math.max(muUp, 0) * Math.max(muDown, 0);
        double cube = temperature * temperature * temperature;
        // chi_e mu_e, which stays finite where mu_e vanishes.
        double polarised = polarisedPotential(electrons, gauss);
        return PER_MEV4 * alphaS * quarks * polarised * (cube * cube) * FORCE_PER_MEV5;
    }

    /** Returns chi_e mu_e = min(mu_e, 3 eB/2 mu_e) [MeV]; 0 without electrons. */
    private static double polarisedPotential(double muElectron, double gauss) {
        double landau = 1.5 * PhysicalConstants.EB_MEV2_PER_GAUSS * gauss;
        return landau < muElectron * muElectron ? landau / muElectron : muElectron;
    }

    /** Returns whether eB {@code >} mu_e^2/2, so that only the lowest Landau level is filled. */
    static boolean onlyLowestLandauLevel(double muElectron, double gauss) {
        return PhysicalConstants.EB_MEV2_PER_GAUSS * gauss > muElectron * muElectron / 2;
    }
}
