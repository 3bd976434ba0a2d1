package org.chiralkick.study.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.math3.random.Well19937c;
import org.apache.commons.math3.stat.descriptive.SummaryStatistics;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.table.CsvWriter;
import org.junit.jupiter.api.Test;

class BinaryKickTest {
    private final Well19937c random = new Well19937c(7);

    @Test
    void alignedWithTheOrbitTheKickKeepsItsDirection() {
        BinaryKick kick = BinaryKick.aligned(new Kick(3, -3, Math.sqrt(18)), random);
        assertEquals(6, kick.speedKmS(), 1e-14);
        assertEquals(Math.PI / 4, kick.latitudeRad(), 1e-15);
        assertEquals(7 * Math.PI / 4, kick.azimuthRad(), 1e-15);
        BinaryKick down = BinaryKick.aligned(new Kick(0, 0, -5), random);
        assertEquals(-Math.PI / 2, down.latitudeRad());
    }

    @Test
    void aSpinThatPointsAnywhereMakesKicksIsotropic() {
        int stars = 20_000;
        SummaryStatistics sine = new SummaryStatistics();
        SummaryStatistics azimuth = new SummaryStatistics();
        for (int i = 0; i < stars; i++) {
            BinaryKick kick = BinaryKick.isotropic(new Kick(0, 0.6, 0.8), random);
            assertEquals(1, kick.speedKmS(), 1e-12);
            sine.addValue(Math.sin(kick.latitudeRad()));
            azimuth.addValue(kick.azimuthRad());
            assertTrue(kick.azimuthRad() >= 0 && kick.azimuthRad() < 2 * Math.PI, "azimuth in [0, 2 pi)");
            assertTrue(kick.meanAnomalyRad() >= 0 && kick.meanAnomalyRad() < 2 * Math.PI, "anomaly in [0, 2 pi)");
        }
        double fourSigma = 4 / Math.sqrt(stars);
        assertEquals(0, sine.getMean(), fourSigma);
        assertEquals(1. / 3, sine.getVariance(), fourSigma);
        assertEquals(Math.PI, azimuth.getMean(), 2 * fourSigma);
    }

    @Test
    void theColumnsOfBothCodesHoldTheSameKick() throws IOException {
        StringBuilder text = new StringBuilder();
        new BinaryKick(120, 0.5, 3, 1).write(new CsvWriter(text));
        double[] cells = Arrays.stream(text.toString().split(","))
                .mapToDouble(Double::parseDouble)
                .toArray();
        assertEquals(BinaryKick.header(1).size(), cells.length);
        assertEquals("--kick-phi-2", BinaryKick.header(2).get(2));
        assertEquals(120, cells[0]);
        assertEquals(0.5, cells[1]);
        assertEquals(3, cells[2]);
        assertEquals(1, cells[3]);
        assertEquals(120, cells[4]);
        assertEquals(Math.toDegrees(0.5), cells[5]);
        assertEquals(Math.toDegrees(3), cells[6]);
        assertEquals(Math.toDegrees(1), cells[7]);
        assertEquals(0, cells[8]);
    }
}
