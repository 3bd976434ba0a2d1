package org.chiralkick.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class MetronomeTest {
    private static final long MS = 1_000_000;

    /** Begins just before the clock runs over. */
    private long now = Long.MAX_VALUE - 5;

    private final Metronome metronome = new Metronome(() -> now);

    @Test
    void theFirstStepIsDueAtOnce() {
        assertEquals(0, metronome.waitNs());
    }

    @Test
    void theTimeThatAStepTookIsPartOfItsTime() {
        now += 30 * MS;
        metronome.after(0.1);
        assertEquals(70 * MS, metronome.waitNs());
        now += 70 * MS;
        assertEquals(0, metronome.waitNs());
    }

    @Test
    void whatOneStepLostTheNextOnesCatchUpWith() {
        now += 150 * MS;
        metronome.after(0.1);
        assertEquals(0, metronome.waitNs());
        metronome.after(0.1);
        assertEquals(50 * MS, metronome.waitNs());
    }

    @Test
    void afterALongHaltNoBurstFollows() {
        now += 3600_000 * MS;
        metronome.after(0.1);
        metronome.after(0.1);
        assertEquals(0, metronome.waitNs());
        metronome.after(0.1);
        assertEquals(50 * MS, metronome.waitNs());
    }

    @Test
    void anotherPaceBeginsNow() {
        metronome.after(1000);
        assertEquals(1_000_000 * MS, metronome.waitNs());
        metronome.restart();
        assertEquals(0, metronome.waitNs());
    }

    @Test
    void anEndlessWaitIsCutToWhatALongHolds() {
        metronome.after(Double.POSITIVE_INFINITY);
        assertEquals(1_000_000_000L * 1_000_000, metronome.waitNs());
    }
}
