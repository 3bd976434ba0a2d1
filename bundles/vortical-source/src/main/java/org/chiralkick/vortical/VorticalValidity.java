package org.chiralkick.vortical;

import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.matter.WeylGas;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** What is doubtful about a zone's vortical current; a flag never changes a flux. */
final class VorticalValidity {
    /** Above this ratio of mean free path to gradient length the neutrinos are not a fluid. */
    private static final double LARGEST_KNUDSEN_NUMBER = 0.1;

    private VorticalValidity() {}

    /** Returns |curl v| of a zone [1/s]. */
    static double curl(ZoneBlock zones, int zone) {
        double x = zones.column(ZoneField.VORTICITY, 0)[zone];
        double y = zones.column(ZoneField.VORTICITY, 1)[zone];
        double z = zones.column(ZoneField.VORTICITY, 2)[zone];
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Raises the flags of every zone of the window: Knudsen number above 0.1 (where mean free path and gradient length are
     * given), net density negative, and flux above the n c/4 that there is to flow.
     *
     * @param flags one word per zone, only ever or-ed
     */
    static void raise(ZoneBlock zones, long[] flags) {
        double[] mu = zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL);
        double[] temperature = zones.column(ZoneField.TEMPERATURE);
        for (int i = zones.first(); i < zones.end(); i++) {
            double flux = Math.abs(VorticalCurrent.numberFlux(mu[i], temperature[i], curl(zones, i)));
            double available = Math.abs(WeylGas.numberDensity(mu[i], temperature[i]))
                    * PhysicalConstants.PER_CM3_PER_MEV3
                    * PhysicalConstants.C_CM_PER_S
                    / 4;
            flags[i] |= (mu[i] < 0 ? ValidityFlag.NEUTRINO_DENSITY_NEGATIVE.bit() : 0)
                    | (flux > available ? ValidityFlag.FLUX_ABOVE_AVAILABLE.bit() : 0);
        }
        if (zones.has(ZoneField.MEAN_FREE_PATH) && zones.has(ZoneField.GRADIENT_LENGTH)) {
            double[] meanFreePath = zones.column(ZoneField.MEAN_FREE_PATH);
            double[] gradientLength = zones.column(ZoneField.GRADIENT_LENGTH);
            for (int i = zones.first(); i < zones.end(); i++) {
                boolean freeStreaming = meanFreePath[i] > LARGEST_KNUDSEN_NUMBER * gradientLength[i];
                flags[i] |= freeStreaming ? ValidityFlag.KNUDSEN.bit() : 0;
            }
        }
    }
}
