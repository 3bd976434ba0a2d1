package org.chiralkick.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.chiralkick.source.ValidityFlag;
import org.junit.jupiter.api.Test;

/** What can be said of the guide without running it. */
class GuideTextTest {
    private static final int README_LINES = 120;
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s#]+)[^)]*\\)");
    /** A cell of a table that is nothing but a number in parentheses is a value. */
    private static final Pattern EQUATION = Pattern.compile("(?<!\\| )\\((\\d+\\.\\d+)\\)");

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            Matcher link = LINK.matcher(Files.readString(page));
            while (link.find()) {
                Path target = page.resolveSibling(link.group(1)).normalize();
                if (!link.group(1).startsWith("http") && !Files.exists(target)) {
                    broken.add(page + ": " + link.group(1));
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    @Test
    void theIndexNamesEveryPage() throws IOException {
        Path index = Checkout.guide().resolve("index.md");
        String text = Files.readString(index);
        for (Path page : pages()) {
            String name = Checkout.guide().relativize(page).toString();
            assertTrue(page.equals(index) || name.startsWith("..") || text.contains("(" + name + ")"), name);
        }
    }

    @Test
    void theReadmeIsShort() throws IOException {
        long lines = Files.readAllLines(Checkout.root().resolve("README.md")).size();
        assertTrue(lines <= README_LINES, "README.md has " + lines + " lines");
    }

    @Test
    void theUserGuideSaysWhatToDoAboutEveryFlag() throws IOException {
        List<String> rows = Files.readAllLines(Checkout.guide().resolve("user.md"));
        for (ValidityFlag flag : ValidityFlag.values()) {
            assertEquals(
                    1,
                    rows.stream()
                            .filter(row -> row.startsWith("| `" + flag.label() + "`"))
                            .count(),
                    flag.label());
        }
    }

    @Test
    void equationsThatOtherPagesNameAreInThePhysics() throws IOException {
        String physics = Files.readString(Checkout.guide().resolve("physics.md"));
        for (Path page : pages()) {
            Matcher equation = EQUATION.matcher(Files.readString(page));
            while (equation.find()) {
                assertTrue(physics.contains("(" + equation.group(1) + ")\n"), page + " names " + equation.group());
            }
        }
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(Checkout.root().resolve("README.md")));
        try (Stream<Path> files = Files.walk(Checkout.guide())) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }
}
