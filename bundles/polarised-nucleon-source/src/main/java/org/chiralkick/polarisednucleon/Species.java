package org.chiralkick.polarisednucleon;

import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** The two species that drift: the sign of their potential, and where their energy, opacities and flux are, grey and per energy group. */
enum Species {
    NEUTRINO(
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
                    ZoneField.NU_E_GROUP_SCATTERING_OPACITY)),
    ANTINEUTRINO(
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

    private static final Species[] ALL = values();

    /** Sign of mu_nu in the potential of the species. */
    final int sign;

    /** All energies together. */
    final Fields grey;

    /** Per energy group. */
    final Fields grouped;

    Species(int sign, Fields grey, Fields grouped) {
        this.sign = sign;
        this.grey = grey;
        this.grouped = grouped;
    }

    /** The fields of a species: A, E, chi_a and chi_s. */
    record Fields(FluxField flux, ZoneField energy, ZoneField absorption, ZoneField scattering) {}

    /** Returns both; not to be changed. */
    static Species[] all() {
        return ALL;
    }

    /**
     * Returns the flux along the field per E_eq - E [cm/s].
     *
     * @param absorption chi_a [1/cm], {@code >= 0}
     * @param scattering chi_s [1/cm], {@code >= 0}
     * @param neutrons their polarisation [1]
     * @param protons their polarisation [1]
     */
    double drift(
            NucleonAsymmetry asymmetry, double absorption, double scattering, double neutrons, double protons) {
        return this == NEUTRINO
                ? asymmetry.neutrinoDrift(absorption, scattering, neutrons)
                : asymmetry.antineutrinoDrift(absorption, scattering, neutrons, protons);
    }
}
