package org.chiralkick.matter;

/**
 * The inversion n -&gt; mu of the Weyl gas: the real root of mu^3 + pi^2 T^2 mu = 6 pi^2 n.
 *
 * <p><b>Method.</b> With N = 6 pi^2 n and a = pi T/sqrt 3 the closed form free of cancellation is
 *
 * <pre>
 *   u = cbrt(|N|/2 + sqrt(N^2/4 + a^6)),   mu = N / (u^2 + a^2 + a^4/u^2)
 * </pre>
 *
 * (the textbook u - a^2/u loses every digit at small mu/T). {@link #reference} evaluates it as it stands. The fast path solves the
 * same cubic for y = mu/pi, y^3 + T^2 y = (6/pi) n, without branch or library call, so that loops over it are vectorised: the
 * cube root starts from the exponent bits (relative error below 4e-2); a Halley step on u (5e-5), the closed form, a Halley step
 * on y (1e-12); and a last Newton step whose residual, and the product with pi, are sums of two doubles, so that the roundings of
 * (6/pi) n, T^2 and pi do not count. The result is within 0.501 ulp of the exact root for the given n and T.
 *
 * <p>No power on the fast path overflows or loses its low part for n in [1e-90, 1e90] and T &lt;= 1e30; values outside are
 * brought near 1 by powers of two first.
 */
final class WeylInversion {
    private static final double LEAST_DENSITY = 1e-90;
    private static final double LARGEST_DENSITY = 1e90;
    private static final double LARGEST_TEMPERATURE = 1e30;

    /** 6/pi and pi as sums of two doubles, exact to 1e-32. */
    private static final double SIX_OVER_PI = 1.909859317102744;

    private static final double SIX_OVER_PI_LOW = -7.049757588579267e-18;
    private static final double PI_LOW = 1.2246467991473532e-16;

    private static final double THIRD = 1.0 / 3;

    private static final int LARGEST_INDEX = (1 << 30) - 1;

    /** What a third of the bits of a double lacks to be about its cube root: 2/3 of the exponent bias, error balanced. */
    private static final long CUBE_ROOT_SEED = 0x2A9F7893782DA1CEL;

    private WeylInversion() {}

    /** Returns the closed form as written above [MeV]; right to a few ulp where nothing overflows. */
    static double reference(double numberDensity, double temperature) {
        double n = 6 * Math.PI * Math.PI * numberDensity;
        double half = Math.abs(n) / 2;
        double a = Math.PI * temperature / Math.sqrt(3);
        double aSquared = a * a;
        double u = Math.cbrt(half + Math.sqrt(half * half + aSquared * aSquared * aSquared));
        double ratio = aSquared / u;
        return n / (u * u + aSquared + ratio * ratio);
    }

    /** Returns mu [MeV] for any finite n [MeV^3] and T &gt;= 0 [MeV]; what is not finite gives what is not finite. */
    static double chemicalPotential(double numberDensity, double temperature) {
        return isOrdinary(numberDensity, temperature)
                ? ordinary(numberDensity, temperature)
                : scaled(numberDensity, temperature);
    }

    /**
     * As {@link #chemicalPotential} for columns, bit for bit. Loops of this shape are vectorised, all but that over bits: the masks,
     * which change nothing, tell the compiler that every index is in the range of an array, and no sum or product has two
     * operands of the same kind, which it would mix up when it looks for what to do at once.
     */
    static void chemicalPotentials(double[] numberDensity, double[] temperature, double[] mu, int from, int to) {
        int first = from & LARGEST_INDEX;
        int end = to & LARGEST_INDEX;
        for (int i = first; i < end; i++) {
            mu[i] = cube(numberDensity[i], temperature[i]);
        }
        for (int i = first; i < end; i++) {
            mu[i] = cubeRoot(mu[i]);
        }
        for (int i = first; i < end; i++) {
            mu[i] = approximate(numberDensity[i], temperature[i], mu[i]);
        }
        for (int i = first; i < end; i++) {
            mu[i] = polished(numberDensity[i], temperature[i], mu[i]);
        }
        for (int i = first; i < end; i++) {
            if (!isOrdinary(numberDensity[i], temperature[i])) {
                mu[i] = scaled(numberDensity[i], temperature[i]);
            }
        }
    }

