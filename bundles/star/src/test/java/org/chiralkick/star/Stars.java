package org.chiralkick.star;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.chiralkick.star.structure.StellarProfile;

/** A star for tests without data: roughly a proto-neutron star of 1.3 solar masses 0.1 s after bounce, in smooth functions. */
public final class Stars {
    private static final int SHELLS = 600;
    private static final double CM_PER_KM = 1e5;

    private Stars() {}

    /** Returns the star, out to 48 km. */
    public static StellarProfile young() {
        double[] x = IntStream.rangeClosed(1, SHELLS).mapToDouble(i -> 0.08 * i).toArray();
        return StellarProfile.ofRadii(
                column(x, y -> CM_PER_KM * y),
                column(x, Stars::density),
                column(x, Stars::temperature),
                column(x, Stars::electronFraction),
                column(x, Stars::neutrinoFraction),
                true);
    }

    private static double[] column(double[] x, DoubleUnaryOperator quantity) {
        return Arrays.stream(x).map(quantity).toArray();
    }

    private static double density(double x) {
        return 2.85e14 * Math.exp(-Math.pow(x / 9.1, 4.8)) + 1.4e14 * Math.exp(-x / 6.5);
    }

    private static double temperature(double x) {
        return 13 * Math.exp(-Math.pow(x / 7, 5)) + 42 / (Math.pow(x / 10.7, -4.2) + Math.pow(x / 10.7, 1.4));
    }

    private static double electronFraction(double x) {
        return 0.11 + 0.17 / (1 + Math.pow(x / 18, 6));
    }

    private static double neutrinoFraction(double x) {
        return 0.05 / (1 + Math.pow(x / 15, 7));
    }
}
