package org.chiralkick.report;

import java.util.List;

/** A small page with every kind of block. */
public final class Samples {
    private Samples() {}

    /** Returns a line chart with a gap, a mark and logarithmic axes. */
    public static LineChart lines() {
        return new LineChart(
                "lines",
                "Lines",
                "a caption",
                Axis.logarithmic("radius", "km"),
                Axis.logarithmic("density", "g cm^-3"),
                List.of(1.0, 10.0, 100.0),
                List.of(
                        new LineChart.Line("falling", List.of(1e14, 1e12, 1e3)),
                        new LineChart.Line("with a gap", List.of(1e13, Double.NaN, -1.0))),
                List.of(new LineChart.Mark(10, "surface")),
                List.of(new LineChart.Cloud("measured", List.of(2.0, 50.0), List.of(3e13, 5e10))));
    }

    /** Returns choices, one of them 0 and one far off the scale. */
    public static DotChart dots() {
        return new DotChart(
                "dots",
                "Dots",
                "",
                Axis.logarithmic("speed", "km/s"),
                List.of(
                        new DotChart.Dot("share", "one", 35.2, false, "all of it"),
                        new DotChart.Dot("share", "other", 10.7, true, "some of it"),
                        new DotChart.Dot("share", "none", 0, false, "nothing"),
                        new DotChart.Dot("momentum", "tiny", 1e-16, false, "next to nothing")));
    }

    /** Returns a map that is positive above and negative below its equator. */
    public static SphereMap sphere() {
        return new SphereMap(
                "sphere",
                "Sphere",
                "",
                Axis.linear("flux", "cm^-2 s^-1"),
                "out",
                "in",
                2,
                3,
                List.of(2e40, 2e40, 2e40, -2e40, -2e40, -2e40),
                List.of(new SphereMap.Point("pole", 0, 0)));
    }

    /** Returns a page of these blocks. */
    public static Page page(String title) {
        return new Page(
                title,
                "It is 10.7\u00a0km/s.",
                "Because of <this> & that.",
                List.of(new Section(
                        "all",
                        "All of them",
                        "a lead",
                        List.of(
                                lines(),
                                dots(),
                                sphere(),
                                new Facts("facts", List.of(new Facts.Fact("speed", "10.7", "km/s", ""))),
                                new DataTable(
                                        "table",
                                        "Table",
                                        List.of(DataTable.Heading.text("what"), DataTable.Heading.number("n", "")),
                                        List.of(List.of("</table>", "1e12"))),
                                new Notes("notes", "Notes", List.of("a sentence")),
                                new Listing("listing", "Listing", "rm -r '</script>'")))),
                List.of(new Attachment("a.csv", "text/csv", "numbers", "a,b\n1,\u2028\n")),
                "test");
    }
}