    private static double ordinary(double n, double t) {
        return polished(n, t, approximate(n, t, cubeRoot(cube(n, t))));
    }

    private static boolean isOrdinary(double n, double t) {
        double magnitude = Math.abs(n);
        return magnitude >= LEAST_DENSITY && magnitude <= LARGEST_DENSITY && t <= LARGEST_TEMPERATURE;
    }

    /** Returns (u/pi)^3 = N/2 + sqrt(N^2/4 + a^6) with N = (6/pi) |n|, a = T/sqrt 3. */
    private static double cube(double n, double t) {
        double half = SIX_OVER_PI / 2 * Math.abs(n);
        double aSquared = THIRD * (t * t);
        return half + Math.sqrt(Math.fma(half, half, aSquared * aSquared * aSquared));
    }

    /** Returns the cube root of a positive number with a relative error below 5e-5: a third of its bits, one Halley step. */
    private static double cubeRoot(double cube) {
        double seed = Double.longBitsToDouble(Double.doubleToRawLongBits(cube) / 3 + CUBE_ROOT_SEED);
        double seedCube = seed * seed * seed;
        return seed * (seedCube + 2 * cube) / (2 * seedCube + cube);
    }

    /** Returns y = mu/pi with a relative error below 1e-12 from u/pi: the closed form, then a Halley step on the cubic. */
    private static double approximate(double n, double t, double u) {
        double density = SIX_OVER_PI * n;
        double tSquared = t * t;
        double aSquared = THIRD * tSquared;
        double uSquared = u * u;
        double y = density * uSquared / Math.fma(uSquared, uSquared + aSquared, aSquared * aSquared);
        double ySquared = y * y;
        double value = Math.fma(y, ySquared + tSquared, -density);
        double slope = Math.fma(3, ySquared, tSquared);
        return y - value * slope / Math.fma(slope, slope, -3 * y * value);
    }

    /** Returns mu = pi y after a Newton step on y, residual and product to twice the working precision. */
    private static double polished(double n, double t, double y) {
        double minusDensity = -SIX_OVER_PI * n;
        double densityLow = Math.fma(SIX_OVER_PI_LOW, n, Math.fma(SIX_OVER_PI, n, minusDensity));
        double tSquared = t * t;
        double ySquared = y * y;
        double sum = ySquared + tSquared;
        double shifted = sum - ySquared;
        double roundedOff = (tSquared - shifted) - ((sum - shifted) - ySquared);
        double sumLow = roundedOff - (Math.fma(-t, t, tSquared) - Math.fma(y, y, -ySquared));
        double value = Math.fma(y, sum, minusDensity) - Math.fma(-y, sumLow, densityLow);
        double correction = value / Math.fma(2, ySquared, sum);
        return Math.fma(Math.PI, y, Math.fma(-Math.PI, correction, PI_LOW * y));
    }

    /**
     * Returns mu for n and T whose squares and cubes leave the range of double: mu(8^k n, 2^k T) = 2^k mu brings the larger of
     * n^(1/3) and T near 1; where n is still too small then, mu = n/chi is linear in n to 1e-60.
     */
    private static double scaled(double n, double t) {
        if (n == 0 || !Double.isFinite(n) || !Double.isFinite(t)) {
            return n * t * t; // 0 with the sign of n; or not finite
        }
        int exponent = Math.max(Math.floorDiv(Math.getExponent(n), 3), Math.getExponent(t));
        boolean linear = Math.abs(Math.scalb(n, -3 * exponent)) < LEAST_DENSITY;
        int densityExponent = linear ? -200 - Math.getExponent(n) : -3 * exponent;
        double mu = ordinary(Math.scalb(n, densityExponent), Math.scalb(t, -exponent));
        return Math.scalb(mu, -2 * exponent - densityExponent);
    }
}
