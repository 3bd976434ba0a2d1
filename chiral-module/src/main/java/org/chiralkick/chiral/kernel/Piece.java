package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * A piece of a block with its scratch columns; used by one call at a time. Every column of a loop has the same index, because
 * C2 vectorises no loop whose store and loads differ by an offset: in a short block entry i is zone i and the loops work on
 * the host's columns; of a long one the piece is copied to the scratch columns, where it starts at 0, and back.
 */
final class Piece {
    /** Zones at a time: the columns of a piece stay in the first-level cache. */
    static final int LENGTH = 256;

    private static final int CAPACITY = LeptonColumns.CAPACITY;

    final LeptonColumns leptons = new LeptonColumns();

    /** Neutrino share f [1]. */
    final double[] share = new double[CAPACITY];

    /** Current per eB, in powers of MeV. */
    final double[] perField = new double[CAPACITY];

    /** Current per angular velocity Omega, in powers of MeV. */
    final double[] perVorticity = new double[CAPACITY];

    /** What one loop hands to the next. */
    final double[] scratch = new double[CAPACITY];

    private final double[][] fieldCopy = new double[3][LENGTH];
    private final double[][] vorticityCopy = new double[3][LENGTH];
    private final double[] outCopy = new double[LENGTH];
    private final double[][] field = fieldCopy.clone();
    private final double[][] vorticity = vorticityCopy.clone();
    private boolean turning;
    private boolean direct;
    private int shift;

    /** Loads zones {@code from <= z < to} of the block, at most {@link #LENGTH}. */
    void load(ZoneBlock zones, int from, int to, Closures closures) {
        direct = to <= CAPACITY;
        shift = direct ? 0 : from;
        leptons.load(zones, shift, from - shift, to - shift, closures);
        turning = zones.has(ZoneField.VORTICITY);
        borrow(zones, ZoneField.MAGNETIC_FIELD, field, fieldCopy);
        if (turning) {
            borrow(zones, ZoneField.VORTICITY, vorticity, vorticityCopy);
        }
    }

    private void borrow(ZoneBlock zones, ZoneField vector, double[][] columns, double[][] copies) {
        for (int axis = 0; axis < 3; axis++) {
            double[] column = zones.column(vector, axis);
            if (!direct) {
                System.arraycopy(column, shift, copies[axis], 0, end());
                column = copies[axis];
            }
            columns[axis] = column;
        }
    }

    /** Lets go of the host's columns. */
    void release() {
        System.arraycopy(fieldCopy, 0, field, 0, 3);
        System.arraycopy(vorticityCopy, 0, vorticity, 0, 3);
    }

    /** Returns the first entry of the piece in every column. */
    int first() {
        return leptons.first();
    }

    /** Returns the entry after the last one. */
    int end() {
        return leptons.end();
    }

    /** Returns the zone of entry 0: entry i is zone {@code i + shift()} of the block. */
    int shift() {
        return shift;
    }

    /** Returns a component of B [G]. */
    double[] field(int axis) {
        return field[axis];
    }

    /** Tells whether the host gives a vorticity. */
    boolean turning() {
        return turning;
    }

    /** Returns a component of curl v [1/s]; only where {@link #turning}. */
    double[] vorticity(int axis) {
        return vorticity[axis];
    }

    /** Returns a column to add to; {@link #store} it afterwards. */
    double[] output(FluxBlock fluxes, FluxField flux, int axis) {
        double[] column = fluxes.column(flux, axis);
        if (direct) {
            return column;
        }
        System.arraycopy(column, shift, outCopy, 0, end());
        return outCopy;
    }

    /** Puts a column that was added to where the host reads it. */
    void store(double[] column, FluxBlock fluxes, FluxField flux, int axis) {
        if (!direct) {
            System.arraycopy(column, 0, fluxes.column(flux, axis), shift, end());
        }
    }
}
