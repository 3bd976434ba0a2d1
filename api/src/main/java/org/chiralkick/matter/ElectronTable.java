package org.chiralkick.matter;

/**
 * Chemical potential of a gas of massive fermions that is neither cold nor almost massless, as a table; everything in units of the mass m.
 *
 * <p><b>Method.</b> With Boltzmann's statistics the net density of one spin state is n = a sinh(mu/T), a = (T/pi^2) K_2(1/T), so that
 * s = arsinh(n/a) is mu/T where quantum statistics does not matter. It matters by the degeneracy w = s - 1/T, and
 *
 * <pre>
 *   mu = T s [1 + G(w, T) T/(T + T_0)],   K_2(1/T) e^(1/T) = sqrt(pi T/2) (1 + (8/pi)^(1/3) T)^(3/2) e^k(T)
 * </pre>
 *
 * have G and k that are smooth functions of w and T/(T + T_0), from the non-relativistic gas (0) to the massless one (1), antiparticles
 * included. Both are polynomials in cells, through the Chebyshev nodes of which {@link MassiveFermiGas} has given the exact values: some
 * nine thousand, in a tenth of a second when the first such gas is met. Relative error of mu below 1e-7 for 1e-12
 * {@code <=} T {@code <} 66.
 */
final class ElectronTable {
    private static final double T_0 = 0.2;
    private static final double HOTTEST = 66;
    private static final double HOT = HOTTEST / (HOTTEST + T_0);

    /** Below it statistics are Boltzmann's to 1e-9; above it the gas is cold. */
    private static final double LEAST_DEGENERACY = -21;

    private static final double GREATEST_DEGENERACY = 10;

    private static final int W_CELLS = 12;
    private static final int T_CELLS = 8;

    /** Coefficients along each axis of a cell. */
    private static final int ORDER = 12;

    private static final double W_CELLS_PER_UNIT = W_CELLS / (GREATEST_DEGENERACY - LEAST_DEGENERACY);
    private static final double T_CELLS_PER_UNIT = T_CELLS / HOT;

    /** Beyond it e^x is not used. */
    private static final double LARGE_EXPONENT = 500;

    private static final double LN_2 = Math.log(2);
    private static final double SPREAD = Math.cbrt(8 / Math.PI);

    /** a e^(1/T) is this times [T (1 + (8/pi)^(1/3) T)]^(3/2) e^k. */
    private static final double AMPLITUDE = 1 / (Math.PI * Math.PI) * Math.sqrt(Math.PI / 2);

    /** Coefficients of k, cell by cell of T. */
    private static final double[] AMPLITUDES = amplitudes();

    /** Coefficients of G, cell by cell of T within those of w; where the gas is cold, or s negative, 0. */
    private static final double[] CELLS = cells();

    private ElectronTable() {}

    /**
     * Returns mu/m.
     *
     * @param n net density of one spin state [m^3], {@code > 0}
     * @param t temperature [m], in [1e-12, 66); the gas not cold
     */
    static double chemicalPotential(double n, double t) {
        double inTCells = t / (t + T_0) * T_CELLS_PER_UNIT;
        int tCell = (int) inTCells;
        double y = 2 * (inTCells - tCell) - 1;
        double correction = polynomial(AMPLITUDES, tCell * ORDER, y);
        double reach = t * (1 + SPREAD * t);
        double scaled = n / (AMPLITUDE * reach * Math.sqrt(reach)); // n/a e^(k - 1/T)
        double s = inverseSinh(scaled, 1 / t - correction);
        double w = s - 1 / t;
        if (w <= LEAST_DEGENERACY) {
            return t * s;
        }
        double inWCells = (w - LEAST_DEGENERACY) * W_CELLS_PER_UNIT;
        int wCell = Math.min((int) inWCells, W_CELLS - 1);
        double x = 2 * (inWCells - wCell) - 1;
        double statistics = polynomial(CELLS, (wCell * T_CELLS + tCell) * ORDER * ORDER, x, y);
        return t * s * (1 + statistics * (t / (t + T_0)));
    }

    /** Returns arsinh(scaled e^exponent). */
    private static double inverseSinh(double scaled, double exponent) {
        if (exponent > LARGE_EXPONENT) {
            double logarithm = Math.log(scaled) + exponent;
            return logarithm > 20 ? logarithm + LN_2 : inverseSinh(Math.exp(logarithm));
        }
        return inverseSinh(scaled * Math.exp(exponent));
    }

    private static double inverseSinh(double q) {
        double root = Math.sqrt(1 + q * q);
        return q > 0.1 ? q < 1e100 ? Math.log(q + root) : Math.log(q) + LN_2 : Math.log1p(q + q * q / (1 + root));
    }

    private static double polynomial(double[] coefficient, int at, double x) {
        double value = 0;
        for (int i = at + ORDER - 1; i >= at; i--) {
            value = Math.fma(value, x, coefficient[i]);
        }
        return value;
    }

    // Rows of twelve by Estrin's scheme, in which few additions wait for another.
    private static double polynomial(double[] coefficient, int at, double x, double y) {
        double y2 = y * y;
        double y4 = y2 * y2;
        double value = 0;
        for (int row = at + (ORDER - 1) * ORDER; row >= at; row -= ORDER) {
            double a = Math.fma(coefficient[row + 3], y, coefficient[row + 2]);
            double b = Math.fma(coefficient[row + 7], y, coefficient[row + 6]);
            double c = Math.fma(coefficient[row + 11], y, coefficient[row + 10]);
            a = Math.fma(a, y2, Math.fma(coefficient[row + 1], y, coefficient[row]));
            b = Math.fma(b, y2, Math.fma(coefficient[row + 5], y, coefficient[row + 4]));
            c = Math.fma(c, y2, Math.fma(coefficient[row + 9], y, coefficient[row + 8]));
            value = Math.fma(value, x, Math.fma(Math.fma(c, y4, b), y4, a));
        }
        return value;
    }

