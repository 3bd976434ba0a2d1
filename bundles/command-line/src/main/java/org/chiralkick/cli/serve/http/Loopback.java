package org.chiralkick.cli.serve.http;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Addresses that no other machine reaches. */
public final class Loopback {
    private Loopback() {}

    /**
     * Returns the loopback address of a text: {@code 127.0.0.1} or another of 127.0.0.0/8, {@code ::1}, or {@code localhost}. No name
     * is looked up.
     *
     * @throws IllegalArgumentException for every other address or name
     */
    public static InetAddress parse(String text) {
        String plain = text.strip();
        if (plain.equals("localhost")) {
            return InetAddress.getLoopbackAddress();
        }
        // Only digits and dots, or an IPv6 address: anything else would be a name, and be looked up.
        if (plain.matches("[0-9]+(\\.[0-9]+){3}") || plain.matches("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*")) {
            try {
                return require(InetAddress.getByName(plain));
            } catch (UnknownHostException e) {
                throw refused(text);
            }
        }
        throw refused(text);
    }

    /** Returns the address if it is a loopback address, and refuses it if not. */
    static InetAddress require(InetAddress address) {
        if (!address.isLoopbackAddress()) {
            throw refused(address.getHostAddress());
        }
        return address;
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "address is " + text + "; must be a loopback address (127.0.0.1, ::1 or localhost): "
                        + "a run is never shown to other machines. To watch from another one, forward the port: "
                        + "ssh -L 8080:127.0.0.1:8080 HOST");
    }
}
