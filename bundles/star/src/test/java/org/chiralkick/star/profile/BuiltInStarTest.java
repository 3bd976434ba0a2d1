package org.chiralkick.star.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The built-in star against what its citation says, and against the published table where the data are at hand. */
class BuiltInStarTest {
    @Test
    void hasThePublishedCentreAndPeak() {
        assertEquals(3.73e14, BuiltInStar.density(3.665), 0.02 * 3.73e14);
        assertEquals(0.285, BuiltInStar.electronFraction(0), 0.005 * 0.285);
        double peak = 0;
        double peakRadius = 0;
        for (double x = 1; x < 45; x += 0.01) {
            if (BuiltInStar.temperature(x) > peak) {
                peak = BuiltInStar.temperature(x);
                peakRadius = x;
            }
        }
        assertEquals(23.6, peak, 0.02 * 23.6);
        assertEquals(13.4, peakRadius, 1.0);
    }

    @Test
    void isGoodToWhatItSays() throws IOException {
        Path file = data().resolve("profiles/liebendoerfer2005_AB-G15_100ms.csv");
        assumeTrue(
                Files.exists(file),
                "needs the published profiles: set chiralkick.data to the folder that holds profiles/");
        StarProfile published = ProfileFile.read(file);
        double density = 0;
        double temperature = 0;
        double ye = 0;
        double ynu = 0;
        for (int row = 0; published.radiusOfRow(row) <= BuiltInStar.OUTER_RADIUS_KM * 1e5; row++) {
            RadialState there = published.at(published.radiusOfRow(row));
            double x = there.radiusCm() / 1e5;
            density = Math.max(density, deviation(BuiltInStar.density(x), there.densityGPerCm3()));
            temperature = Math.max(temperature, deviation(BuiltInStar.temperature(x), there.temperatureMev()));
            ye = Math.max(ye, deviation(BuiltInStar.electronFraction(x), there.electronFraction()));
            ynu = Math.max(ynu, deviation(BuiltInStar.neutrinoFraction(x), there.neutrinoFraction()));
        }
        assertEquals(0.057, density, 0.003);
        assertEquals(0.030, temperature, 0.001);
        assertEquals(0.027, ye, 0.001);
        assertEquals(0.034, ynu, 0.002);
    }

    @Test
    void hasTheChemicalPotentialsOfRealStars() {
        RadialState surface = BuiltInStar.profile().at(1e6);
        assertTrue(surface.muElectronMev() > 120 && surface.muElectronMev() < 155, surface.toString());
        assertTrue(surface.muNeutrinoMev() > 64 && surface.muNeutrinoMev() < 120, surface.toString());
        double r = BuiltInStar.profile().outermostRadiusOfDensity(1e12);
        assertTrue(r > 30e5 && r < 40e5, "rho = 1e12 at " + r + " cm");
        assertEquals(18, BuiltInStar.profile().at(r).muElectronMev(), 2);
    }

    private static double deviation(double fit, double published) {
        return Math.abs(fit / published - 1);
    }

    private static Path data() {
        String given = System.getProperty("chiralkick.data", "");
        if (!given.isEmpty()) {
            return Path.of(given);
        }
        for (Path folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("shared/data"))) {
                return folder.resolve("shared/data");
            }
        }
        return Path.of("no-data");
    }
}
