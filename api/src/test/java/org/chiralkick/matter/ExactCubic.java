package org.chiralkick.matter;

import java.math.BigDecimal;
import java.math.MathContext;

/** The root of mu^3 + pi^2 T^2 mu = 6 pi^2 n to 50 digits, for the very doubles n and T: what the inversion is measured with. */
final class ExactCubic {
    static final MathContext DIGITS = new MathContext(60);
    static final BigDecimal PI =
            new BigDecimal("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899");
    static final BigDecimal PI_SQUARED = PI.multiply(PI, DIGITS);
    static final BigDecimal SIX_PI_SQUARED = PI_SQUARED.multiply(BigDecimal.valueOf(6), DIGITS);

    private ExactCubic() {}

    static BigDecimal chemicalPotential(double numberDensity, double temperature) {
        return root(new BigDecimal(numberDensity).multiply(SIX_PI_SQUARED, DIGITS), temperature);
    }

    /** Returns the root for a right-hand side that is not a double: Newton's method from the closed form in doubles. */
    static BigDecimal root(BigDecimal scaledDensity, double temperature) {
        BigDecimal p = new BigDecimal(temperature).pow(2).multiply(PI_SQUARED, DIGITS);
        double start = WeylInversion.reference(scaledDensity.doubleValue() / (6 * Math.PI * Math.PI), temperature);
        BigDecimal mu = new BigDecimal(start);
        BigDecimal three = BigDecimal.valueOf(3);
        for (int i = 0; i < 3; i++) {
            BigDecimal square = mu.multiply(mu, DIGITS);
            BigDecimal numerator =
                    mu.multiply(square, DIGITS).multiply(BigDecimal.valueOf(2)).add(scaledDensity);
            mu = numerator.divide(square.multiply(three).add(p), DIGITS);
        }
        return mu;
    }
}
