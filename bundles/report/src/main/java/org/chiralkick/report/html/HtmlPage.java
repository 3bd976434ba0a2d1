package org.chiralkick.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.report.Page;

/** Writes a page as HTML. */
public final class HtmlPage {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    /** What a page that needs nothing else may do: nothing but show itself. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
            + "img-src data: blob:; base-uri 'none'; form-action 'none'";

    private HtmlPage() {}

    /** Returns the text of the file, in UTF-8. */
    public static String of(Page page) {
        return fill(parts(page, PageJson.of(page), POLICY));
    }

    /**
     * Returns a page whose numbers still change. It may ask the server that it came from, and shows what its script finds there:
     * {@code document.dispatchEvent(new CustomEvent('chiralkick:content', {detail: content}))} with a {@link #content} puts new
     * content into the blocks of the same ids.
     *
     * @param panel markup, style and script that the page gets besides
     * @param nonce a word that nobody can guess, another one each time: only scripts that carry it run
     */
    public static String live(Page page, Panel panel, String nonce) {
        Map<String, Object> data = new LinkedHashMap<>(PageJson.of(page));
        data.put("live", true);
        Map<String, String> parts = parts(page, data, livePolicy(nonce));
        parts.put("nonce", " nonce=\"" + markup(nonce) + "\"");
        parts.put("live", panel.markup());
        parts.put("livestyle", panel.style());
        parts.put("livescript", "<script nonce=\"" + markup(nonce) + "\">\n" + panel.script() + "</script>\n");
        return fill(parts);
    }

    /** Returns the content security policy of a page that needs nothing else, for a server to send as well. */
    public static String policy() {
        return POLICY;
    }

    /** Returns the content security policy of a {@link #live} page, for the server to send as well. */
    public static String livePolicy(String nonce) {
        return "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-" + nonce
                + "'; connect-src 'self'; img-src data: blob:; base-uri 'none'; form-action 'none'";
    }

    /** Returns the content of a page as maps, lists, texts and numbers, for the event that renews a {@link #live} page. */
    public static Map<String, Object> content(Page page) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("answer", page.answer());
        content.put("because", page.because());
        content.put("sections", PageJson.sections(page));
        return content;
    }

    /**
     * What a {@link #live} page has above its content.
     *
     * @param markup HTML, trusted
     * @param style CSS
     * @param script JavaScript; runs after the page is built
     */
    public record Panel(String markup, String style, String script) {}

    private static Map<String, String> parts(Page page, Map<String, ?> data, String policy) {
        Map<String, String> parts = new HashMap<>();
        parts.put("policy", policy);
        parts.put("title", markup(page.title()));
        parts.put("answer", markup(page.answer()));
        parts.put("because", markup(page.because()));
        parts.put("style", resource("page.css"));
        parts.put("data", inScript(JsonText.compact(data)));
        parts.put("charts", resource("echarts.min.js"));
        parts.put("script", resource("page.js"));
        return parts;
    }

    private static String fill(Map<String, String> parts) {
        return SLOT.matcher(resource("page.html"))
                .replaceAll(slot -> Matcher.quoteReplacement(parts.getOrDefault(slot.group(1), "")));
    }

    /** Returns JSON that no HTML parser takes for the end of the element it is in; it means the same. */
    private static String inScript(String json) {
        // Outside of strings JSON has none of these, inside the escape means the same.
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }

    private static String markup(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the report artifact");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
