package org.chiralkick.star.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class FluxLimiterTest {
    @Test
    void smallFluxesAreLeftAlone() {
        assertEquals(1, FluxLimiter.factor(0), 0);
        assertEquals(1, FluxLimiter.factor(1e-5), 1e-9);
    }

    @Test
    void largeFluxesBecomeThatOfFreeStreaming() {
        for (double over : new double[] {1e3, 1e6, 1e12}) {
            assertEquals(1, over * FluxLimiter.factor(over), 1.1 / (3 * over), "F/(c U) for a diffusive flux " + over);
        }
    }

    @Test
    void theLimitedFluxGrowsAndNeverExceedsStreaming() {
        double last = 0;
        for (double over = 1e-4; over < 1e4; over *= 1.1) {
            double limited = over * FluxLimiter.factor(over);
            assertTrue(limited > last && limited < 1, "at " + over + ": " + limited);
            last = limited;
        }
    }

    @Test
    void seriesAndClosedFormMeet() {
        double at = 1e-2 / 3;
        assertEquals(FluxLimiter.factor(at * (1 - 1e-9)), FluxLimiter.factor(at * (1 + 1e-9)), 1e-10);
        // Levermore and Pomraning: lambda(R = 1) = coth 1 - 1
        assertEquals(3 * (1 / Math.tanh(1) - 1), FluxLimiter.factor(1.0 / 3), 1e-15);
    }
}
