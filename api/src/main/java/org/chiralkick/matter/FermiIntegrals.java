package org.chiralkick.matter;

/**
 * Moments of a Fermi-Dirac occupation over an energy group, for any degeneracy:
 *
 * <pre>
 *   I_k = Int_E1^E2 E^k f(E - mu) dE [MeV^(k+1)],   f(x) = 1/(1 + exp(x/T)),   k = 0, 1, 2, 3
 * </pre>
 *
 * with 0 {@code <=} E1 {@code <=} E2, E2 infinite for the tail, T {@code >=} 0 and mu of either sign; for antiparticles give -mu. At T = 0
 * mu is clipped to the group. Number and energy densities of a massless species are I_2/2 pi^2 and I_3/2 pi^2.
 *
 * <p><b>Method.</b> A group narrower than 2 T: Gauss-Legendre quadrature, whose nodes the poles of f, pi T off the axis, leave in peace. A
 * wider one: the part below mu is filled but for holes, and particles and holes are tails of
 *
 * <pre>
 *   F_j(y) = (1/j!) Int_0^inf t^j/(1 + exp(t + y)) dt = sum_n (-1)^(n+1) z^n/n^(j+1),   z = exp(-y) in [0, 1]
 * </pre>
 *
 * expanded about the edges of the group, {@code E^k = (edge +- T t)^k}. The alternating sum is summed as by Cohen, Rodriguez Villegas and
 * Zagier, Experimental Mathematics 9 (2000) 3: a polynomial in z, right to 1e-17 for all of [0, 1]. Neither way takes the difference of
 * nearly equal numbers. So each integral, down to occupations of 1e-300, has a relative error below 1e-15, but for what the rounding of (E - mu)/T
 * makes of an exponential far out in a tail: (E1 - mu)/T times 1e-16.
 *
 * <p>No state, no allocation; loops of fixed length. NaN in, NaN out.
 */
public final class FermiIntegrals {
    /** How many powers of the energy there are: k = 0, 1, 2, 3. */
    public static final int POWERS = 4;

    /** A group narrower than this times T is integrated by quadrature. */
    private static final double NARROW = 2;

    /** Nodes for that width: the error is that of (pi + sqrt(pi^2 + 1))^(-2 NODES), 1e-16. */
    private static final int NODES = 10;

    private static final double[] NODE = new double[NODES];
    private static final double[] WEIGHT = new double[NODES];

    /** Terms of the alternating sums: their error is (3 + sqrt 8)^(-TERMS). */
    private static final int TERMS = 22;

    private static final double[] ZEROTH = alternating(1);
    private static final double[] FIRST = alternating(2);
    private static final double[] SECOND = alternating(3);
    private static final double[] THIRD = alternating(4);

    static {
        GaussLegendre.onUnitInterval(NODE, WEIGHT);
    }

    private FermiIntegrals() {}

    /**
     * Sets the four moments of a group: {@code into[at + k]} to I_k [MeV^(k+1)].
     *
     * @param lowerMeV E1 [MeV], {@code >= 0}
     * @param upperMeV E2 [MeV], {@code >=} E1; may be infinite
     * @param potentialMeV mu [MeV]
     * @param temperatureMeV T [MeV], {@code >= 0}
     * @param into receives the moments
     * @param at where the first goes
     */
    public static void moments(
            double lowerMeV, double upperMeV, double potentialMeV, double temperatureMeV, double[] into, int at) {
        moments(lowerMeV, upperMeV, potentialMeV, temperatureMeV, POWERS, into, at);
    }

    /**
     * Sets the first moments of a group, {@code into[at + k]} to I_k [MeV^(k+1)], with the bits that {@link #moments(double, double, double,
     * double, double[], int) all four} have; fewer cost less.
     *
     * @param lowerMeV E1 [MeV], {@code >= 0}
     * @param upperMeV E2 [MeV], {@code >=} E1; may be infinite
     * @param potentialMeV mu [MeV]
     * @param temperatureMeV T [MeV], {@code >= 0}
     * @param powers how many moments, in [1, 4]
     * @param into receives the moments; those behind them are overwritten, too
     * @param at where the first goes
     */
    public static void moments(
            double lowerMeV,
            double upperMeV,
            double potentialMeV,
            double temperatureMeV,
            int powers,
            double[] into,
            int at) {
        if (upperMeV - lowerMeV < NARROW * temperatureMeV) {
            quadrature(lowerMeV, upperMeV, potentialMeV, temperatureMeV, into, at);
            return;
        }
        double middle = Math.min(Math.max(potentialMeV, lowerMeV), upperMeV);
        filled(lowerMeV, middle, into, at);
        if (middle > lowerMeV) {
            addTail(-1, middle, potentialMeV, temperatureMeV, -1, powers, into, at);
            addTail(-1, lowerMeV, potentialMeV, temperatureMeV, 1, powers, into, at);
        }
        if (middle < upperMeV) {
            addTail(1, middle, potentialMeV, temperatureMeV, 1, powers, into, at);
            addTail(1, upperMeV, potentialMeV, temperatureMeV, -1, powers, into, at);
        }
    }

