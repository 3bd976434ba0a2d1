package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.chiralkick.it.cli.Launcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of predictions beside observed stars, in Chromium. */
class ObservePageIT {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void observedStarsAreDrawnBehindThePrediction() throws Exception {
        Launcher.Outcome run = new Launcher(folder).run("observe", "--duration", "1", "--zones", "40", "--out", "out");
        assertEquals(0, run.exitCode(), run.err());
        try (Browser browser = Browser.open(Files.createTempDirectory(folder, "chromium"))) {
            browser.view(1280, 900, "light");
            browser.load(folder.resolve("out").resolve("report.html"));
            assertEquals(1, browser.number("document.querySelectorAll('.chart svg').length"));
            assertTrue(browser.number("document.querySelectorAll('#observe svg path').length") > 5, "lines and points");
            String title = browser.text("document.querySelector('h1').textContent");
            assertTrue(title.startsWith("No correlation between the observed speeds and fields."), title);
            ReportPageContract.assertQuiet(browser);
        }
    }
}
