package org.chiralkick.chiral.closure;

import java.util.Arrays;
import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;

/**
 * The lepton state of up to {@link #CAPACITY} zones, a private copy that closures may change: entry j is zone {@code from + j}
 * of the block. All in MeV.
 */
public final class LeptonColumns {
    /** Most zones at a time: with all columns of a call in the first-level cache, loops long enough to be vectorised. */
    public static final int CAPACITY = 256;

    private static final double PI_SQUARED = Math.PI * Math.PI;

    final double[] temperature = new double[CAPACITY];
    final double[] electron = new double[CAPACITY];
    final double[] axial = new double[CAPACITY];
    final double[] neutrino = new double[CAPACITY];
    final double[] perEscaping = new double[CAPACITY];
    private int size;

    /** Creates columns for {@link #CAPACITY} zones. */
    public LeptonColumns() {}

    /** Returns the number of zones loaded. */
    public int size() {
        return size;
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

    /** Returns the chemical potential that momentum rule `chemical-potential` gives each escaping neutrino [MeV]. */
    public double[] perEscaping() {
        return perEscaping;
    }

    /**
     * Loads zones {@code from <= i < from + count} as the host gives them, with the potentials that the closures say.
     *
     * @param count number of zones, {@code <= CAPACITY}
     */
    public void load(ZoneBlock zones, int from, int count, PotentialsClosure potentials, ChiralityClosure chirality) {
        size = count;
        System.arraycopy(zones.column(ZoneField.TEMPERATURE), from, temperature, 0, count);
        System.arraycopy(zones.column(ZoneField.NEUTRINO_CHEMICAL_POTENTIAL), from, neutrino, 0, count);
        if (zones.has(ZoneField.AXIAL_CHEMICAL_POTENTIAL)) {
            System.arraycopy(zones.column(ZoneField.AXIAL_CHEMICAL_POTENTIAL), from, axial, 0, count);
        } else {
            Arrays.fill(axial, 0, count, 0.0);
        }
        potentials.load(zones, from, this);
        chirality.divide(this, zones.has(ZoneField.AXIAL_CHEMICAL_POTENTIAL));
    }

    /** Returns 6 pi^2 n = mu (mu^2 + pi^2 T^2) of a Weyl species [MeV^3]; same sign as mu. */
    static double scaledDensity(double mu, double temperature) {
        return mu * (mu * mu + PI_SQUARED * temperature * temperature);
    }
}
