package org.chiralkick.study.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.chiralkick.star.kick.Kick;
import org.junit.jupiter.api.Test;

class RunWordsTest {
    @Test
    void smallComponentsShowNoMoreDigitsThanTheyAreWorth() {
        assertEquals("(-1.4e-5, 0, -0.1329) km/s", RunWords.vector(new Kick(-1.36e-5, 6e-6, -0.1329)) + " km/s");
    }

    @Test
    void anAngleThatIsRoundingIsZero() {
        assertEquals("0", RunWords.degrees(new Kick(1e-18, 0, 1)));
        assertEquals("180.0", RunWords.degrees(new Kick(1e-18, 0, -1)));
        assertEquals("45.00", RunWords.degrees(new Kick(1, 0, 1)));
    }

    @Test
    void onlyAStarThatRotatesHasASpinAxis() {
        assertEquals("the spin axis +z", RunWords.polarAxis(true, 30));
        assertEquals("the magnetic axis +z", RunWords.polarAxis(false, 0));
        assertEquals("+z", RunWords.polarAxis(false, 30));
        assertEquals("along the spin axis", RunWords.magneticAxis(true, 0));
        assertEquals("30 deg from +z", RunWords.magneticAxis(false, 30));
    }
}
