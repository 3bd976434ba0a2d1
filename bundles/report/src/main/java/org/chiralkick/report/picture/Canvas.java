package org.chiralkick.report.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;

/** A white image to draw on, in a few strokes. */
final class Canvas {
    static final int TITLE_SIZE = 32;
    static final int TEXT_SIZE = 26;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int height) {
        image = new BufferedImage(Pictures.WIDTH, height, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, Pictures.WIDTH, height);
    }

    /** Where a text lies with respect to its point. */
    enum Anchor {
        LEFT,
        MIDDLE,
        RIGHT
    }

    void fill(Shape shape, Color colour) {
        graphics.setColor(colour);
        graphics.fill(shape);
    }

    void outline(Shape shape, Color colour, float width, float... dashes) {
        graphics.setColor(colour);
        graphics.setStroke(
                dashes.length == 0
                        ? new BasicStroke(width)
                        : new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1, dashes, 0));
        graphics.draw(shape);
    }

    /** Writes a line of text whose height is centred on y. */
    void text(String text, double x, double y, Anchor anchor, int size, int style, Color colour) {
        graphics.setFont(new Font(Font.SANS_SERIF, style, size));
        double width = graphics.getFontMetrics().stringWidth(text);
        double left = anchor == Anchor.LEFT ? x : anchor == Anchor.MIDDLE ? x - width / 2 : x - width;
        graphics.setColor(colour);
        graphics.drawString(text, (float) left, (float) (y + 0.35 * size));
    }

    void title(String text) {
        text(text, Pictures.WIDTH / 2.0, 45, Anchor.MIDDLE, TITLE_SIZE, Font.BOLD, Color.BLACK);
    }

    /** Returns the finished image. */
    BufferedImage image() {
        graphics.dispose();
        return image;
    }
}
