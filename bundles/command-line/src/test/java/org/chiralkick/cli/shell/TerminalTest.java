package org.chiralkick.cli.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TerminalTest {
    @Test
    void barsUseWhatTheTerminalCanShow() {
        ByteArrayOutputStream sink = new ByteArrayOutputStream();
        assertEquals("###", new Terminal(sink, sink, StandardCharsets.US_ASCII, false).bar(3));
        assertEquals("\u2588\u2588", new Terminal(sink, sink, StandardCharsets.UTF_8, false).bar(2));
        assertEquals("", new Terminal(sink, sink, StandardCharsets.UTF_8, false).bar(-1));
    }
}
