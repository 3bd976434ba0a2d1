package org.chiralkick.chiral.kernel;

import org.chiralkick.chiral.closure.Closures;
import org.chiralkick.chiral.closure.LeptonColumns;
import org.chiralkick.matter.FermiIntegrals;
import org.chiralkick.source.FluxBlock;
import org.chiralkick.source.FluxField;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * A piece of a block with its scratch columns; used by one call at a time. Every column of a loop has the same index, because
 * C2 vectorises no loop whose store and loads differ by an offset: entry i is zone i, the loops work on the host's columns, and
 * scratch columns reach as far as the host's window does. Only where that is very far is the piece copied to the beginning of
 * scratch columns, and back.
 */
final class Piece {
    /** Zones at a time for the plain loops: what they hand to each other stays in the first- and second-level cache. */
    static final int SHORT = 512;

    /** Zones at a time for the loop over all columns, which hands nothing on: processors fetch long runs ahead. */
    static final int LONG = 4096;

    /**
     * Columns of 2^k zones would all start at nearly the same place of a page, and a processor that compares the low bits of
     * addresses first would let loads wait for stores to other columns. So they are longer by this.
     */
    private static final int SPACING = 56;

    /** Longest reach of scratch columns [zones]. */
    private static final int REACH = 1 << 17;

    final LeptonColumns leptons = new LeptonColumns();

    /** Neutrino share f [1]. */
    double[] share = {};

    /** 4 pi^2 times the lepton current per Omega, negative [MeV^2]; per eB it is 2 mu_5. */
    double[] leptonPerVorticity = {};

    /** 4 pi^2 times the axial current per Omega, negative [MeV^2]; per eB it is 2 mu_e. */
    double[] axialPerVorticity = {};

    /** 4 pi^2 times the neutrino current per eB [MeV]. */
    double[] neutrinoPerField = {};

    /** 4 pi^2 times the neutrino current per Omega, negative [MeV^2]. */
    double[] neutrinoPerVorticity = {};

    /** 8 pi^2 times the energy current per eB [MeV^2]. */
    double[] energyPerField = {};

    /** 6 pi^2 times the energy current per Omega, negative [MeV^3]. */
    double[] energyPerVorticity = {};

    /** What one loop hands to the next. */
    double[] scratch = {};

    /** Moments of occupations of one zone and group. */
    final double[] moments = new double[2 * FermiIntegrals.POWERS];

    double[] fieldSquared = {};
    double[] vorticitySquared = {};

    /** Zones that this piece has held so far. */
    long zonesSoFar;

    private final double[][] fieldCopy = new double[3][0];
    private final double[][] vorticityCopy = new double[3][0];
    private final double[][] outCopy = new double[3][0];
    private final double[][] field = fieldCopy.clone();
    private final double[][] vorticity = vorticityCopy.clone();
    private boolean rotating;
    private boolean direct;
    private int shift;

    /** Loads zones {@code from <= z < to} of the block, at most {@link #LONG}. */
    void load(ZoneBlock zones, int from, int to, Closures closures) {
        direct = to <= REACH;
        shift = direct ? 0 : from;
        zonesSoFar += to - from;
        reach(to - shift);
        if (!direct) {
            reachCopies(fieldCopy);
            reachCopies(vorticityCopy);
            reachCopies(outCopy);
        }
        leptons.load(zones, shift, from - shift, to - shift, closures);
        rotating = zones.has(ZoneField.VORTICITY);
        borrow(zones, ZoneField.MAGNETIC_FIELD, field, fieldCopy);
        if (rotating) {
            borrow(zones, ZoneField.VORTICITY, vorticity, vorticityCopy);
        }
    }

    private void reach(int end) {
        if (scratch.length < end) {
            scratch = LeptonColumns.reaching(scratch, end);
            int length = scratch.length + SPACING;
            share = new double[length];
            leptonPerVorticity = new double[length];
            axialPerVorticity = new double[length];
            neutrinoPerField = new double[length];
            neutrinoPerVorticity = new double[length];
            energyPerField = new double[length];
            energyPerVorticity = new double[length];
            fieldSquared = new double[length];
            vorticitySquared = new double[length];
        }
    }

    private void reachCopies(double[][] copies) {
        for (int axis = 0; axis < 3; axis++) {
            copies[axis] = LeptonColumns.reaching(copies[axis], scratch.length);
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
        leptons.release();
        for (int axis = 0; axis < 3; axis++) {
            field[axis] = fieldCopy[axis];
            vorticity[axis] = vorticityCopy[axis];
        }
    }

    /** Returns whether all columns are the host's own, none copied. */
    boolean direct() {
        return direct;
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

    /** Returns whether the host gives a vorticity. */
    boolean rotating() {
        return rotating;
    }

    /** Returns a component of curl v [1/s]; only where {@link #rotating}. */
    double[] vorticity(int axis) {
        return vorticity[axis];
    }

    /** Returns the length of {@code perGauss B + perCurl curl v} in entry i. */
    double length(int i, double perGauss, double perCurl) {
        double x = component(i, 0, perGauss, perCurl);
        double y = component(i, 1, perGauss, perCurl);
        double z = component(i, 2, perGauss, perCurl);
        return Math.sqrt(x * x + y * y + z * z);
    }

    private double component(int i, int axis, double perGauss, double perCurl) {
        double magnetic = perGauss * field[axis][i];
        return rotating ? magnetic + perCurl * vorticity[axis][i] : magnetic;
    }

    /** Returns a column to add to; {@link #store} it afterwards. */
    double[] output(FluxBlock fluxes, FluxField flux, int axis) {
        return output(fluxes.column(flux, axis), axis);
    }

    /** Returns a component of a host's column to add to; {@link #store} it afterwards. */
    double[] output(double[] column, int axis) {
        if (direct) {
            return column;
        }
        System.arraycopy(column, shift, outCopy[axis], 0, end());
        return outCopy[axis];
    }

    /** Puts a column that was added to where the host reads it. */
    void store(double[] column, FluxBlock fluxes, FluxField flux, int axis) {
        store(column, fluxes.column(flux, axis));
    }

    /** Puts a column that was added to into the host's. */
    void store(double[] column, double[] host) {
        if (!direct) {
            System.arraycopy(column, 0, host, shift, end());
        }
    }
}
