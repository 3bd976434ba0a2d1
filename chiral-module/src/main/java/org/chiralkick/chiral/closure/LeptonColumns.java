package org.chiralkick.chiral.closure;

import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The lepton state of a piece of a block as the closures see it. All in MeV. Entries {@code first() <= i < end()} are loaded. A
 * column that no closure changes is the host's own; the others are this object's.
 */
public final class LeptonColumns {
    private static final double[] NONE = {};

    /** Own columns, by what they hold. */
    private static final int COPIES = 5;

    private static final int ELECTRON = COPIES;
    private static final int AXIAL = COPIES + 1;
    private static final int ESCAPING = COPIES + 2;
    private static final int DENSITY = COPIES + 3;
    private static final int ZEROS = COPIES + 4;
    private static final int LEFT = COPIES + 5;

    private final double[][] own = new double[COPIES + 6][0];

    double[] temperature = NONE;
    double[] electron = NONE;
    double[] axial = NONE;
    double[] neutrino = NONE;

    /** mu_eL where a closure knows it better than as the sum mu_e + mu_5, which may cancel. */
    double[] left = NONE;

    /** Potential per escaping neutrino with momentum rule `chemical-potential`: mu_nu, or mu_l with one for all. */
    double[] perEscaping = NONE;

    private boolean balanced;
    private int first;
    private int end;

    /** Creates columns with nothing loaded. */
    public LeptonColumns() {}

    /**
     * Returns the first entry loaded. The mask changes nothing; it tells the compiler that the index is in the range of every
     * array, without which a loop over more than seven columns is not vectorised (package {@code kernel} says why).
     */
    public int first() {
        return first & LARGEST_INDEX;
    }

    /** Returns the entry after the last one loaded; masked as {@link #first} is. */
    public int end() {
        return end & LARGEST_INDEX;
    }

    /** Mask of every index of a column. */
    public static final int LARGEST_INDEX = (1 << 30) - 1;

    /** Returns the temperature T [MeV]. */
    public double[] temperature() {
        return temperature;
    }

    /** Returns the mean electron potential mu_e = (mu_eL + mu_eR)/2 [MeV]. */
    public double[] electron() {
        return electron;
    }

    /** Returns the axial potential mu_5 = (mu_eL - mu_eR)/2 [MeV]. */
    public double[] axial() {
        return axial;
    }

    /** Returns the potential of left-handed electrons mu_eL = mu_e + mu_5 [MeV]. */
    public double[] left() {
        return left;
    }

    /** Returns whether mu_5 is 0 in every zone. */
    public boolean balanced() {
        return balanced;
    }

    /** Returns the neutrino potential mu_nu [MeV]. */
    public double[] neutrino() {
        return neutrino;
    }

    /**
     * Loads zones of a block with the potentials that the closures say.
     *
     * @param shift zone {@code i + shift} of the block goes to entry i; with 0 the block's own columns are used
     * @param from first entry, {@code >= 0}
     * @param to after the last entry
     */
    public void load(ZoneBlock zones, int shift, int from, int to, Closures closures) {
        first = from;
        end = to;
        temperature = column(zones, ZoneField.TEMPERATURE, shift, 0);
        neutrino = column(zones, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, shift, 1);
        balanced = !zones.has(ZoneField.AXIAL_CHEMICAL_POTENTIAL);
        axial = balanced ? own(ZEROS) : column(zones, ZoneField.AXIAL_CHEMICAL_POTENTIAL, shift, 2);
        left = NONE;
        closures.potentials().load(zones, shift, this);
        closures.chirality().divide(this);
        if (left == NONE) {
            left = balanced ? electron : sum(electron, axial);
        }
    }

    private double[] sum(double[] a, double[] b) {
        double[] sum = own(LEFT);
        int last = end();
        for (int i = first(); i < last; i++) {
            sum[i] = a[i] + b[i];
        }
        return sum;
    }

    /** From now on only entries {@code from <= i < to} of those loaded are worked on. */
    public void narrow(int from, int to) {
        first = from;
        end = to;
    }

    /** Lets go of the host's columns. */
    public void release() {
        temperature = NONE;
        electron = NONE;
        axial = NONE;
        neutrino = NONE;
        left = NONE;
        perEscaping = NONE;
    }

    /** Returns the electron potential that the host gives. */
    double[] hostElectron(ZoneBlock zones, int shift) {
        return column(zones, ZoneField.ELECTRON_CHEMICAL_POTENTIAL, shift, 3);
    }

    /** Returns a column for electron potentials that differ from the host's. */
    double[] ownElectron() {
        return own(ELECTRON);
    }

    /** Returns a column for axial potentials that differ from the host's. */
    double[] ownAxial() {
        return own(AXIAL);
    }

    /** Returns a column for potentials of left-handed electrons. */
    double[] ownLeft() {
        return own(LEFT);
    }

    /** Returns a column for potentials per escaping neutrino. */
    double[] ownPerEscaping() {
        return own(ESCAPING);
    }

    /** Returns a column for densities on their way to potentials. */
    double[] ownDensity() {
        return own(DENSITY);
    }

    /** Sets the electron potentials of both chiralities: their mean, half their difference, and the left one. */
    void divide(double[] mean, double[] half, double[] leftHanded) {
        electron = mean;
        axial = half;
        left = leftHanded;
        balanced = false;
    }

    /** Sets one electron potential for both chiralities. */
    void balance(double[] both) {
        electron = both;
        axial = own(ZEROS);
        left = both;
        balanced = true;
    }

    private double[] column(ZoneBlock zones, ZoneField field, int shift, int copy) {
        double[] column = zones.column(field);
        if (shift == 0) {
            return column;
        }
        double[] mine = own(copy);
        System.arraycopy(column, first + shift, mine, first, end - first);
        return mine;
    }

    private double[] own(int which) {
        own[which] = reaching(own[which], end);
        return own[which];
    }

    /** Returns the column, or a longer one where it does not reach that far; what it held is gone then. */
    public static double[] reaching(double[] column, int end) {
        return column.length >= end ? column : new double[Math.max(end, Math.min(2 * column.length, LARGEST_INDEX))];
    }
}
