package org.chiralkick.it.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code report.html} of a turning, tilted dipole that cools, in Chromium. */
class EvolvingPageIT extends ReportPageContract {
    EvolvingPageIT() {
        super(
                List.of(
                        "--geometry",
                        "dipole",
                        "--obliquity",
                        "40",
                        "--spin-period",
                        "0.2",
                        "--emission-depth",
                        "50",
                        "--field",
                        "1e13",
                        "--duration",
                        "0.1",
                        "--zones",
                        "40"),
                List.of(
                        "kick-history",
                        "emission-map",
                        "dipole-temperature",
                        "dipole-leptons",
                        "dipole-emission",
                        "luminosity",
                        "number-luminosity",
                        "neutrino-energy",
                        "radius",
                        "emission-state",
                        "field",
                        "spin",
                        "profile-potentials",
                        "profile-density",
                        "profile-fractions",
                        "profile-currents",
                        "profile-field",
                        "leptons",
                        "energy",
                        "closures"));
    }

    @Test
    void theNeutrinosphereAndTheSphereThatEmitsAreMarked() throws Exception {
        try (Browser browser = browser(1280, 900, "light")) {
            String drawn = browser.text("document.querySelector('#profile-currents svg').textContent");
            assertTrue(drawn.contains("depth 50.0 | neutrinosphere"), drawn);
            String surface = browser.text("document.querySelector('#emission-surface').textContent");
            assertTrue(surface.contains("at optical depth 50") && surface.contains("spin period"), surface);
            assertEquals(
                    23, browser.number("document.querySelectorAll('#closure-table tbody tr').length"), "each choice");
            assertTrue(
                    browser.text("document.querySelector('#flags').textContent").contains("knudsen"),
                    "flags say what they mean");
            assertQuiet(browser);
        }
    }
}
