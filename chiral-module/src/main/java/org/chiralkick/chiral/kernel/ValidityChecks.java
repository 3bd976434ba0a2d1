package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.chiral.closure.MomentumClosure;
import org.chiralkick.chiral.closure.ShareClosure;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * Raises the validity flags of PHYSICS section 6. A flag never changes a flux; a check whose input the host does not give is
 * skipped. Flags on the state are always raised, those on the neutrino fluxes where such a flux is computed.
 */
final class ValidityChecks {
    private static final double PI_SQUARED = Math.PI * Math.PI;
    private static final double LARGEST_KNUDSEN_NUMBER = 0.1;

    private ValidityChecks() {}

    /** Raises the flags that depend on the state alone: negative neutrino density, lowest Landau level, Knudsen number. */
    static void state(ZoneBlock zones, FluxBlock fluxes, int from, Workspace work) {
        negativeDensity(work.leptons, fluxes.flags(), from);
        lowestLandauLevel(zones, fluxes.flags(), from, work);
        if (zones.has(ZoneField.MEAN_FREE_PATH)) {
            knudsen(zones, fluxes.flags(), from, work);
        }
    }

    /** Raises the flags of the number flux: more than n_nu c/4, share not defined. Its coefficients are in the workspace. */
    static void neutrinos(ZoneBlock zones, FluxBlock fluxes, int from, Workspace work, ShareClosure closure) {
        fluxAboveAvailable(zones, fluxes.flags(), from, work);
        if (closure == ShareClosure.COMPOSITION) {
            for (int j = 0; j < work.leptons.size(); j++) {
                if (closure.isUndefined(work.share[j])) {
                    fluxes.flags()[from + j] |= ValidityFlag.SHARE_UNDEFINED.bit();
                }
            }
        }
    }

    /** Raises the flag of a momentum rule that is not defined in a zone. */
    static void momentum(FluxBlock fluxes, int from, Workspace work, MomentumClosure closure) {
        if (closure == MomentumClosure.MEAN_ENERGY) {
            for (int j = 0; j < work.leptons.size(); j++) {
                if (closure.isUndefined(work.leptons.neutrino()[j], work.leptons.temperature()[j])) {
                    fluxes.flags()[from + j] |= ValidityFlag.MOMENTUM_UNDEFINED.bit();
                }
            }
        }
    }

    private static void negativeDensity(LeptonColumns leptons, long[] flags, int from) {
        double[] neutrino = leptons.neutrino();
        for (int j = 0; j < leptons.size(); j++) {
            if (neutrino[j] < 0) {
                flags[from + j] |= ValidityFlag.NEUTRINO_DENSITY_NEGATIVE.bit();
            }
        }
    }

    /** eB > mu_e^2/2, squared on both sides. */
    private static void lowestLandauLevel(ZoneBlock zones, long[] flags, int from, Workspace work) {
        double[] excess = work.scratch;
        double[] electron = work.leptons.electron();
        int size = work.leptons.size();
        double squareOfUnit = 4 * PhysicalConstants.EB_MEV2_PER_GAUSS * PhysicalConstants.EB_MEV2_PER_GAUSS;
        for (int j = 0; j < size; j++) {
            double square = electron[j] * electron[j];
            excess[j] = -(square * square) / squareOfUnit;
        }
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            for (int j = 0; j < size; j++) {
                excess[j] += field[from + j] * field[from + j];
            }
        }
        raise(excess, size, flags, from, ValidityFlag.LOWEST_LANDAU_LEVEL);
    }

    /** |F_N| > |n_nu| c/4, squared on both sides. */
    private static void fluxAboveAvailable(ZoneBlock zones, long[] flags, int from, Workspace work) {
        double[] excess = work.scratch;
        double[] neutrino = work.leptons.neutrino();
        double[] temperature = work.leptons.temperature();
        double[] perField = work.perField;
        double[] perVorticity = work.perVorticity;
        int size = work.leptons.size();
        double unit = PhysicalConstants.NUMBER_FLUX_PER_MEV3 / (4 * 6 * PI_SQUARED);
        for (int j = 0; j < size; j++) {
            double thermal = PI_SQUARED * (temperature[j] * temperature[j]);
            double available = unit * (neutrino[j] * (neutrino[j] * neutrino[j] + thermal));
            excess[j] = -(available * available);
        }
        boolean turning = zones.has(ZoneField.VORTICITY);
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            double[] vorticity = turning ? zones.column(ZoneField.VORTICITY, axis) : field;
            double factor = turning ? 1 : 0;
            for (int j = 0; j < size; j++) {
                double flux = perField[j] * field[from + j] + factor * perVorticity[j] * vorticity[from + j];
                excess[j] += flux * flux;
            }
        }
        raise(excess, size, flags, from, ValidityFlag.FLUX_ABOVE_AVAILABLE);
    }

    /** lambda/L > 0.1, with the host's gradient length, or the size of the zone, for L. */
    private static void knudsen(ZoneBlock zones, long[] flags, int from, Workspace work) {
        double[] meanFreePath = zones.column(ZoneField.MEAN_FREE_PATH);
        boolean gradient = zones.has(ZoneField.GRADIENT_LENGTH);
        if (!gradient && !zones.has(ZoneField.VOLUME)) {
            return;
        }
        double[] extent = zones.column(gradient ? ZoneField.GRADIENT_LENGTH : ZoneField.VOLUME);
        for (int j = 0; j < work.leptons.size(); j++) {
            double length = gradient ? extent[from + j] : Math.cbrt(extent[from + j]);
            if (meanFreePath[from + j] > LARGEST_KNUDSEN_NUMBER * length) {
                flags[from + j] |= ValidityFlag.KNUDSEN.bit();
            }
        }
    }

    private static void raise(double[] excess, int size, long[] flags, int from, ValidityFlag flag) {
        for (int j = 0; j < size; j++) {
            if (excess[j] > 0) {
                flags[from + j] |= flag.bit();
            }
        }
    }
}
