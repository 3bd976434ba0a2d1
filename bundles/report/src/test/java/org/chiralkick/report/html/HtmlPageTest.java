package org.chiralkick.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chiralkick.host.json.JsonText;
import org.chiralkick.host.json.Problems;
import org.chiralkick.report.Samples;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static JsonObject data(String html) {
        Matcher data = DATA.matcher(html);
        assertTrue(data.find());
        return JsonText.parse(data.group(1), new Problems()).orElseThrow();
    }

    private static JsonObject block(JsonObject data, int index) {
        return data.getJsonArray("sections")
                .getJsonObject(0)
                .getJsonArray("blocks")
                .getJsonObject(index);
    }

    @Test
    void aNameThatLooksLikeMarkupStaysAName() {
        String html = HtmlPage.of(Samples.page("a </script><script>alert(1)</script> b & \"c\""));
        assertTrue(
                html.contains("<title>a &lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; b &amp; &quot;c&quot;"));
        assertFalse(html.contains("alert(1)</script>"));
        assertTrue(html.contains("Because of &lt;this&gt; &amp; that."));
        assertEquals("rm -r '</script>'", block(data(html), 6).getString("text"));
        assertEquals(
                "a,b\n1,\u2028\n",
                data(html).getJsonArray("attachments").getJsonObject(0).getString("text"));
    }

    @Test
    void everySlotIsFilledAndTheLicenceOfTheChartsIsThere() {
        String html = HtmlPage.of(Samples.page("t"));
        assertFalse(html.contains("{{"));
        assertTrue(html.contains("Licensed to the Apache Software Foundation (ASF)"));
        assertTrue(html.contains("Content-Security-Policy\" content=\"default-src 'none';"));
    }

    @Test
    void aLivePageMayAskItsServerAndRunsOnlyScriptsWithTheNonce() {
        HtmlPage.Panel panel = new HtmlPage.Panel("<p id=\"panel\"></p>", "#panel { color: red }", "follow();\n");
        String html = HtmlPage.live(Samples.page("t"), panel, "n0nce");
        assertFalse(html.contains("{{"));
        assertTrue(html.contains("content=\"" + HtmlPage.livePolicy("n0nce") + "\""));
        assertTrue(html.contains("script-src 'nonce-n0nce'; connect-src 'self'"));
        assertFalse(html.contains("<script>"), "a script without the nonce would not run");
        assertTrue(html.contains("<main id=\"content\"><p id=\"panel\"></p></main>"));
        assertTrue(html.contains("#panel { color: red }"));
        assertTrue(html.contains("<script nonce=\"n0nce\">\nfollow();\n</script>"));
        assertTrue(data(html).getBoolean("live"));
        assertFalse(data(HtmlPage.of(Samples.page("t"))).containsKey("live"));
    }

    @Test
    void theContentThatRenewsAPageIsThatOfThePage() {
        JsonObject content = JsonText.parse(JsonText.compact(HtmlPage.content(Samples.page("t"))), new Problems())
                .orElseThrow();
        JsonObject data = data(HtmlPage.of(Samples.page("t")));
        assertEquals(data.getJsonArray("sections"), content.getJsonArray("sections"));
        assertEquals(Samples.page("t").answer(), content.getString("answer"));
    }

    @Test
    void aGapIsNullAndTheTypesOfTheBlocksAreThoseThatThePageKnows() {
        JsonObject data = data(HtmlPage.of(Samples.page("t")));
        JsonObject lines = block(data, 0);
        assertEquals(
                JsonValue.NULL,
                lines.getJsonArray("lines")
                        .getJsonObject(1)
                        .getJsonArray("values")
                        .get(1));
        assertEquals("density [g cm^-3]", lines.getJsonObject("y").getString("title"));
        List<String> types = data.getJsonArray("sections").getJsonObject(0).getJsonArray("blocks").stream()
                .map(block -> block.asJsonObject().getString("type"))
                .toList();
        assertEquals(List.of("line", "dot", "sphere", "facts", "table", "notes", "listing"), types);
    }
}
