package org.chiralkick.host.internal.block;

import org.chiralkick.source.ValidityFlag;
import org.chiralkick.source.ZoneField;

/**
 * Finds numbers that are too large for any star, of which one has most likely the wrong unit; they are evaluated all the same. One pass over
 * all columns that have a limit adds up the squares of number over limit: where the sum is at most 1 all is well, and elsewhere each number
 * is looked at.
 */
final class Plausibility {
    private static final double[] NONE = {};
    private static final int LARGEST_INDEX = (1 << 30) - 1;

    /** As many columns as have a limit: T, rho, Y_nu, mu_e, mu_nu and B. */
    private static final int MOST = 8;

    private final Piece piece;
    private final double[][] columns = new double[MOST][];
    private final double[] limits = new double[MOST];
    private int count;

    Plausibility(Piece piece) {
        this.piece = piece;
    }

    /** Returns the largest size that a star may have; infinite where there is none. */
    static double limit(ZoneField field) {
        return switch (field) {
            case TEMPERATURE -> 300;
            case ELECTRON_CHEMICAL_POTENTIAL, NEUTRINO_CHEMICAL_POTENTIAL -> 1000;
            case DENSITY -> 1e16;
            case NEUTRINO_FRACTION -> 1;
            case MAGNETIC_FIELD -> 1e19;
            default -> Double.POSITIVE_INFINITY;
        };
    }

    /** Finds the columns of a block that have a limit. */
    void start() {
        count = 0;
        InputColumn[] inputs = piece.plan.inputs;
        for (int j = 0; j < inputs.length; j++) {
            double limit = limit(inputs[j].field);
            if (limit < Double.POSITIVE_INFINITY) {
                columns[count] = piece.inputs[j];
                limits[count++] = limit;
            }
        }
        for (int j = count; j < MOST; j++) {
            columns[j] = count == 0 ? NONE : columns[0];
            limits[j] = Double.POSITIVE_INFINITY;
        }
    }

    /** Raises the flag in the zones of a piece, of which none is marked as invalid yet where this matters. */
    void flag(double[] scratch) {
        if (count == 0 || piece.marks.allWithin(columns, limits, count)) {
            return;
        }
        squares(scratch);
        long bit = ValidityFlag.IMPLAUSIBLE.bit();
        for (int zone = piece.first; zone < piece.end(); zone++) {
            if (!(scratch[zone] <= 1) && isImplausible(zone)) {
                piece.flags[zone] |= bit;
            }
        }
    }

    private boolean isImplausible(int zone) {
        for (int j = 0; j < count; j++) {
            if (Math.abs(columns[j][zone]) > limits[j]) {
                return true;
            }
        }
        return false;
    }

    private void squares(double[] sum) {
        squares(
                columns[0],
                columns[1],
                columns[2],
                columns[3],
                1 / limits[0],
                1 / limits[1],
                1 / limits[2],
                1 / limits[3],
                sum,
                false);
        if (count > MOST / 2) {
            squares(
                    columns[4],
                    columns[5],
                    columns[6],
                    columns[7],
                    1 / limits[4],
                    1 / limits[5],
                    1 / limits[6],
                    1 / limits[7],
                    sum,
                    true);
        }
    }

    private void squares(
            double[] a,
            double[] b,
            double[] c,
            double[] d,
            double ofA,
            double ofB,
            double ofC,
            double ofD,
            double[] sum,
            boolean add) {
        int end = piece.end() & LARGEST_INDEX;
        for (int i = piece.first & LARGEST_INDEX; i < end; i++) {
            double w = a[i] * ofA;
            double x = b[i] * ofB;
            double y = c[i] * ofC;
            double z = d[i] * ofD;
            double before = add ? sum[i] : 0;
            sum[i] = Math.fma(w, w, Math.fma(x, x, Math.fma(y, y, Math.fma(z, z, before))));
        }
    }

    /** Lets go of the host's arrays. */
    void letGo() {
        for (int j = 0; j < MOST; j++) {
            columns[j] = NONE;
        }
    }
}