    private static double[] amplitudes() {
        double[] all = new double[T_CELLS * ORDER];
        double[] values = new double[ORDER];
        for (int cell = 0; cell < T_CELLS; cell++) {
            for (int j = 0; j < ORDER; j++) {
                values[j] = amplitude(temperature(cell, node(j)));
            }
            System.arraycopy(interpolate(values), 0, all, cell * ORDER, ORDER);
        }
        return all;
    }

    /** Returns k(T): K_2(x) e^x = Int cosh(2u) exp(-x (cosh u - 1)) du from 0 to infinity, by the trapezoidal rule, exact to rounding here. */
    private static double amplitude(double t) {
        double step = 0.05 * Math.min(1, Math.sqrt(t));
        double sum = 0.5;
        double term = 1;
        for (int i = 1; term > 1e-18 * sum; i++) {
            double sine = Math.sinh(i * step / 2);
            term = Math.cosh(2 * i * step) * Math.exp(-2 * sine * sine / t);
            sum += term;
        }
        double reach = 1 + SPREAD * t;
        return Math.log(step * sum / (Math.sqrt(Math.PI * t / 2) * reach * Math.sqrt(reach)));
    }

    private static double[] cells() {
        double[] all = new double[W_CELLS * T_CELLS * ORDER * ORDER];
        for (int wCell = 0; wCell < W_CELLS; wCell++) {
            for (int tCell = 0; tCell < T_CELLS; tCell++) {
                if (isMet(wCell, tCell)) {
                    fill(wCell, tCell, all, (wCell * T_CELLS + tCell) * ORDER * ORDER);
                }
            }
        }
        return all;
    }

    /** Returns whether a cell has a state with n > 0 that is not cold, which its least degeneracy tells. */
    private static boolean isMet(int wCell, int tCell) {
        if (degeneracy(wCell, 1) + 1 / temperature(tCell, -1) <= 0) {
            return false;
        }
        for (double y = -1; y <= 1; y += 0.25) {
            double t = Math.max(temperature(tCell, y), 1e-9);
            double s = degeneracy(wCell, -1) + 1 / t;
            if (s <= 0) {
                return true;
            }
            double momentum = Math.cbrt(6 * Math.PI * Math.PI * density(s, t, amplitude(t)));
            double kinetic = momentum * momentum / (Math.sqrt(1 + momentum * momentum) + 1);
            if (t * ThinElectrons.COLD * 1.1 > kinetic) {
                return true;
            }
        }
        return false;
    }

    private static void fill(int wCell, int tCell, double[] into, int at) {
        double[][] rows = new double[ORDER][ORDER];
        for (int j = 0; j < ORDER; j++) {
            double[] values = new double[ORDER];
            for (int i = 0; i < ORDER; i++) {
                values[i] = statistics(
                        degeneracy(wCell, node(i)),
                        temperature(tCell, node(j)),
                        polynomial(AMPLITUDES, tCell * ORDER, node(j)));
            }
            rows[j] = interpolate(values);
        }
        double[] column = new double[ORDER];
        for (int i = 0; i < ORDER; i++) {
            for (int j = 0; j < ORDER; j++) {
                column[j] = rows[j][i];
            }
            System.arraycopy(interpolate(column), 0, into, at + i * ORDER, ORDER);
        }
    }

    /** Returns G, which is even in s. */
    private static double statistics(double w, double t, double correction) {
        double s = Math.abs(w + 1 / t);
        double mu = MassiveFermiGas.chemicalPotential(density(s, t, correction), t, 1);
        return (mu / (t * s) - 1) * (t + T_0) / t;
    }

    private static double density(double s, double t, double correction) {
        double reach = t * (1 + SPREAD * t);
        double sine = s > 20 ? Math.exp(s - 1 / t + correction) / 2 : Math.sinh(s) * Math.exp(correction - 1 / t);
        return AMPLITUDE * reach * Math.sqrt(reach) * sine;
    }

    private static double degeneracy(int cell, double x) {
        return LEAST_DEGENERACY + (cell + (x + 1) / 2) / W_CELLS_PER_UNIT;
    }

    private static double temperature(int cell, double y) {
        double part = (cell + (y + 1) / 2) / T_CELLS_PER_UNIT;
        return T_0 * part / (1 - part);
    }

    private static double node(int i) {
        return Math.cos(Math.PI * (i + 0.5) / ORDER);
    }

    /** Returns the coefficients of the polynomial of [-1, 1] that has these values at the nodes. */
    private static double[] interpolate(double[] values) {
        double[] sum = new double[ORDER];
        double[] last = new double[ORDER];
        double[] chebyshev = new double[ORDER];
        chebyshev[0] = 1;
        for (int k = 0; k < ORDER; k++) {
            double weight = 0;
            for (int i = 0; i < ORDER; i++) {
                weight += values[i] * Math.cos(Math.PI * k * (i + 0.5) / ORDER);
            }
            weight *= (k == 0 ? 1.0 : 2.0) / ORDER;
            double[] next = new double[ORDER];
            for (int j = 0; j < ORDER; j++) {
                sum[j] += weight * chebyshev[j];
                next[j] = (j > 0 ? (k == 0 ? 1 : 2) * chebyshev[j - 1] : 0) - last[j];
            }
            last = chebyshev;
            chebyshev = next;
        }
        return sum;
    }
}
