package org.chiralkick.star;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A star that rotates faster than it can hold together is remarked on. */
class BreakUpTest {
    /** Of a sphere of 1.4 solar masses and 12 km: 2 pi sqrt(R^3/(G M)) = 0.6057 ms. */
    private final BreakUp star = new BreakUp(1.4 * 1.98841e33);

    private static final double RADIUS_CM = 1.2e6;

    @Test
    void justSlowEnough() {
        star.watch(RADIUS_CM, 2 * Math.PI / 0.607e-3);
        assertEquals(Optional.empty(), star.remark());
    }

    @Test
    void justTooFastEitherWayRoundAndIfOnlyOnce() {
        star.watch(RADIUS_CM, -2 * Math.PI / 0.604e-3);
        star.watch(RADIUS_CM, 1);
        String remark = star.remark().orElseThrow();
        assertTrue(remark.contains("0.604 ms") && remark.contains("0.606 ms"), remark);
    }

    @Test
    void noRotation() {
        star.watch(RADIUS_CM, 0);
        assertEquals(Optional.empty(), star.remark());
    }
}
