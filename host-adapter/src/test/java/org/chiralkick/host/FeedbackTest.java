package org.chiralkick.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.chiralkick.host.value.RecoilGeometry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A host that feeds back: host and neutrinos together keep leptons, energy and momentum. */
class FeedbackTest {
    @ParameterizedTest
    @EnumSource
    void onACartesianGrid(RecoilGeometry geometry) {
        FeedbackHost.box().keepsAll(geometry);
    }

    @Test
    void onASphericalGrid() {
        FeedbackHost host = FeedbackHost.ball();
        double area = IntStream.range(0, host.zones)
                .mapToDouble(i -> Math.sqrt(host.square(host.surface, i)))
                .sum();
        double radius = 5 * 9 * 1.45;
        assertEquals(4 * Math.PI * radius * radius, area, 0.03 * area);
        host.keepsAll(RecoilGeometry.RADIAL_NET);
    }

    @Test
    void anOutflowLeavesTheZonesThatItReaches() {
        FeedbackHost host = FeedbackHost.box();
        Arrays.fill(host.field[2], 1);
        try (Coupling coupling = host.open(RecoilGeometry.BEAMED_OUTFLOW)) {
            host.step(coupling, host.bind(), 1, false);
            double through = coupling.recoil().number();
            assertEquals(Math.PI * 55 * 55 * FeedbackHost.DT, through, 0.01 * through);
            int far = 0;
            for (int i = 0; i < host.zones; i++) {
                double change = (host.leptons[i] - 1e3) / FeedbackHost.DT;
                if (host.surface[2][i] < 0) {
                    far++;
                    assertEquals(host.surface[2][i] / 1000, change, 1e-8);
                } else {
                    assertEquals(0, change, 1e-8, "nothing stays at the near side");
                }
            }
            assertTrue(far > 50);
        }
    }
}
