package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chiralkick.it.cli.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code report.html} of a star that evolves, and of predictions beside observed stars, in Chromium. */
class EvolvingPageIT {
    private static final List<String> CHARTS = List.of(
            "kick-history",
            "luminosity",
            "radius",
            "emission-state",
            "field",
            "leptons",
            "energy",
            "inside-potentials",
            "inside-density",
            "inside-fractions",
            "inside-currents");

    @TempDir
    private Path folder = Path.of("");

    private void assertDrawn(List<String> charts, String answer) throws Exception {
        try (Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"))) {
            browser.view(1280, 900, "light");
            browser.load(folder.resolve("out").resolve("report.html"));
            assertEquals(charts.size(), browser.number("document.querySelectorAll('.chart svg').length"));
            for (String id : charts) {
                int paths = browser.number("document.querySelectorAll('#" + id + " svg path').length");
                assertTrue(paths > 5, id + " has " + paths + " lines");
            }
            String title = browser.text("document.querySelector('h1').textContent");
            assertTrue(title.startsWith(answer), title);
            assertEquals(List.of(), browser.log());
            assertEquals(List.of(), browser.requests());
        }
    }

    @Test
    void theCoolingStarIsDrawn() throws Exception {
        Launcher.Outcome run =
                new Launcher(folder).run("run", "--host", "pns", "--duration", "0.05", "--zones", "30", "--out", "out");
        assertEquals(0, run.exitCode(), run.err());
        assertDrawn(CHARTS, "The star is kicked to ");
    }

    @Test
    void observedStarsAreDrawnBehindThePrediction() throws Exception {
        Launcher.Outcome run = new Launcher(folder).run("observe", "--out", "out");
        assertEquals(0, run.exitCode(), run.err());
        assertDrawn(List.of("observe"), "No correlation between the observed speeds and fields.");
    }
}
