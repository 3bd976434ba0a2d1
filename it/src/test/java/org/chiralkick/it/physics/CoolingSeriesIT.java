package org.chiralkick.it.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.it.SharedData;
import org.chiralkick.it.felix.Distribution;
import org.chiralkick.study.Session;
import org.chiralkick.study.validate.CoolingSeries;
import org.junit.jupiter.api.Test;

class CoolingSeriesIT {
    @Test
    void luminosityIsWithinAFactorTwoAndEnergyWithinThirtyPerCentOfTheSeries() throws IOException {
        Path data = SharedData.require("");
        CoolingSeries series;
        try (Session session = Session.open(Distribution.home());
                Coupling coupling = session.couple(CouplingConfig.defaults().withSource("isotropic"))) {
            series = CoolingSeries.compute(data, coupling);
        }
        int compared = 0;
        for (CoolingSeries.Row now : series.rows()) {
            // The first 50 ms belong to the mantle, whose accretion the model leaves out and the series does not.
            if (now.timeS() < CoolingSeries.START_S + 0.05) {
                continue;
            }
            double ratio = now.ergPerS() / now.seriesErgPerS();
            assertTrue(ratio > 0.5 && ratio < 2, "luminosity over the series' at " + now.timeS() + " s: " + ratio);
            assertTrue(
                    now.electronRatio() > 0.5 && now.electronRatio() < 2,
                    "nu_e luminosity over the series' at " + now.timeS() + " s: " + now.electronRatio());
            compared++;
        }
        assertTrue(compared > 40, "compared " + compared);
        assertEquals(1.33e53, series.seriesErg(), 0.02e53, "the series itself");
        assertEquals(series.seriesErg(), series.energyErg(), 0.3 * series.seriesErg());
    }
}
