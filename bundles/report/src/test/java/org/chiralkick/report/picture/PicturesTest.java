package org.chiralkick.report.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.imageio.ImageIO;
import org.chiralkick.report.Axis;
import org.chiralkick.report.Palette;
import org.chiralkick.report.Samples;
import org.chiralkick.report.SphereMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void withoutADisplay() {
        System.setProperty("java.awt.headless", "true");
    }

    private static int pixels(BufferedImage image, String colour) {
        int wanted = Color.decode(colour).getRGB();
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += image.getRGB(x, y) == wanted ? 1 : 0;
            }
        }
        return count;
    }

    private BufferedImage picture(String name) throws IOException {
        return ImageIO.read(folder.resolve(name).toFile());
    }

    @Test
    void eachChartOfAPageIsAPictureOfItsOwn() throws IOException {
        assertEquals(List.of("lines.png", "dots.png", "sphere.png"), Pictures.write(folder, Samples.page("t")));
        for (String name : List.of("lines.png", "dots.png", "sphere.png")) {
            assertEquals(Pictures.WIDTH, picture(name).getWidth(), name);
        }
        assertTrue(pixels(picture("lines.png"), Palette.COLOURS.get(0)) > 1000, "the first line is not there");
        assertTrue(pixels(picture("lines.png"), Palette.COLOURS.get(2)) > 100, "the points are not there");
        assertTrue(pixels(picture("dots.png"), Palette.COLOURS.get(1)) > 300, "the choice in force is not there");
    }

    /** Half of the sphere flows out and half in: an equal-area map gives both colours equal areas. */
    @Test
    void theMapOfASphereIsEqualAreaAndNorthIsUp() {
        List<Double> values = new ArrayList<>(Collections.nCopies(9 * 36, 1.0));
        values.addAll(Collections.nCopies(9 * 36, -1.0));
        BufferedImage map =
                SpherePicture.draw(new SphereMap("m", "", "", Axis.linear("f", ""), "", "", 18, 36, values, List.of()));
        double out = pixels(map, Palette.POSITIVE);
        double in = pixels(map, Palette.NEGATIVE);
        assertEquals(1, out / in, 0.02);
        // The ellipse with half axes 2 sqrt 2 and sqrt 2 in units of 260 pixels, but for its graticule.
        double area = Math.PI * 4 * 260 * 260;
        assertTrue(out + in > 0.85 * area && out + in < 1.02 * area, (out + in) + " pixels of " + area);
        assertEquals(Color.decode(Palette.POSITIVE).getRGB(), map.getRGB(Pictures.WIDTH / 2 + 20, 300));
    }

    @Test
    void numbersAndUnitsHaveRaisedExponents() {
        assertEquals("g cm\u207b\u00b3", Labels.unit("g cm^-3"));
        assertEquals("0", Labels.number(0, 3));
        assertEquals("10.7", Labels.number(10.69, 3));
        assertEquals("300", Labels.number(300, 3));
        assertEquals("10\u00b9\u00b2", Labels.number(1e12, 3));
        assertEquals("-2.5\u00d710\u2074\u2070", Labels.number(-2.5e40, 3));
        assertEquals("1.76\u00d710\u207b\u00b9\u2076", Labels.number(1.762e-16, 3));
    }
}
