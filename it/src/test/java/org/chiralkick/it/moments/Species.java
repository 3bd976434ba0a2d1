package org.chiralkick.it.moments;

import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneField;

/** The neutrinos of a transport, and which fields of the coupling are theirs. */
enum Species {
    NU_E(
            1,
            1,
            ZoneField.NU_E_GROUP_ENERGY_DENSITY,
            ZoneField.NU_E_GROUP_ABSORPTION_OPACITY,
            ZoneField.NU_E_GROUP_SCATTERING_OPACITY,
            FluxField.NU_E_GROUP_NUMBER_FLUX,
            FluxField.NU_E_GROUP_ENERGY_FLUX),
    ANTI_NU_E(
            -1,
            1,
            ZoneField.ANTI_NU_E_GROUP_ENERGY_DENSITY,
            ZoneField.ANTI_NU_E_GROUP_ABSORPTION_OPACITY,
            ZoneField.ANTI_NU_E_GROUP_SCATTERING_OPACITY,
            FluxField.ANTI_NU_E_GROUP_NUMBER_FLUX,
            FluxField.ANTI_NU_E_GROUP_ENERGY_FLUX),
    NU_X(
            0,
            4,
            ZoneField.NU_X_GROUP_ENERGY_DENSITY,
            ZoneField.NU_X_GROUP_ABSORPTION_OPACITY,
            ZoneField.NU_X_GROUP_SCATTERING_OPACITY,
            FluxField.NU_X_GROUP_NUMBER_FLUX,
            FluxField.NU_X_GROUP_ENERGY_FLUX);

    /** Electron lepton number of one of them. */
    final int leptonNumber;
    /** How many kinds of neutrinos it stands for. */
    final int components;

    final ZoneField energyDensity;
    final ZoneField absorption;
    final ZoneField scattering;
    final FluxField numberFlux;
    final FluxField energyFlux;

    Species(
            int leptonNumber,
            int components,
            ZoneField energyDensity,
            ZoneField absorption,
            ZoneField scattering,
            FluxField numberFlux,
            FluxField energyFlux) {
        this.leptonNumber = leptonNumber;
        this.components = components;
        this.energyDensity = energyDensity;
        this.absorption = absorption;
        this.scattering = scattering;
        this.numberFlux = numberFlux;
        this.energyFlux = energyFlux;
    }
}
