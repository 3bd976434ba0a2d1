package org.chiralkick.cli.serve.http;

import com.sun.net.httpserver.Headers;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: this machine under its own name, and for orders the page that this server sent or a program, never another page.
 *
 * <p>A foreign name in {@code Host} is a name server's trick to have a browser take this server for another site. A foreign
 * {@code Origin}, or {@code Sec-Fetch-Site}, is another page that has the browser send an order. A browser sends {@code Origin} with
 * every POST and asks before it sends JSON elsewhere, so that a request without one is a program's.
 */
final class Gate {
    /** Where browsers say whether the page that asks is this server's own. */
    private static final String FETCH_SITE = "Sec-Fetch-Site";

    private final Set<String> names = new TreeSet<>();

    /**
     * @param address literal address that the server is bound to, IPv6 without brackets
     * @param port its port
     */
    Gate(String address, int port) {
        String literal = address.contains(":") ? "[" + address + "]" : address;
        for (String name : List.of(literal, "localhost", "127.0.0.1", "[::1]")) {
            names.add(name + ":" + port);
            if (port == 80) {
                names.add(name);
            }
        }
    }

    /** Refuses a request that is not for this server, or not one of the method that its path has. */
    void admit(String method, String allowed, Headers headers) throws Refusal {
        String host = single(headers, "Host");
        if (host == null || !names.contains(host.toLowerCase(Locale.ROOT))) {
            throw new Refusal(
                    421, "this server is " + names + ", not '" + host + "'; open it under one of these names");
        }
        String origin = single(headers, "Origin");
        if (origin != null && !isOurs(origin)) {
            throw new Refusal(403, "the request comes from " + origin + "; only the page of this server may ask");
        }
        if (!method.equals(allowed)) {
            throw new Refusal(405, "the method is " + method + "; must be " + allowed);
        }
    }

    /** Refuses an order that is no JSON, or that another page has sent. */
    void admitOrder(Headers headers) throws Refusal {
        String site = single(headers, FETCH_SITE);
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new Refusal(
                    403,
                    "the order comes from a page of another site (" + FETCH_SITE + ": " + site
                            + "); only the page of this server may give orders");
        }
        String type = single(headers, "Content-Type");
        if (type == null || !type.split(";", -1)[0].strip().equalsIgnoreCase("application/json")) {
            throw new Refusal(415, "the content type is '" + type + "'; must be application/json");
        }
    }

    private boolean isOurs(String origin) {
        String scheme = "http://";
        return origin.startsWith(scheme)
                && names.contains(origin.substring(scheme.length()).toLowerCase(Locale.ROOT));
    }

    /** Returns the only value of a header; of several, which no browser sends, what nobody's name is. */
    private static @Nullable String single(Headers headers, String name) {
        List<String> values = headers.get(name);
        return values == null || values.isEmpty() ? null : String.join(", ", values);
    }
}
