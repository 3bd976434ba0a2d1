package org.chiralkick.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Palette;
import org.knowm.xchart.AnnotationLine;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** A line chart, by XChart. */
final class LinePicture {
    private static final int HEIGHT = 900;
    private static final float LINE = 5;
    /** Part of the ordinate kept free above the curves for the labels of marks. */
    private static final double HEADROOM = 0.12;
    /** Width of the plot itself, about [pixels]. */
    private static final double PLOT_WIDTH = 1400;

    private LinePicture() {}

    static BufferedImage draw(LineChart chart) {
        XYChart picture = new XYChart(Pictures.WIDTH, HEIGHT);
        picture.setTitle(chart.title());
        picture.setXAxisTitle(Labels.unit(chart.x().title()));
        picture.setYAxisTitle(Labels.unit(chart.y().title()));
        style(picture.getStyler(), chart);
        for (int i = 0; i < chart.lines().size(); i++) {
            add(picture, chart, i);
        }
        for (int i = 0; i < chart.clouds().size(); i++) {
            add(picture, chart, chart.clouds().get(i), chart.lines().size() + i);
        }
        mark(picture, chart);
        return BitmapEncoder.getBufferedImage(picture);
    }

    private static void style(XYStyler styler, LineChart chart) {
        Font plain = new Font(Font.SANS_SERIF, Font.PLAIN, 26);
        styler.setXAxisLogarithmic(chart.x().logarithmic());
        styler.setYAxisLogarithmic(chart.y().logarithmic());
        styler.setXAxisTickLabelsFormattingFunction(value -> Labels.number(value, 3));
        styler.setYAxisTickLabelsFormattingFunction(value -> Labels.number(value, 3));
        styler.setXAxisTickMarkSpacingHint(150);
        styler.setYAxisTickMarkSpacingHint(90);
        styler.setAxisTitleFont(plain.deriveFont(Font.BOLD));
        styler.setAxisTickLabelsFont(plain);
        styler.setAxisTickPadding(10);
        styler.setAxisTickMarkLength(10);
        styler.setChartTitleFont(plain.deriveFont(Font.BOLD, 32));
        styler.setChartTitleBoxVisible(false);
        styler.setChartTitlePadding(18);
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setPlotContentSize(0.98);
        styler.setChartPadding(24);
        styler.setLegendFont(plain);
        styler.setLegendPosition(Styler.LegendPosition.OutsideS);
        styler.setLegendLayout(Styler.LegendLayout.Horizontal);
        styler.setLegendSeriesLineLength(90);
        styler.setLegendPadding(22);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendVisible(chart.lines().size() + chart.clouds().size() > 1);
        styler.setMarkerSize(13);
        styler.setAnnotationTextFont(plain.deriveFont(22f));
        styler.setAnnotationLineStroke(
                new BasicStroke(3, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, new float[] {12, 8}, 0));
        styler.setAnnotationLineColor(Color.DARK_GRAY);
    }

    /** XChart refuses a series without points and points that a logarithmic scale does not have. */
    private static void add(XYChart picture, LineChart chart, int index) {
        LineChart.Line line = chart.lines().get(index);
        int points = line.values().size();
        double[] x = new double[points];
        double[] y = new double[points];
        int kept = 0;
        for (int i = 0; i < points; i++) {
            double at = chart.at().get(i);
            double value = line.values().get(i);
            if (drawable(at, chart.x().logarithmic())
                    && drawable(value, chart.y().logarithmic())) {
                x[kept] = at;
                y[kept++] = value;
            }
        }
        if (kept > 0) {
            XYSeries series = picture.addSeries(line.name(), Arrays.copyOf(x, kept), Arrays.copyOf(y, kept));
            series.setMarker(SeriesMarkers.NONE);
            series.setLineColor(Color.decode(Palette.COLOURS.get(index)));
            series.setLineStyle(stroke(Palette.DASHES.get(index)));
        }
    }

    private static void add(XYChart picture, LineChart chart, LineChart.Cloud cloud, int index) {
        List<Integer> shown = IntStream.range(0, cloud.at().size())
                .filter(i -> drawable(cloud.at().get(i), chart.x().logarithmic())
                        && drawable(cloud.values().get(i), chart.y().logarithmic()))
                .boxed()
                .toList();
        if (!shown.isEmpty()) {
            XYSeries series = picture.addSeries(
                    cloud.name(),
                    shown.stream().mapToDouble(cloud.at()::get).toArray(),
                    shown.stream().mapToDouble(cloud.values()::get).toArray());
            series.setLineStyle(SeriesLines.NONE);
            series.setMarker(index % 2 == 0 ? SeriesMarkers.CIRCLE : SeriesMarkers.DIAMOND);
            series.setMarkerColor(Color.decode(Palette.COLOURS.get(index)));
        }
    }

    private static boolean drawable(double value, boolean logarithmic) {
        return Double.isFinite(value) && (!logarithmic || value > 0);
    }

    private static BasicStroke stroke(List<Integer> dashes) {
        float[] lengths = new float[dashes.size()];
        for (int i = 0; i < lengths.length; i++) {
            lengths[i] = LINE * dashes.get(i);
        }
        return lengths.length == 0
                ? new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND)
                : new BasicStroke(LINE, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, lengths, 0);
    }

    /** Labels stand beside their lines, above the curves. */
    private static void mark(XYChart picture, LineChart chart) {
        if (chart.marks().isEmpty()) {
            return;
        }
        boolean logarithmicX = chart.x().logarithmic();
        boolean logarithmicY = chart.y().logarithmic();
        DoubleSummaryStatistics x = onScale(chart.at().stream(), logarithmicX);
        DoubleSummaryStatistics y =
                onScale(chart.lines().stream().flatMap(line -> line.values().stream()), logarithmicY);
        double above = y.getMax() + HEADROOM * (y.getMax() - y.getMin());
        picture.getStyler().setYAxisMax(logarithmicY ? Math.exp(above) : above);
        double level = y.getMax() + HEADROOM / 2 * (y.getMax() - y.getMin());
        for (LineChart.Mark mark : chart.marks()) {
            picture.addAnnotation(new AnnotationLine(mark.at(), true, false));
            if (mark.label().isEmpty()) {
                continue;
            }
            double at = logarithmicX ? Math.log(mark.at()) : mark.at();
            double range = x.getMax() - x.getMin();
            double half = (6.5 * mark.label().length() + 20) / PLOT_WIDTH * range;
            double middle = at - x.getMin() > 0.75 * range ? at - half : at + half;
            picture.addAnnotation(new AnnotationText(
                    mark.label(),
                    logarithmicX ? Math.exp(middle) : middle,
                    logarithmicY ? Math.exp(level) : level,
                    false));
        }
    }

    private static DoubleSummaryStatistics onScale(Stream<Double> values, boolean logarithmic) {
        return values.filter(value -> drawable(value, logarithmic))
                .mapToDouble(value -> logarithmic ? Math.log(value) : value)
                .summaryStatistics();
    }
}
