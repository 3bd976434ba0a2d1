package org.chiralkick.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandTextTest {
    @Test
    void aShellReadsItAsItWasGiven() {
        assertEquals(
                "chiralkick run --profile 'my star.csv' --closure share=all-left-handed --out 'it'\\''s $here'",
                CommandText.of(List.of(
                        "run",
                        "--profile",
                        "my star.csv",
                        "--closure",
                        "share=all-left-handed",
                        "--out",
                        "it's $here")));
        assertEquals("chiralkick run ''", CommandText.of(List.of("run", "")));
    }
}
