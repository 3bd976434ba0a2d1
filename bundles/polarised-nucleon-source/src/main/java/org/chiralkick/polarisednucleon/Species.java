package org.chiralkick.polarisednucleon;

import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/**
 * A species that drifts: where its energy, opacities and flux are.
 *
 * @param sign of mu_nu in its potential: 1 for nu_e, -1 for anti-nu_e
 * @param grey all energies together
 * @param grouped per energy group
 */
record Species(int sign, Fields grey, Fields grouped) {
    static final Species NEUTRINO = new Species(
            1,
            new Fields(
                    FluxField.NEUTRINO_ENERGY_FLUX,
                    ZoneField.NEUTRINO_ENERGY_DENSITY,
                    ZoneField.ABSORPTION_OPACITY,
                    ZoneField.SCATTERING_OPACITY),
            new Fields(
                    FluxField.NU_E_GROUP_ENERGY_FLUX,
                    ZoneField.NU_E_GROUP_ENERGY_DENSITY,
                    ZoneField.NU_E_GROUP_ABSORPTION_OPACITY,
                    ZoneField.NU_E_GROUP_SCATTERING_OPACITY));

    static final Species ANTINEUTRINO = new Species(
            -1,
            new Fields(
                    FluxField.NEUTRINO_ENERGY_FLUX,
                    ZoneField.ANTINEUTRINO_ENERGY_DENSITY,
                    ZoneField.ANTINEUTRINO_ABSORPTION_OPACITY,
                    ZoneField.ANTINEUTRINO_SCATTERING_OPACITY),
            new Fields(
                    FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX,
                    ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY,
                    ZoneField.ANTI_NU_E_GROUP_ABSORPTION_OPACITY,
                    ZoneField.ANTI_NU_E_GROUP_SCATTERING_OPACITY));

    /** The fields of a species: A, E, chi_a and chi_s. */
    record Fields(FluxField flux, ZoneField energy, ZoneField absorption, ZoneField scattering) {}

    /**
     * Returns the flux along the field per E_eq - E [cm/s].
     *
     * @param absorption chi_a [1/cm], {@code >= 0}
     * @param scattering chi_s [1/cm], {@code >= 0}
     * @param neutrons their polarisation [1]
     * @param protons their polarisation [1]
     */
    double drift(NucleonAsymmetry asymmetry, double absorption, double scattering, double neutrons, double protons) {
        return sign > 0
                ? asymmetry.neutrinoDrift(absorption, scattering, neutrons)
                : asymmetry.antineutrinoDrift(absorption, scattering, neutrons, protons);
    }
}
