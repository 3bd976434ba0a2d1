package org.chiralkick.report.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.chiralkick.report.Attachment;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Block;
import org.chiralkick.report.DataTable;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Facts;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Listing;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Page;
import org.chiralkick.report.Palette;
import org.chiralkick.report.Section;
import org.chiralkick.report.SphereMap;
import org.jspecify.annotations.Nullable;

/** The content of a page as the objects of JSON; {@code page.js} reads them under these keys. */
final class PageJson {
    private PageJson() {}

    static Map<String, @Nullable Object> of(Page page) {
        return object(
                "sections", sections(page),
                "attachments", all(page.attachments(), PageJson::attachment),
                "madeBy", page.madeBy(),
                "palette",
                        object(
                                "colours", Palette.COLOURS,
                                "dashes", Palette.DASHES,
                                "negative", Palette.NEGATIVE,
                                "zero", Palette.ZERO,
                                "positive", Palette.POSITIVE));
    }

    static List<Map<String, @Nullable Object>> sections(Page page) {
        return all(page.sections(), PageJson::section);
    }

    private static Map<String, @Nullable Object> section(Section section) {
        return object(
                "id", section.id(),
                "title", section.title(),
                "lead", section.lead(),
                "blocks", all(section.blocks(), PageJson::block));
    }

    private static Map<String, @Nullable Object> block(Block block) {
        Map<String, @Nullable Object> json;
        if (block instanceof LineChart chart) {
            json = line(chart);
        } else if (block instanceof DotChart chart) {
            json = dot(chart);
        } else if (block instanceof SphereMap map) {
            json = sphere(map);
        } else if (block instanceof Facts facts) {
            json = object("type", "facts", "facts", all(facts.facts(), PageJson::fact));
        } else if (block instanceof DataTable table) {
            json = object(
                    "type", "table",
                    "title", table.title(),
                    "headings", all(table.headings(), PageJson::heading),
                    "rows", table.rows());
        } else if (block instanceof Notes notes) {
            json = object("type", "notes", "title", notes.title(), "sentences", notes.sentences());
        } else {
            Listing listing = (Listing) block;
            json = object("type", "listing", "title", listing.title(), "text", listing.text());
        }
        json.put("id", block.id());
        return json;
    }

    private static Map<String, @Nullable Object> line(LineChart chart) {
        return object(
                "type", "line",
                "title", chart.title(),
                "caption", chart.caption(),
                "x", axis(chart.x()),
                "y", axis(chart.y()),
                "at", numbers(chart.at()),
                "lines", all(chart.lines(), line -> object("name", line.name(), "values", numbers(line.values()))),
                "marks", all(chart.marks(), mark -> object("at", mark.at(), "label", mark.label())),
                "clouds",
                        all(
                                chart.clouds(),
                                cloud -> object(
                                        "name", cloud.name(),
                                        "at", numbers(cloud.at()),
                                        "values", numbers(cloud.values()))));
    }

    private static Map<String, @Nullable Object> dot(DotChart chart) {
        return object(
                "type", "dot",
                "title", chart.title(),
                "caption", chart.caption(),
                "value", axis(chart.value()),
                "decades", DotChart.DECADES,
                "dots",
                        all(
                                chart.dots(),
                                dot -> object(
                                        "group", dot.group(),
                                        "name", dot.name(),
                                        "value", dot.value(),
                                        "inForce", dot.inForce(),
                                        "meaning", dot.meaning())));
    }

    private static Map<String, @Nullable Object> sphere(SphereMap map) {
        return object(
                "type", "sphere",
                "title", map.title(),
                "caption", map.caption(),
                "value", axis(map.value()),
                "positive", map.positive(),
                "negative", map.negative(),
                "bands", map.bands(),
                "sectors", map.sectors(),
                "values", numbers(map.values()),
                "points",
                        all(
                                map.points(),
                                point -> object(
                                        "label", point.label(),
                                        "colatitude", point.colatitudeDeg(),
                                        "azimuth", point.azimuthDeg())));
    }

    private static Map<String, @Nullable Object> fact(Facts.Fact fact) {
        return object("name", fact.name(), "value", fact.value(), "unit", fact.unit(), "remark", fact.remark());
    }

    private static Map<String, @Nullable Object> heading(DataTable.Heading heading) {
        return object("name", heading.name(), "unit", heading.unit(), "number", heading.number());
    }

    private static Map<String, @Nullable Object> attachment(Attachment attachment) {
        return object(
                "name", attachment.name(),
                "mediaType", attachment.mediaType(),
                "describes", attachment.describes(),
                "text", attachment.text());
    }

    private static Map<String, @Nullable Object> axis(Axis axis) {
        return object(
                "label", axis.label(),
                "unit", axis.unit(),
                "title", axis.title(),
                "logarithmic", axis.logarithmic());
    }

    /** JSON has no NaN and no infinity; the page leaves a gap for null. */
    private static List<@Nullable Double> numbers(List<Double> values) {
        List<@Nullable Double> numbers = new ArrayList<>(values.size());
        for (Double value : values) {
            numbers.add(Double.isFinite(value) ? value : null);
        }
        return numbers;
    }

    private static <T> List<Map<String, @Nullable Object>> all(
            List<T> values, Function<T, Map<String, @Nullable Object>> toJson) {
        return values.stream().map(toJson).toList();
    }

    private static Map<String, @Nullable Object> object(Object... keysAndValues) {
        Map<String, @Nullable Object> json = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            json.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return json;
    }
}
