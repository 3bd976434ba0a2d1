package org.chiralkick.report.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.report.Page;

/** Writes a page as HTML. */
public final class HtmlPage {
    private static final Pattern SLOT = Pattern.compile("\\{\\{([a-z]+)}}");

    private HtmlPage() {}

    /** Returns the text of the file, in UTF-8. */
    public static String of(Page page) {
        Map<String, String> parts = Map.of(
                "title", markup(page.title()),
                "answer", markup(page.answer()),
                "because", markup(page.because()),
                "style", resource("page.css"),
                "data", inScript(JsonText.compact(PageJson.of(page))),
                "charts", resource("echarts.min.js"),
                "script", resource("page.js"));
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
