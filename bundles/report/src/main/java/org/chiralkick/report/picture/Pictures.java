package org.chiralkick.report.picture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.chiralkick.report.Block;
import org.chiralkick.report.DotChart;
import org.chiralkick.report.LineChart;
import org.chiralkick.report.Page;
import org.chiralkick.report.Section;
import org.chiralkick.report.SphereMap;

/** Writes the charts of a page as pictures. */
public final class Pictures {
    /** Width of every picture [pixels]. */
    public static final int WIDTH = 1600;

    private Pictures() {}

    /**
     * Writes {@code <id>.png} for each chart of the page into a folder that is there.
     *
     * @return the names of the files written
     * @throws PictureException if this Java cannot draw, as where no font is installed
     */
    public static List<String> write(Path folder, Page page) throws IOException {
        List<String> names = new ArrayList<>();
        for (Section section : page.sections()) {
            for (Block block : section.blocks()) {
                Optional<BufferedImage> image = drawn(block);
                if (image.isPresent()) {
                    String name = block.id() + ".png";
                    write(folder.resolve(name), image.get());
                    names.add(name);
                }
            }
        }
        return names;
    }

    private static void write(Path file, BufferedImage image) throws IOException {
        Files.deleteIfExists(file);
        if (!ImageIO.write(image, "png", file.toFile())) {
            throw new PictureException("this Java writes no PNG files", null);
        }
    }

    private static Optional<BufferedImage> drawn(Block block) {
        try {
            return draw(block);
        } catch (InternalError | LinkageError e) {
            // What the JDK throws without fontconfig, without fonts, or without its native drawing library.
            throw new PictureException(
                    "this Java cannot draw (" + e.getMessage() + "); install a font, such as fonts-dejavu-core", e);
        }
    }

    private static Optional<BufferedImage> draw(Block block) {
        if (block instanceof LineChart chart) {
            return Optional.of(LinePicture.draw(chart));
        }
        if (block instanceof DotChart chart) {
            return Optional.of(DotPicture.draw(chart));
        }
        if (block instanceof SphereMap map) {
            return Optional.of(SpherePicture.draw(map));
        }
        return Optional.empty();
    }
}
