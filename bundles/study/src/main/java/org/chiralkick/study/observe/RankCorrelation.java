package org.chiralkick.study.observe;

import java.util.List;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.correlation.SpearmansCorrelation;

/**
 * Spearman's rank correlation of speed with field, and how often chance alone gives one at least as large.
 *
 * @param coefficient rho, in [-1, 1]
 * @param chance two-sided probability under no correlation, from Student's t with n - 2 degrees of freedom; good for n &gt;= 10
 * @param stars n
 */
public record RankCorrelation(double coefficient, double chance, int stars) {
    /** Fewer say nothing. */
    public static final int FEWEST = 5;

    /** Chance above this is called no correlation. */
    private static final double SIGNIFICANT = 0.01;

    /** Returns the correlation of at least {@link #FEWEST} stars. */
    public static RankCorrelation of(List<Observation> stars) {
        int n = stars.size();
        if (n < FEWEST) {
            throw new IllegalArgumentException(n + " stars; a rank correlation needs at least " + FEWEST);
        }
        double rho = new SpearmansCorrelation()
                .correlation(
                        stars.stream().mapToDouble(Observation::fieldGauss).toArray(),
                        stars.stream().mapToDouble(Observation::speedKmS).toArray());
        double t = Math.abs(rho) * Math.sqrt((n - 2) / Math.max(1 - rho * rho, Double.MIN_NORMAL));
        return new RankCorrelation(rho, 2 * new TDistribution(n - 2).cumulativeProbability(-t), n);
    }

    /** Returns whether there is one worth the name. */
    public boolean significant() {
        return chance < SIGNIFICANT;
    }
}
