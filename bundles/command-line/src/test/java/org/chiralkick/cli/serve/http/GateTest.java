package org.chiralkick.cli.serve.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateTest {
    private final Gate gate = new Gate("127.0.0.1", 8080);

    private static Headers headers(String... namesAndValues) {
        Headers headers = new Headers();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            headers.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return headers;
    }

    private static int refused(org.junit.jupiter.api.function.Executable request) {
        return assertThrows(Refusal.class, request).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:8080", "localhost:8080", "LOCALHOST:8080", "[::1]:8080"})
    void itsOwnNamesAreAdmitted(String host) {
        assertDoesNotThrow(() -> gate.admit("GET", "GET", headers("Host", host)));
        assertDoesNotThrow(() -> gate.admit("GET", "GET", headers("Host", host, "Origin", "http://127.0.0.1:8080")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:8080",
                "127.0.0.1",
                "127.0.0.1:8081",
                "localhost.evil.example:8080",
                "",
                "localhost:8080, evil"
            })
    void underAForeignNameNothingIsAnswered(String host) {
        assertEquals(421, refused(() -> gate.admit("GET", "GET", headers("Host", host))));
    }

    @Test
    void aRequestWithoutANameOrWithTwoIsForeign() {
        assertEquals(421, refused(() -> gate.admit("GET", "GET", headers())));
        Headers two = headers("Host", "127.0.0.1:8080", "Host", "evil.example");
        assertEquals(421, refused(() -> gate.admit("GET", "GET", two)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://127.0.0.1:8080",
                "http://127.0.0.1:8081",
                "http://127.0.0.1",
                ""
            })
    void aForeignPageIsNotAnswered(String origin) {
        Headers asked = headers("Host", "127.0.0.1:8080", "Origin", origin);
        assertEquals(403, refused(() -> gate.admit("GET", "GET", asked)));
        assertEquals(403, refused(() -> gate.admit("POST", "POST", asked)));
    }

    @ParameterizedTest
    @CsvSource({"POST, GET", "GET, POST", "HEAD, GET", "OPTIONS, POST", "get, GET"})
    void anotherMethodIsRefused(String method, String allowed) {
        assertEquals(405, refused(() -> gate.admit(method, allowed, headers("Host", "localhost:8080"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "Application/JSON; charset=utf-8"})
    void ordersAreJson(String type) {
        assertDoesNotThrow(() -> gate.admitOrder(headers("Content-Type", type)));
        assertDoesNotThrow(() -> gate.admitOrder(headers("Content-Type", type, "Sec-Fetch-Site", "same-origin")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "text/json"})
    void whatAFormOfAForeignPageCanSendIsNoOrder(String type) {
        assertEquals(415, refused(() -> gate.admitOrder(headers("Content-Type", type))));
        assertEquals(415, refused(() -> gate.admitOrder(headers())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aBrowserThatSaysThatThePageIsForeignIsBelieved(String site) {
        Headers asked = headers("Content-Type", "application/json", "Sec-Fetch-Site", site);
        assertEquals(403, refused(() -> gate.admitOrder(asked)));
    }

    @Test
    void anAddressWithColonsHasBracketsInItsName() {
        Gate six = new Gate("::1", 9);
        assertDoesNotThrow(() -> six.admit("GET", "GET", headers("Host", "[::1]:9")));
    }
}
