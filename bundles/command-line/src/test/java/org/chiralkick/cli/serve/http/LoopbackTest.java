package org.chiralkick.cli.serve.http;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1.2.3", "::1", "localhost", " 127.0.0.1 ", "0:0:0:0:0:0:0:1"})
    void loopbackAddressesAreTaken(String text) {
        assertTrue(Loopback.parse(text).isLoopbackAddress());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "192.168.1.7",
                "10.0.0.1",
                "example.org",
                "127.0.0.1.example.org",
                "",
                "*",
                "2130706433",
                "::ffff:10.0.0.1",
                "300.0.0.1",
                "localhost.example.org"
            })
    void everyOtherOneIsRefusedWithWhatToDo(String text) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> Loopback.parse(text));
        String message = String.valueOf(refused.getMessage());
        assertTrue(message.contains("must be a loopback address") && message.contains("ssh -L"), message);
    }

    @Test
    void theServerItselfRefusesThem() throws Exception {
        InetAddress everywhere = InetAddress.getByAddress(new byte[4]);
        assertThrows(IllegalArgumentException.class, () -> Loopback.require(everywhere));
    }
}
