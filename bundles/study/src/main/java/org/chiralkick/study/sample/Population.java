package org.chiralkick.study.sample;

import java.util.Locale;
import org.apache.commons.math3.random.RandomGenerator;

/**
 * The distribution that newborn stars are drawn from.
 *
 * @param fieldLog10Mean mean of log10(B/G)
 * @param fieldLog10Sigma standard deviation of log10(B/G), {@code >= 0}
 * @param fieldFactor internal field over the drawn one, {@code > 0}
 * @param spinMeanS mean of the spin period [s], {@code > 0}
 * @param spinSigmaS standard deviation of the spin period [s], {@code >= 0}
 * @param shortestSpinS periods below are drawn again [s], {@code > 0}; break-up is near 1e-3 s
 * @param obliquityDeg angle from the spin to the magnetic axis for all [deg], in [0, 180]; NaN: isotropic
 */
public record Population(
        double fieldLog10Mean,
        double fieldLog10Sigma,
        double fieldFactor,
        double spinMeanS,
        double spinSigmaS,
        double shortestSpinS,
        double obliquityDeg) {
    /** Refuses values outside the ranges named. */
    public Population {
        require(Double.isFinite(fieldLog10Mean), "mean of log10(B/G)", fieldLog10Mean, "finite");
        require(fieldLog10Sigma >= 0, "standard deviation of log10(B/G)", fieldLog10Sigma, ">= 0");
        require(fieldFactor > 0, "internal field over drawn field", fieldFactor, "> 0");
        require(spinMeanS > 0, "mean spin period [s]", spinMeanS, "> 0");
        require(spinSigmaS >= 0, "standard deviation of the spin period [s]", spinSigmaS, ">= 0");
        require(
                shortestSpinS > 0 && shortestSpinS <= spinMeanS,
                "shortest spin period [s]",
                shortestSpinS,
                "> 0 and not above the mean");
        require(
                Double.isNaN(obliquityDeg) || (obliquityDeg >= 0 && obliquityDeg <= 180),
                "obliquity [deg]",
                obliquityDeg,
                "in [0, 180]");
    }

    private static void require(boolean good, String what, double value, String range) {
        if (!good || Double.isInfinite(value)) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is %s; must be %s", what, value, range));
        }
    }

    /** Draws a star. */
    public NewbornStar draw(RandomGenerator random) {
        double field = fieldFactor * Math.pow(10, fieldLog10Mean + fieldLog10Sigma * random.nextGaussian());
        double spin;
        do { // the mean is allowed, so at least every other draw is
            spin = spinMeanS + spinSigmaS * random.nextGaussian();
        } while (spin < shortestSpinS);
        double obliquity =
                Double.isNaN(obliquityDeg) ? Math.toDegrees(Math.acos(1 - 2 * random.nextDouble())) : obliquityDeg;
        return new NewbornStar(field, spin, obliquity, 2 * Math.PI * random.nextDouble());
    }
}
