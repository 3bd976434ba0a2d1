package org.chiralkick.polarisednucleon;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** The flux of one species over all its energies, put along the field of a zone. */
final class GreyFlux {
    /** Below this number of mean free paths in a gradient length neutrinos are no fluid. */
    static final double LEAST_LENGTHS_OVER_PATHS = 10;

    /** Energy density: 1 MeV^4 [erg cm^-3]. */
    private static final double ERG_PER_CM3_PER_MEV4 =
            PhysicalConstants.PER_CM3_PER_MEV3 * PhysicalConstants.ERG_PER_MEV;

    private static final double SPEED_THIRD = PhysicalConstants.C_CM_PER_S / 3;

    private GreyFlux() {}

    /** Returns |B| in a zone [G]. */
    static double gauss(ZoneBlock zones, int zone) {
        double x = zones.column(ZoneField.MAGNETIC_FIELD, 0)[zone];
        double y = zones.column(ZoneField.MAGNETIC_FIELD, 1)[zone];
        double z = zones.column(ZoneField.MAGNETIC_FIELD, 2)[zone];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Returns the energy density U_eq of a species in equilibrium [erg cm^-3].
     *
     * @param potential its chemical potential [MeV]: mu_nu, or -mu_nu for antineutrinos
     * @param temperature T [MeV], {@code >= 0}
     */
    static double equilibrium(double potential, double temperature) {
        return WeylGas.particleEnergyDensity(potential, temperature) * ERG_PER_CM3_PER_MEV4;
    }

    /**
     * Adds a flux along the field to a zone; flags it where it exceeds U c/3, more than the species can carry.
     *
     * @param gauss |B| [G]; without a field there is no flux
     * @param flux component along the field [erg cm^-2 s^-1]
     * @param energyDensity U of the species [erg cm^-3]
     */
    static void add(ZoneBlock zones, FluxBlock fluxes, int zone, double gauss, double flux, double energyDensity) {
        if (gauss == 0) {
            return;
        }
        if (Math.abs(flux) > SPEED_THIRD * energyDensity) {
            fluxes.flags()[zone] |= ValidityFlag.FLUX_ABOVE_AVAILABLE.bit();
        }
        if (fluxes.wants(FluxField.NEUTRINO_ENERGY_FLUX)) {
            for (int axis = 0; axis < 3; axis++) {
                double component = zones.column(ZoneField.MAGNETIC_FIELD, axis)[zone] / gauss;
                fluxes.column(FluxField.NEUTRINO_ENERGY_FLUX, axis)[zone] += flux * component;
            }
        }
    }
}
