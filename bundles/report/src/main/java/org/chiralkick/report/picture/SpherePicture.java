package org.chiralkick.report.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import org.chiralkick.report.Palette;
import org.chiralkick.report.SphereMap;

/** A map of a sphere in Hammer's equal-area projection, with a symmetric colour scale below it. */
final class SpherePicture {
    private static final int TOP = 130;
    private static final double UNIT = 260;
    private static final int HEIGHT = TOP + (int) (2 * Math.sqrt(2) * UNIT) + 220;
    private static final double CENTRE_X = Pictures.WIDTH / 2.0;
    private static final double CENTRE_Y = TOP + Math.sqrt(2) * UNIT;
    private static final Color GRID = new Color(0, 0, 0, 40);
    private static final int SHADES = 200;

    private SpherePicture() {}

    static BufferedImage draw(SphereMap map) {
        Canvas canvas = new Canvas(HEIGHT);
        canvas.title(map.title());
        double extreme = map.values().stream()
                .filter(Double::isFinite)
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        cells(canvas, map, extreme);
        graticule(canvas);
        points(canvas, map);
        scale(canvas, map, extreme);
        return canvas.image();
    }

    private static void cells(Canvas canvas, SphereMap map, double extreme) {
        double high = 180.0 / map.bands();
        double wide = 360.0 / map.sectors();
        for (int cell = 0; cell < map.values().size(); cell++) {
            int band = cell / map.sectors();
            double north = band * high;
            double west = -180 + cell % map.sectors() * wide;
            Path2D path = new Path2D.Double();
            for (int step = 0; step < 8; step++) {
                // Around the cell by its corners and the middles of its sides.
                double down = new double[] {0, 0, 0, 0.5, 1, 1, 1, 0.5}[step] * high;
                double right = new double[] {0, 0.5, 1, 1, 1, 0.5, 0, 0}[step] * wide;
                join(path, north + down, west + right, step == 0);
            }
            path.closePath();
            Color colour = shade(map.values().get(cell), extreme);
            canvas.fill(path, colour);
            // Without it the background shines through between the cells.
            canvas.outline(path, colour, 1);
        }
    }

    private static void graticule(Canvas canvas) {
        for (int azimuth = -180; azimuth <= 180; azimuth += 30) {
            Path2D path = new Path2D.Double();
            for (int colatitude = 0; colatitude <= 180; colatitude += 2) {
                join(path, colatitude, azimuth, colatitude == 0);
            }
            canvas.outline(path, GRID, 2);
        }
        for (int colatitude = 30; colatitude < 180; colatitude += 30) {
            Path2D path = new Path2D.Double();
            for (int azimuth = -180; azimuth <= 180; azimuth += 2) {
                join(path, colatitude, azimuth, azimuth == -180);
            }
            canvas.outline(path, GRID, 2);
        }
    }

    private static void points(Canvas canvas, SphereMap map) {
        for (SphereMap.Point point : map.points()) {
            double x = x(point.colatitudeDeg(), point.azimuthDeg());
            double y = y(point.colatitudeDeg(), point.azimuthDeg());
            Shape dot = new Ellipse2D.Double(x - 10, y - 10, 20, 20);
            canvas.fill(dot, Color.WHITE);
            canvas.outline(dot, Color.BLACK, 4);
            canvas.text(
                    point.label(),
                    x,
                    y + (point.colatitudeDeg() > 90 ? 34 : -34),
                    Canvas.Anchor.MIDDLE,
                    Canvas.TEXT_SIZE,
                    Font.BOLD,
                    Color.BLACK);
        }
    }

    private static void scale(Canvas canvas, SphereMap map, double extreme) {
        double width = 700;
        double left = CENTRE_X - width / 2;
        double top = HEIGHT - 140;
        for (int shade = 0; shade < SHADES; shade++) {
            Color colour = shade(2.0 * shade / (SHADES - 1) - 1, 1);
            canvas.fill(new Rectangle2D.Double(left + shade * width / SHADES, top, width / SHADES + 1, 30), colour);
        }
        double[] ends = {-extreme, 0, extreme};
        for (int i = 0; i < ends.length; i++) {
            canvas.text(
                    Labels.number(ends[i], 3),
                    left + i * width / 2,
                    top + 52,
                    Canvas.Anchor.MIDDLE,
                    Canvas.TEXT_SIZE,
                    Font.PLAIN,
                    Color.BLACK);
        }
        canvas.text(
                map.negative(), left - 20, top + 15, Canvas.Anchor.RIGHT, Canvas.TEXT_SIZE, Font.PLAIN, Color.BLACK);
        canvas.text(
                map.positive(),
                left + width + 20,
                top + 15,
                Canvas.Anchor.LEFT,
                Canvas.TEXT_SIZE,
                Font.PLAIN,
                Color.BLACK);
        canvas.text(
                Labels.unit(map.value().title()),
                CENTRE_X,
                top + 100,
                Canvas.Anchor.MIDDLE,
                Canvas.TEXT_SIZE,
                Font.BOLD,
                Color.BLACK);
    }

    private static void join(Path2D path, double colatitude, double azimuth, boolean first) {
        if (first) {
            path.moveTo(x(colatitude, azimuth), y(colatitude, azimuth));
        } else {
            path.lineTo(x(colatitude, azimuth), y(colatitude, azimuth));
        }
    }

    // Hammer 1892: x = 2 sqrt 2 cos(lat) sin(lon/2)/w, y = sqrt 2 sin(lat)/w, w^2 = 1 + cos(lat) cos(lon/2).
    private static double x(double colatitude, double azimuth) {
        double latitude = Math.toRadians(90 - colatitude);
        double half = Math.toRadians(azimuth) / 2;
        return CENTRE_X + UNIT * 2 * Math.sqrt(2) * Math.cos(latitude) * Math.sin(half) / stretch(latitude, half);
    }

    private static double y(double colatitude, double azimuth) {
        double latitude = Math.toRadians(90 - colatitude);
        double half = Math.toRadians(azimuth) / 2;
        return CENTRE_Y - UNIT * Math.sqrt(2) * Math.sin(latitude) / stretch(latitude, half);
    }

    private static double stretch(double latitude, double half) {
        return Math.sqrt(1 + Math.cos(latitude) * Math.cos(half));
    }

    private static Color shade(double value, double extreme) {
        if (!Double.isFinite(value)) {
            return Color.LIGHT_GRAY;
        }
        double part = extreme == 0 ? 0 : value / extreme;
        Color zero = Color.decode(Palette.ZERO);
        Color end = Color.decode(part < 0 ? Palette.NEGATIVE : Palette.POSITIVE);
        double weight = Math.abs(part);
        return new Color(
                mix(zero.getRed(), end.getRed(), weight),
                mix(zero.getGreen(), end.getGreen(), weight),
                mix(zero.getBlue(), end.getBlue(), weight));
    }

    private static int mix(int from, int to, double weight) {
        return (int) Math.round(from + (to - from) * weight);
    }
}
