package org.chiralkick.polarisednucleon;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** An energy flux along the field of a zone. */
final class AlignedFlux {
    /** Energy density: 1 MeV^4 [erg cm^-3]. */
    static final double ERG_PER_CM3_PER_MEV4 = PhysicalConstants.PER_CM3_PER_MEV3 * PhysicalConstants.ERG_PER_MEV;

    private static final double SPEED_THIRD = PhysicalConstants.C_CM_PER_S / 3;

    private AlignedFlux() {}

    /** Returns |B| in a zone [G]. */
    static double gauss(ZoneBlock zones, int zone) {
        double x = zones.column(ZoneField.MAGNETIC_FIELD, 0)[zone];
        double y = zones.column(ZoneField.MAGNETIC_FIELD, 1)[zone];
        double z = zones.column(ZoneField.MAGNETIC_FIELD, 2)[zone];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Adds a flux along the field to a zone; flags it where it exceeds E c/3, more than the neutrinos can carry.
     *
     * @param field the wanted flux field that gets it
     * @param group in which energy group; of no meaning where the field is not per group
     * @param gauss |B| [G], not 0
     * @param flux component along the field [erg cm^-2 s^-1]
     * @param energyDensity E of the neutrinos [erg cm^-3]
     */
    static void add(
            ZoneBlock zones,
            FluxBlock fluxes,
            FluxField field,
            int group,
            int zone,
            double gauss,
            double flux,
            double energyDensity) {
        if (Math.abs(flux) > SPEED_THIRD * energyDensity) {
            fluxes.flags()[zone] |= ValidityFlag.FLUX_ABOVE_AVAILABLE.bit();
        }
        for (int axis = 0; axis < 3; axis++) {
            double[] column = field.perGroup() ? fluxes.column(field, axis, group) : fluxes.column(field, axis);
            column[zone] += flux * (zones.column(ZoneField.MAGNETIC_FIELD, axis)[zone] / gauss);
        }
    }
}
