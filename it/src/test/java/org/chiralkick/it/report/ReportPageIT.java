package org.chiralkick.it.report;

import java.util.List;

/** {@code report.html} of a turning, tilted dipole that stays as it is, in Chromium. */
class ReportPageIT extends ReportPageContract {
    ReportPageIT() {
        super(
                List.of(
                        "--host",
                        "static",
                        "--geometry",
                        "dipole",
                        "--obliquity",
                        "40",
                        "--spin-period",
                        "0.9",
                        "--duration",
                        "0.7",
                        "--steps",
                        "50"),
                List.of(
                        "kick-history",
                        "emission-map",
                        "profile-potentials",
                        "profile-density",
                        "profile-fractions",
                        "profile-currents",
                        "profile-energy-current",
                        "leptons-emitted",
                        "energy-emitted",
                        "closures"));
    }
}
