package org.chiralkick.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.Palette;

/** Choices on a logarithmic scale: a row each, those of a group under its name; 0 at the left end. */
final class DotPicture {
    private static final int ROW = 46;
    private static final int TOP = 90;
    private static final int BOTTOM = 120;
    private static final int LEFT = 420;
    private static final int RIGHT = Pictures.WIDTH - 190;
    private static final double DOT = 11;
    private static final Color GRID = new Color(0xd5d9de);
    private static final Color OTHER = Color.decode(Palette.COLOURS.get(0));
    private static final Color IN_FORCE = Color.decode(Palette.COLOURS.get(1));

    private final DotChart chart;
    private final Canvas canvas;
    private final int bottom;
    private final double lowestOnScale;
    private final boolean offScale;
    private final int least;
    private final int most;

    private DotPicture(DotChart chart) {
        this.chart = chart;
        long groups = chart.dots().stream().map(DotChart.Dot::group).distinct().count();
        bottom = TOP + (int) (chart.dots().size() + groups) * ROW;
        canvas = new Canvas(bottom + BOTTOM);
        double largest = chart.dots().stream()
                .mapToDouble(DotChart.Dot::value)
                .filter(value -> value > 0)
                .max()
                .orElse(1);
        most = (int) Math.ceil(Math.log10(largest) + 1e-9);
        double smallest = chart.dots().stream()
                .mapToDouble(DotChart.Dot::value)
                .filter(value -> value > Math.pow(10, most - DotChart.DECADES))
                .min()
                .orElse(largest);
        lowestOnScale = Math.pow(10, Math.floor(Math.log10(smallest)));
        offScale = chart.dots().stream().anyMatch(dot -> dot.value() < lowestOnScale);
        int lowest = (int) Math.rint(Math.log10(lowestOnScale)) - (offScale ? 1 : 0);
        least = Math.min(lowest, most - 1);
    }

    static BufferedImage draw(DotChart chart) {
        return new DotPicture(chart).draw();
    }

    private BufferedImage draw() {
        canvas.title(chart.title());
        scale();
        String group = "";
        double y = TOP - ROW / 2.0;
        for (DotChart.Dot dot : chart.dots()) {
            if (!dot.group().equals(group)) {
                group = dot.group();
                y += ROW;
                canvas.text(group, 40, y, Canvas.Anchor.LEFT, Canvas.TEXT_SIZE, Font.ITALIC, Color.DARK_GRAY);
            }
            y += ROW;
            dot(dot, y);
        }
        return canvas.image();
    }

    private void scale() {
        for (int power = least; power <= most; power++) {
            double x = position(Math.pow(10, power));
            canvas.outline(new Line2D.Double(x, TOP, x, bottom), GRID, 2);
            String label = offScale && power == least ? "0" : Labels.number(Math.pow(10, power), 1);
            canvas.text(label, x, bottom + 28, Canvas.Anchor.MIDDLE, Canvas.TEXT_SIZE, Font.PLAIN, Color.BLACK);
        }
        canvas.text(
                Labels.unit(chart.value().title()),
                (LEFT + RIGHT) / 2.0,
                bottom + 80,
                Canvas.Anchor.MIDDLE,
                Canvas.TEXT_SIZE,
                Font.BOLD,
                Color.BLACK);
        chart.dots().stream()
                .filter(dot -> dot.inForce() && dot.value() > 0)
                .findFirst()
                .ifPresent(dot -> {
                    double x = position(dot.value());
                    canvas.outline(new Line2D.Double(x, TOP, x, bottom), IN_FORCE, 3, 12, 8);
                });
    }

    private void dot(DotChart.Dot dot, double y) {
        int style = dot.inForce() ? Font.BOLD : Font.PLAIN;
        canvas.text(dot.name(), LEFT - 30, y, Canvas.Anchor.RIGHT, Canvas.TEXT_SIZE, style, Color.BLACK);
        canvas.outline(new Line2D.Double(LEFT, y, RIGHT, y), GRID, 1, 3, 6);
        double x = position(dot.value());
        if (dot.inForce()) {
            canvas.fill(diamond(x, y), IN_FORCE);
        } else if (dot.value() < lowestOnScale) {
            canvas.fill(circle(x, y), Color.WHITE);
            canvas.outline(circle(x, y), OTHER, 4);
        } else {
            canvas.fill(circle(x, y), OTHER);
        }
        canvas.text(Labels.number(dot.value(), 4), x + 24, y, Canvas.Anchor.LEFT, Canvas.TEXT_SIZE, style, Color.BLACK);
    }

    private double position(double value) {
        double part = value < lowestOnScale ? 0 : (Math.log10(value) - least) / (most - least);
        return LEFT + part * (RIGHT - LEFT);
    }

    private static Shape circle(double x, double y) {
        return new Ellipse2D.Double(x - DOT, y - DOT, 2 * DOT, 2 * DOT);
    }

    private static Shape diamond(double x, double y) {
        Path2D path = new Path2D.Double();
        double reach = 1.5 * DOT;
        path.moveTo(x, y - reach);
        path.lineTo(x + reach, y);
        path.lineTo(x, y + reach);
        path.lineTo(x - reach, y);
        path.closePath();
        return path;
    }
}
