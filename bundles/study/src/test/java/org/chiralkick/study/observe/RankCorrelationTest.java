package org.chiralkick.study.observe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    private static List<Observation> stars(double[] fields, double[] speeds) {
        List<Observation> stars = new ArrayList<>();
        for (int i = 0; i < fields.length; i++) {
            stars.add(new Observation(fields[i], speeds[i]));
        }
        return stars;
    }

    /** The ten students of the textbooks: rho = -29/165, two-sided chance 0.627188 (Student's t with 8 degrees). */
    @Test
    void reproducesATextbookExample() {
        RankCorrelation correlation = RankCorrelation.of(stars(
                new double[] {106, 100, 86, 101, 99, 103, 97, 113, 112, 110},
                new double[] {7, 27, 2, 50, 28, 29, 20, 12, 6, 17}));
        assertEquals(-29. / 165, correlation.coefficient(), 1e-15);
        assertEquals(0.627188, correlation.chance(), 1e-6);
        assertFalse(correlation.significant());
        assertEquals(10, correlation.stars());
    }

    @Test
    void anyRisingLawIsAFullCorrelation() {
        double[] fields =
                IntStream.range(0, 20).mapToDouble(i -> 1e11 * Math.exp(i)).toArray();
        double[] speeds = IntStream.range(0, 20).mapToDouble(i -> 1 + i * i).toArray();
        RankCorrelation correlation = RankCorrelation.of(stars(fields, speeds));
        assertEquals(1, correlation.coefficient(), 1e-15);
        assertTrue(correlation.significant(), "chance " + correlation.chance());
    }

    @Test
    void fewStarsAreRefused() {
        List<Observation> four = stars(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4});
        assertThrows(IllegalArgumentException.class, () -> RankCorrelation.of(four));
    }
}
