package org.chiralkick.cli.serve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
    @ParameterizedTest
    @CsvSource({"0.2dec, 0.01, 0.1, 5", "1dec, 1, 10, 1", "2, 0.5, 1.5, 0.5", "0.1, 1, 2, 10", "max, 0.01, 20, 0"})
    void aStepTakesAsLongAsThePaceWants(String pace, double fromS, double toS, double wallS) {
        assertEquals(wallS, Pace.parse(pace).wallSeconds(fromS, toS), 1e-12 * wallS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2dec", "3"})
    void beforeAMillisecondNothingIsWaitedFor(String pace) {
        Pace read = Pace.parse(pace);
        assertEquals(0, read.wallSeconds(0, 1e-3));
        assertEquals(read.wallSeconds(1e-3, 5e-3), read.wallSeconds(1e-4, 5e-3));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2dec", "2", "max", "1e-6", "1e6"})
    void theLabelIsReadAsTheSamePace(String text) {
        assertEquals(Pace.parse(text), Pace.parse(Pace.parse(text).label()));
        assertEquals(Pace.parse(text), Pace.parse(" " + text.toUpperCase(Locale.ROOT) + " "));
    }

    @ParameterizedTest
    @CsvSource({
        "fast, must be decades",
        "'', must be decades",
        "0, must be in [1e-6; 1e6]",
        "-1dec, must be in [1e-6; 1e6]",
        "NaN, must be decades",
        "Infinity, must be decades",
        "dec, must be decades"
    })
    void anotherTextIsRefusedWithWhatIsAllowed(String text, String allowed) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Pace.parse(text));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains(allowed.replace(';', ',')), message);
    }

    @Test
    void theDefaultTakesTwentySecondsForTwentySeconds() {
        assertEquals(21.5, Pace.DEFAULT.wallSeconds(0, 20), 0.1);
    }
}
