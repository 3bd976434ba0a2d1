package org.chiralkick.study.page;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.report.Axis;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Notes;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;
import org.chiralkick.study.Version;
import org.chiralkick.study.observe.Catalogue;
import org.chiralkick.study.observe.Observation;

/** Predictions and observed stars in one picture, which is never shown without what it does not show. */
public final class ObservePage {
    private ObservePage() {}

    /**
     * Returns the page.
     *
     * @param title what the prediction is made of
     * @param meaning what the field of the prediction is
     * @param fields abscissas of the predictions [G]
     * @param lines predictions, speeds in km/s
     * @param observed stars to draw behind
     * @param correlations what of a correlation there is in each catalogue, a sentence each
     * @param correlated whether a catalogue has a correlation worth the name
     * @param caveat what the picture does not show
     */
    public static Page page(
            String title,
            String meaning,
            List<Double> fields,
            List<LineChart.Line> lines,
            List<Catalogue> observed,
            List<String> correlations,
            boolean correlated,
            String caveat) {
        List<String> notes = new ArrayList<>(correlations);
        notes.add(caveat);
        for (Catalogue catalogue : observed) {
            if (!catalogue.references().isEmpty()) {
                notes.add("Speeds of the " + catalogue.kind() + ": " + String.join("; ", catalogue.references()) + ".");
            }
        }
        return new Page(
                "ChiralKick: predicted and observed speeds",
                correlated
                        ? "The observed speeds go with the observed fields."
                        : "No correlation between the observed speeds and fields.",
                caveat,
                List.of(new Section(
                        "speeds",
                        "Speed against field",
                        title,
                        List.of(
                                new LineChart(
                                        "observe",
                                        "Predicted speed, and observed neutron stars",
                                        "Lines: predictions, " + meaning
                                                + ". Points: speeds across the line of sight against the "
                                                + "dipole field of today at the pole, twice that at the equator which "
                                                + "catalogues have.",
                                        Axis.logarithmic("magnetic field", "G"),
                                        Axis.logarithmic("speed", "km/s"),
                                        fields,
                                        lines,
                                        List.of(),
                                        observed.stream()
                                                .map(ObservePage::cloud)
                                                .toList()),
                                new Notes(
                                        "correlation",
                                        "Does the observed speed go with the field? Spearman's rank correlation",
                                        notes)))),
                List.of(),
                "ChiralKick " + Version.text());
    }

    private static LineChart.Cloud cloud(Catalogue catalogue) {
        return new LineChart.Cloud(
                catalogue.kind() + " (" + catalogue.stars().size() + ")",
                catalogue.stars().stream().map(Observation::polarGauss).toList(),
                catalogue.stars().stream().map(Observation::speedKmS).toList());
    }
}
