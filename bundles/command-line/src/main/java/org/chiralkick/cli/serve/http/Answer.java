package org.chiralkick.cli.serve.http;

import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.host.json.JsonText;

/**
 * What is sent back.
 *
 * @param status code of HTTP
 * @param headers besides those that every answer has
 * @param body its text; empty for an answer without content
 */
record Answer(int status, Map<String, String> headers, String body) {
    private static final String CONTENT_TYPE = "Content-Type";
    private static final String POLICY = "Content-Security-Policy";

    /** For what is no page: nothing may run in it, and no page may hold it. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    static Answer html(String page, String policy) {
        return new Answer(
                200,
                Map.of(CONTENT_TYPE, "text/html; charset=utf-8", POLICY, policy + "; frame-ancestors 'none'"),
                page);
    }

    static Answer json(int status, String text) {
        return new Answer(status, Map.of(CONTENT_TYPE, "application/json", POLICY, NOTHING), text);
    }

    static Answer json(int status, Map<String, ?> object) {
        return json(status, JsonText.compact(object));
    }

    static Answer nothingNew() {
        return new Answer(204, Map.of(POLICY, NOTHING), "");
    }

    static Answer error(int status, String message) {
        return json(status, Map.of("error", message));
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }
}
