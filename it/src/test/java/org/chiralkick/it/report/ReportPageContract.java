package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.chiralkick.it.cli.Launcher;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What {@code report.html} of any run is in Chromium. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ReportPageContract {
    private final List<String> star;
    private final List<String> charts;
    private Path folder = Path.of("");
    private Path out = Path.of("");

    /**
     * @param star words of the command line that make the run
     * @param charts ids of the charts that its page has
     */
    ReportPageContract(List<String> star, List<String> charts) {
        this.star = star;
        this.charts = charts;
    }

    @BeforeAll
    void run(@TempDir Path fresh) throws Exception {
        folder = fresh;
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(star);
        words.addAll(List.of("--out", "a </script> b"));
        Launcher.Outcome outcome = new Launcher(folder).run(words.toArray(String[]::new));
        assertEquals(0, outcome.exitCode(), outcome.err());
        out = folder.resolve("a </script> b");
    }

    Browser browser(int width, int height, String scheme) throws Exception {
        Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"));
        browser.view(width, height, scheme);
        browser.load(out.resolve("report.html"));
        return browser;
    }

    static void assertQuiet(Browser browser) {
        assertEquals(List.of(), browser.log());
        assertEquals(List.of(), browser.requests());
    }

    /** Returns how many different colours a picture has in a rectangle. */
    private static int colours(BufferedImage image, int left, int top, int width, int height) {
        Set<Integer> seen = new HashSet<>();
        for (int y = Math.max(0, top); y < Math.min(image.getHeight(), top + height); y++) {
            for (int x = Math.max(0, left); x < Math.min(image.getWidth(), left + width); x++) {
                seen.add(image.getRGB(x, y));
            }
        }
        return seen.size();
    }

    @Test
    void everyChartIsDrawnWithoutAnErrorOrARequest() throws Exception {
        try (Browser browser = browser(1280, 900, "light")) {
            assertEquals(charts.size(), browser.number("document.querySelectorAll('.chart svg').length"));
            BufferedImage page = ImageIO.read(new ByteArrayInputStream(browser.picture(true)));
            for (String id : charts) {
                String svg = "document.querySelector('#" + id + " svg')";
                assertTrue(browser.number(svg + ".querySelectorAll('path').length") > 5, id + " has no lines");
                String box = svg + ".getBoundingClientRect()";
                int left = browser.number(box + ".left + scrollX");
                int top = browser.number(box + ".top + scrollY");
                int width = browser.number(box + ".width");
                int height = browser.number(box + ".height");
                assertTrue(width > 400 && height > 200, id + " is " + width + " x " + height);
                assertTrue(colours(page, left, top, width, height) > 20, id + " is blank in the picture");
            }
            // The map has a cell of its own colour for each of its 30 x 60 patches.
            assertTrue(
                    browser.number("document.querySelectorAll('#emission-map svg path').length") > 1800,
                    "the emission map lacks cells");
            assertQuiet(browser);
        }
    }

    @Test
    void thePageSaysWhatRunJsonSays() throws Exception {
        JsonObject run;
        try (JsonReader reader = Json.createReader(Files.newBufferedReader(out.resolve("run.json")))) {
            run = reader.readObject();
        }
        String speed = String.format(
                Locale.ROOT, "%.4g", run.getJsonNumber("speed_km_s").doubleValue());
        try (Browser browser = browser(1280, 900, "light")) {
            assertTrue(browser.text("document.querySelector('h1').textContent").contains(speed + "\u00a0km/s"), speed);
            assertTrue(browser.text("document.querySelector('.because').textContent")
                    .contains(" closure, "));
            String facts = browser.text("document.querySelector('#kick-facts').textContent");
            assertTrue(facts.contains(speed), facts);
            assertTrue(
                    browser.text("document.querySelector('#command pre').textContent")
                            .endsWith(star.get(star.size() - 1) + " --out 'a </script> b'"),
                    "the command line is not there as it was given");
            for (String kind : run.getJsonObject("closures").keySet()) {
                assertTrue(
                        browser.text("document.querySelector('#closures-in-force').textContent")
                                .contains(kind),
                        kind);
            }
            assertEquals(
                    run.getJsonArray("assumptions").size(),
                    browser.number("document.querySelectorAll('#assumptions li').length"));
            assertEquals(3, browser.number("document.querySelectorAll('#files a[download]').length"));
            String saved = browser.text("JSON.parse(document.getElementById('data').textContent).attachments[0].text");
            try (JsonReader reader = Json.createReader(new StringReader(saved))) {
                assertEquals(run, reader.readObject());
            }
            assertQuiet(browser);
        }
    }

    @Test
    void aTableStandsBehindEachChartAndKeysWalkThroughIt() throws Exception {
        try (Browser browser = browser(1280, 900, "light")) {
            browser.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })");
            // Whether a section is open is told to it by a task of its own.
            browser.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(() => done(true))))");
            for (String id : charts) {
                assertTrue(browser.number("document.querySelectorAll('#" + id + " tbody tr').length") > 10, id);
                assertNotEquals("", browser.text("document.querySelector('#" + id + " .chart').ariaLabel"));
            }
            browser.evaluate("document.querySelector('#kick-history .chart').focus()");
            browser.press("ArrowRight");
            browser.press("ArrowRight");
            String heard = browser.text("document.querySelector('#kick-history [aria-live]').textContent");
            assertTrue(heard.contains(" s") && heard.contains("speed") && heard.contains("km/s"), heard);
            assertQuiet(browser);
        }
    }

    @Test
    void nothingIsCutOffOnAPhoneNorOnAWallInEitherScheme() throws Exception {
        try (Browser browser = browser(1280, 900, "light")) {
            for (int width : new int[] {360, 768, 3840}) {
                for (String scheme : List.of("light", "dark")) {
                    browser.view(width, 900, scheme);
                    browser.load(out.resolve("report.html"));
                    assertEquals(width, browser.number("innerWidth"));
                    String root = "document.documentElement";
                    assertEquals(
                            0,
                            browser.number(root + ".scrollWidth - " + root + ".clientWidth"),
                            "one scrolls sideways at " + width);
                    assertEquals(charts.size(), browser.number("document.querySelectorAll('.chart svg').length"));
                    assertEquals(
                            0,
                            browser.number("[...document.querySelectorAll('.chart svg')].filter(s => "
                                    + "s.getBoundingClientRect().right > innerWidth + 1).length"),
                            "charts wider than " + width);
                    assertQuiet(browser);
                }
            }
        }
    }

    @Test
    void itPrintsDarkOnWhiteOverAFewPages() throws Exception {
        try (Browser browser = browser(1280, 900, "dark")) {
            String pdf = new String(browser.print(), StandardCharsets.ISO_8859_1);
            assertTrue(pdf.startsWith("%PDF"), pdf.substring(0, 20));
            long pages = Pattern.compile("/Type\\s*/Page\\b(?!s)")
                    .matcher(pdf)
                    .results()
                    .count();
            assertTrue(pages >= 3 && pages <= 20, pages + " pages");
            assertQuiet(browser);
        }
    }
}
