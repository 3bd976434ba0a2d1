package org.chiralkick.study.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.chiralkick.report.Page;
import org.chiralkick.report.html.HtmlPage;
import org.chiralkick.report.picture.PictureException;
import org.chiralkick.report.picture.Pictures;

/** A page as files: {@code report.html}, and a picture of each chart. */
public final class PageFiles {
    private PageFiles() {}

    /** Writes the files into a folder that is there; returns what was written, for a message. */
    public static String write(Path folder, Page page) throws IOException {
        Files.writeString(folder.resolve("report.html"), HtmlPage.of(page), StandardCharsets.UTF_8);
        return "report.html and " + pictures(folder, page);
    }

    /** Where this Java cannot draw, the page is worth as much without pictures. */
    private static String pictures(Path folder, Page page) throws IOException {
        try {
            int count = Pictures.write(folder, page).size();
            return count == 1 ? "a picture" : count + " pictures";
        } catch (PictureException e) {
            return "no pictures: " + e.getMessage();
        }
    }
}