    /**
     * Returns the third moment of all energies, I_3 from 0 to infinity, of the scarcer particles [MeV^4].
     *
     * @param below how far mu lies below 0 [MeV], {@code >= 0}
     * @param temperatureMeV T [MeV], {@code >= 0}
     */
    static double scarceEnergy(double below, double temperatureMeV) {
        double z = below == 0 ? 1 : Math.exp(-below / temperatureMeV);
        double square = temperatureMeV * temperatureMeV;
        return 6 * square * square * (z * alternating(THIRD, z));
    }

    private static void quadrature(double lower, double upper, double mu, double temperature, double[] into, int at) {
        double width = upper - lower;
        double sum0 = 0;
        double sum1 = 0;
        double sum2 = 0;
        double sum3 = 0;
        for (int i = 0; i < NODES; i++) {
            double energy = Math.fma(width, NODE[i], lower);
            double occupied = WEIGHT[i] / (1 + Math.exp((energy - mu) / temperature));
            double square = energy * energy;
            sum0 += occupied;
            sum1 += occupied * energy;
            sum2 += occupied * square;
            sum3 += occupied * square * energy;
        }
        into[at] = width * sum0;
        into[at + 1] = width * sum1;
        into[at + 2] = width * sum2;
        into[at + 3] = width * sum3;
    }

    /** Sets the moments of an occupation of 1. */
    private static void filled(double lower, double upper, double[] into, int at) {
        double width = upper - lower;
        double sum = upper + lower;
        double squares = Math.fma(upper, upper, lower * lower);
        into[at] = width;
        into[at + 1] = width * sum / 2;
        into[at + 2] = width * Math.fma(upper, lower, squares) / 3;
        into[at + 3] = width * sum * squares / 4;
    }

    /**
     * Adds {@code factor} times the integral of E^k/(1 + exp(|E - mu|/T)) from an edge outwards: to infinity with side 1, of particles above
     * mu; to minus infinity with side -1, of holes below it.
     */
    private static void addTail(
            double side, double edge, double mu, double temperature, double factor, int powers, double[] into, int at) {
        if (edge == Double.POSITIVE_INFINITY) {
            return;
        }
        double distance = side * (edge - mu);
        double z = distance == 0 ? 1 : Math.exp(-distance / temperature);
        double tail0 = factor * temperature * (z * alternating(ZEROTH, z)); // log1p(z)
        into[at] += tail0;
        if (powers == 1) {
            return;
        }
        double step = side * temperature;
        double tail1 = factor * temperature * step * (z * alternating(FIRST, z));
        into[at + 1] += Math.fma(edge, tail0, tail1);
        if (powers == 2) {
            return;
        }
        double tail2 = factor * temperature * step * step * (2 * z * alternating(SECOND, z));
        into[at + 2] += Math.fma(edge, Math.fma(edge, tail0, 2 * tail1), tail2);
        if (powers == 3) {
            return;
        }
        double tail3 = factor * temperature * step * step * step * (6 * z * alternating(THIRD, z));
        into[at + 3] += Math.fma(edge, Math.fma(edge, Math.fma(edge, tail0, 3 * tail1), 3 * tail2), tail3);
    }

    /** Returns the value at z of a polynomial that {@link #alternating(int)} gave; even and odd terms apart, so that neither waits for the other. */
    private static double alternating(double[] coefficient, double z) {
        double square = z * z;
        double even = 0;
        double odd = 0;
        for (int n = TERMS - 2; n >= 0; n -= 2) {
            even = Math.fma(even, square, coefficient[n]);
            odd = Math.fma(odd, square, coefficient[n + 1]);
        }
        return Math.fma(odd, z, even);
    }

    /** Returns the polynomial in z that is sum_n (-1)^n z^n/(n + 1)^power, by Algorithm 1 of Cohen et al. */
    private static double[] alternating(int power) {
        double[] coefficient = new double[TERMS];
        double growth = Math.pow(3 + Math.sqrt(8), TERMS);
        double whole = (growth + 1 / growth) / 2;
        double binomial = -1;
        double rest = -whole;
        for (int n = 0; n < TERMS; n++) {
            rest = binomial - rest;
            coefficient[n] = rest / whole / Math.pow(n + 1, power);
            binomial *= (double) (n + TERMS) * (n - TERMS) / ((n + 0.5) * (n + 1));
        }
        return coefficient;
    }
}
