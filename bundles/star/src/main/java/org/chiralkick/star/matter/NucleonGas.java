package org.chiralkick.star.matter;

/**
 * The ideal non-relativistic Fermi gas of one kind of nucleon (two spin states), inverted from density to degeneracy.
 *
 * <pre>
 *   n       = (2 M* T)^(3/2)/(2 pi^2) F_1/2(eta),   F_k(eta) = Int_0^inf x^k dx/(1 + exp(x - eta))
 *   eps_kin = T (2 M* T)^(3/2)/(2 pi^2) F_3/2(eta)
 * </pre>
 *
 * <p><b>Method.</b> Both eta and the mean kinetic energy q = F_3/2/F_1/2 (in units of T) are smooth functions of u = ln F_1/2.
 * They are tabulated on a uniform grid of u and interpolated by cubic Hermite polynomials with the exact slopes eta' = 2
 * F_1/2/F_-1/2 and q' = (3/2) eta' - q; the integrals on the grid are trapezoidal sums over t = sqrt(x), which converge
 * geometrically because the integrands are even and analytic. The relative error is below 1e-8. Beyond the grid the gas is
 * dilute (virial expansion to first order) or fully degenerate (Sommerfeld expansion to second order in (pi/eta)^2).
 */
final class NucleonGas {
    private static final double FIRST = -14;
    private static final double STEP = 0.04;
    private static final int POINTS = 530;
    private static final double LAST = FIRST + STEP * (POINTS - 1);

    private static final double LOG_GAMMA_3_2 = Math.log(Math.sqrt(Math.PI) / 2);
    private static final double TRAPEZE = 0.02;
    private static final double TAIL = 45;

    private static final double[] DEGENERACY = new double[POINTS];
    private static final double[] DEGENERACY_SLOPE = new double[POINTS];
    private static final double[] KINETIC = new double[POINTS];

    static {
        double eta = FIRST - LOG_GAMMA_3_2;
        for (int i = 0; i < POINTS; i++) {
            double u = FIRST + i * STEP;
            for (int newton = 0; newton < 6; newton++) {
                double half = integral(eta, 1);
                eta -= (Math.log(half) - u) * 2 * half / integral(eta, 0);
            }
            double half = integral(eta, 1);
            DEGENERACY[i] = eta;
            DEGENERACY_SLOPE[i] = 2 * half / integral(eta, 0);
            KINETIC[i] = integral(eta, 2) / half;
            eta += STEP * DEGENERACY_SLOPE[i];
        }
    }

    private NucleonGas() {}

    /** Returns F_(k - 1/2)(eta) = 2 Int_0^inf t^(2k) dt/(1 + exp(t^2 - eta)) for k = 0, 1, 2. */
    static double integral(double eta, int k) {
        double end = Math.sqrt(Math.max(eta, 0) + TAIL);
        double sum = k == 0 ? 0.5 / (1 + Math.exp(-eta)) : 0;
        for (double t = TRAPEZE; t < end; t += TRAPEZE) {
            double square = t * t;
            sum += (k == 0 ? 1 : k == 1 ? square : square * square) / (1 + Math.exp(square - eta));
        }
        return 2 * TRAPEZE * sum;
    }

    /**
     * Returns ln F_1/2 of a gas, the argument of the other functions.
     *
     * @param density number density [MeV^3], {@code > 0}
     * @param temperature temperature [MeV], {@code > 0}
     * @param mass effective mass M* [MeV]
     */
    static double logIntegral(double density, double temperature, double mass) {
        return Math.log(2 * Math.PI * Math.PI * density) - 1.5 * Math.log(2 * mass * temperature);
    }

    /** Returns eta = (mu - U)/T, the kinetic chemical potential over the temperature, where ln F_1/2 = u. */
    static double degeneracy(double u) {
        if (u < FIRST) {
            return u - LOG_GAMMA_3_2 + Math.exp(u - LOG_GAMMA_3_2) / Math.sqrt(8);
        }
        if (u >= LAST) {
            double cold = Math.pow(1.5 * Math.exp(u), 2.0 / 3);
            double small = square(Math.PI / cold);
            return cold * (1 - small / 12 - small * small / 80);
        }
        int i = cell(u);
        return hermite(u, i, DEGENERACY[i], DEGENERACY[i + 1], DEGENERACY_SLOPE[i], DEGENERACY_SLOPE[i + 1]);
    }

    /** Returns d ln n/d eta at constant T where ln F_1/2 = u: 1 for a dilute gas, 3T/2E_F for a degenerate one. */
    static double response(double u) {
        if (u < FIRST) {
            return 1 - Math.exp(u - LOG_GAMMA_3_2) / Math.sqrt(8);
        }
        if (u >= LAST) {
            return 1.5 / Math.pow(1.5 * Math.exp(u), 2.0 / 3);
        }
        int i = cell(u);
        double s = (u - FIRST) / STEP - i;
        return 1 / (DEGENERACY_SLOPE[i] * (1 - s) + DEGENERACY_SLOPE[i + 1] * s);
    }

    /** Returns q, the mean kinetic energy per nucleon over the temperature, where ln F_1/2 = u. */
    static double meanKinetic(double u) {
        if (u < FIRST) {
            return 1.5 * (1 + Math.exp(u - LOG_GAMMA_3_2) / (2 * Math.sqrt(8)));
        }
        if (u >= LAST) {
            double cold = Math.pow(1.5 * Math.exp(u), 2.0 / 3);
            double small = square(Math.PI / cold);
            return 0.6 * cold * (1 + 5 * small / 12 - small * small / 16);
        }
        int i = cell(u);
        return hermite(u, i, KINETIC[i], KINETIC[i + 1], kineticSlope(i), kineticSlope(i + 1));
    }

    private static double kineticSlope(int i) {
        return 1.5 * DEGENERACY_SLOPE[i] - KINETIC[i];
    }

    private static int cell(double u) {
        return Math.min((int) ((u - FIRST) / STEP), POINTS - 2);
    }

    private static double hermite(double u, int i, double left, double right, double leftSlope, double rightSlope) {
        double s = (u - FIRST) / STEP - i;
        double rest = 1 - s;
        return rest * rest * (left * (1 + 2 * s) + leftSlope * STEP * s)
                + s * s * (right * (1 + 2 * rest) - rightSlope * STEP * rest);
    }

    private static double square(double x) {
        return x * x;
    }
}
