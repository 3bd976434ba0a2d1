package org.chiralkick.study.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PopulationTest {
    private static final int STARS = 20_000;
    /** Four standard errors of a mean of unit variance. */
    private static final double FOUR_SIGMA = 4 / Math.sqrt(STARS);

    @Test
    void starsFollowTheDistributionsNamed() {
        Population population = new Population(12.65, 0.55, 10, 0.3, 0.15, 0.001, Double.NaN);
        Well19937c random = new Well19937c(42);
        SummaryStatistics field = new SummaryStatistics();
        SummaryStatistics cosine = new SummaryStatistics();
        SummaryStatistics azimuth = new SummaryStatistics();
        for (int i = 0; i < STARS; i++) {
            NewbornStar star = population.draw(random);
            field.addValue(Math.log10(star.fieldGauss()));
            cosine.addValue(Math.cos(Math.toRadians(star.obliquityDeg())));
            azimuth.addValue(star.azimuthRad());
            assertTrue(star.spinPeriodS() >= 0.001, "spin period " + star.spinPeriodS());
        }
        assertEquals(13.65, field.getMean(), 0.55 * FOUR_SIGMA);
        assertEquals(0.55, field.getStandardDeviation(), 0.55 * FOUR_SIGMA);
        assertEquals(0, cosine.getMean(), FOUR_SIGMA);
        assertEquals(1. / 3, cosine.getVariance(), FOUR_SIGMA);
        assertEquals(Math.PI, azimuth.getMean(), 2 * FOUR_SIGMA);
        assertTrue(azimuth.getMin() >= 0 && azimuth.getMax() < 2 * Math.PI, "azimuth in [0, 2 pi)");
    }

    @Test
    void aFixedObliquityAndNoSpreadAreExact() {
        NewbornStar star = new Population(12, 0, 1, 0.02, 0, 0.001, 30).draw(new Well19937c(1));
        assertEquals(1e12, star.fieldGauss(), 1e-2);
        assertEquals(0.02, star.spinPeriodS());
        assertEquals(30, star.obliquityDeg());
    }

    @ParameterizedTest
    @CsvSource({
        "NaN, 0.5, 1, 0.3, 0.1, 0.001, 0, mean of log10(B/G)",
        "12, -1, 1, 0.3, 0.1, 0.001, 0, standard deviation of log10(B/G)",
        "12, Infinity, 1, 0.3, 0.1, 0.001, 0, standard deviation of log10(B/G)",
        "12, 0.5, 0, 0.3, 0.1, 0.001, 0, internal field over drawn field",
        "12, 0.5, 1, 0, 0.1, 0.001, 0, mean spin period",
        "12, 0.5, 1, 0.3, -0.1, 0.001, 0, standard deviation of the spin period",
        "12, 0.5, 1, 0.3, 0.1, 0.5, 0, shortest spin period",
        "12, 0.5, 1, 0.3, 0.1, 0.001, 181, obliquity"
    })
    void valuesOutOfRangeAreNamed(
            double mean,
            double sigma,
            double factor,
            double spin,
            double spinSigma,
            double shortest,
            double obliquity,
            String name) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class,
                () -> new Population(mean, sigma, factor, spin, spinSigma, shortest, obliquity));
        assertTrue(String.valueOf(refusal.getMessage()).startsWith(name), refusal.getMessage());
    }
}
