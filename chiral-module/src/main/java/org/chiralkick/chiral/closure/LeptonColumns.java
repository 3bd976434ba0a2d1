package org.chiralkick.chiral.closure;

import java.util.Arrays;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The lepton state of a piece of a block, a private copy that closures may change. All in MeV. Entries
 * {@code first() <= i < end()} are loaded.
 */
public final class LeptonColumns {
    /** Length of the columns. */
    public static final int CAPACITY = 1024;

    private static final double PI_SQUARED = Math.PI * Math.PI;

    final double[] temperature = new double[CAPACITY];
    final double[] electron = new double[CAPACITY];
    final double[] axial = new double[CAPACITY];
    final double[] neutrino = new double[CAPACITY];

    /** Potential per escaping neutrino with momentum rule `chemical-potential`: mu_nu, or mu_l with one for all. */
    final double[] perEscaping = new double[CAPACITY];

    /** Scratch of the chirality closures. */
    final double[] leftDensity = new double[CAPACITY];

    final double[] rightDensity = new double[CAPACITY];
    int first;
    int end;

    /** Creates columns with nothing loaded. */
    public LeptonColumns() {}

    /** Returns the first entry loaded. */
    public int first() {
        return first;
    }

    /** Returns the entry after the last one loaded. */
    public int end() {
        return end;
    }

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

    /** Returns the neutrino potential mu_nu [MeV]. */
    public double[] neutrino() {
        return neutrino;
    }

    /**
     * Loads zones of a block with the potentials that the closures say.
     *
     * @param shift zone {@code i + shift} of the block goes to entry i
     * @param from first entry, {@code >= 0}
     * @param to after the last entry, {@code <= CAPACITY}
     */
    public void load(ZoneBlock zones, int shift, int from, int to, Closures closures) {
        first = from;
        end = to;
        copy(zones, ZoneField.TEMPERATURE, shift, temperature);
        copy(zones, ZoneField.NEUTRINO_CHEMICAL_POTENTIAL, shift, neutrino);
        boolean axialGiven = zones.has(ZoneField.AXIAL_CHEMICAL_POTENTIAL);
        if (axialGiven) {
            copy(zones, ZoneField.AXIAL_CHEMICAL_POTENTIAL, shift, axial);
        } else {
            Arrays.fill(axial, first, end, 0.0);
        }
        closures.potentials().load(zones, shift, this);
        closures.chirality().divide(this, axialGiven);
    }

    void copy(ZoneBlock zones, ZoneField field, int shift, double[] column) {
        System.arraycopy(zones.column(field), first + shift, column, first, end - first);
    }

    /** Returns 6 pi^2 n = mu (mu^2 + pi^2 T^2) of a Weyl species [MeV^3]; same sign as mu. */
    static double scaledDensity(double mu, double temperature) {
        return mu * (mu * mu + PI_SQUARED * temperature * temperature);
    }
}
