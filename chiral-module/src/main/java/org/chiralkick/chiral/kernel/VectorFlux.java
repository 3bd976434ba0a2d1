package org.chiralkick.chiral.kernel;

import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/** Adds {@code coefficient * B + coefficient * curl v} to the three columns of a vector flux. */
final class VectorFlux {
    private VectorFlux() {}

    /**
     * Adds to zones {@code from <= i < from + count}.
     *
     * @param perField flux per field, entry j for zone from + j
     * @param perVorticity flux per vorticity, likewise; not read where the host gives no vorticity
     */
    static void add(
            ZoneBlock zones,
            FluxBlock fluxes,
            FluxField flux,
            int from,
            int count,
            double[] perField,
            double[] perVorticity) {
        boolean turning = zones.has(ZoneField.VORTICITY);
        for (int axis = 0; axis < 3; axis++) {
            double[] field = zones.column(ZoneField.MAGNETIC_FIELD, axis);
            double[] out = fluxes.column(flux, axis);
            if (turning) {
                double[] vorticity = zones.column(ZoneField.VORTICITY, axis);
                addBoth(perField, field, perVorticity, vorticity, out, from, count);
            } else {
                addOne(perField, field, out, from, count);
            }
        }
    }

    private static void addBoth(
            double[] perField,
            double[] field,
            double[] perVorticity,
            double[] vorticity,
            double[] out,
            int from,
            int count) {
        for (int j = 0; j < count; j++) {
            out[from + j] += perField[j] * field[from + j] + perVorticity[j] * vorticity[from + j];
        }
    }

    static void addOne(double[] coefficient, double[] vector, double[] out, int from, int count) {
        for (int j = 0; j < count; j++) {
            out[from + j] += coefficient[j] * vector[from + j];
        }
    }
}
