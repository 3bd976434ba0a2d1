package org.chiralkick.it.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Physics is written in one place, and whoever cites it cites something that is there. */
class PhysicsCitationsTest {
    /** An equation stands in an indented block, its number at the end of the line. */
    private static final Pattern EQUATION = Pattern.compile("(?m)^ {4,}.*\\((\\d+\\.\\d+)\\)$");

    private static final Pattern SECTION = Pattern.compile("(?m)^## (\\d+)\\. ");
    /** The page's name and what follows it: numbers of equations, or a section. */
    private static final Pattern CITATION = Pattern.compile(
            "guide/physics\\.md(?<equations>(?:,? (?:and |to )?\\(\\d+\\.\\d+\\))+)?(?:, section (?<section>\\d+))?");

    private static final Pattern NUMBER = Pattern.compile("\\d+\\.\\d+");
    private static final Pattern DOCUMENT = Pattern.compile("[\\w./${}*-]*\\b[A-Za-z][\\w-]*\\.md\\b");
    /** What a command of the guide writes, and the word for any such file. */
    private static final Set<String> WRITTEN = Set.of("validation-report.md", "FILE.md");

    /** A comment goes on in the next line. */
    private static final Pattern LINE_BREAK = Pattern.compile("\\s*\\n\\s*(?:\\*|//|!|#)? ?");

    @Test
    void equationsAreNumberedInOrderWithinTheirSections() throws IOException {
        int section = 0;
        int last = 0;
        for (String number : equations()) {
            String[] parts = number.split("\\.", 2);
            last = Integer.parseInt(parts[0]) == section ? last + 1 : 1;
            section = Integer.parseInt(parts[0]);
            assertEquals(section + "." + last, number, "the next equation");
        }
        assertTrue(section >= 10, "the last section with equations is " + section);
    }

    @Test
    void everyCitedEquationAndSectionIsThere() throws IOException {
        Set<String> equations = new HashSet<>(equations());
        Set<String> sections = numbers(SECTION);
        List<String> wrong = new ArrayList<>();
        int cited = 0;
        for (Path file : Checkout.texts()) {
            if (file.startsWith(Checkout.root().resolve("it/src/test/java/org/chiralkick/it/guide"))) {
                continue;
            }
            Matcher citation =
                    CITATION.matcher(LINE_BREAK.matcher(Files.readString(file)).replaceAll(" "));
            while (citation.find()) {
                String numbers = citation.group("equations");
                String section = citation.group("section");
                if (numbers != null) {
                    cited++;
                    NUMBER.matcher(numbers)
                            .results()
                            .map(MatchResult::group)
                            .filter(number -> !equations.contains(number))
                            .forEach(number -> wrong.add(file + " cites (" + number + ")"));
                }
                if (section != null && !sections.contains(section)) {
                    wrong.add(file + " cites section " + section);
                }
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(cited >= 12, "citations of equations found: " + cited);
    }

    @Test
    void noFileCitesADocumentOutsideTheRepository() throws IOException {
        List<Path> files = Checkout.texts();
        Set<String> names = files.stream().map(Checkout::name).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        for (Path file : files) {
            Matcher document = DOCUMENT.matcher(Files.readString(file));
            while (document.find()) {
                String cited = document.group();
                boolean made = cited.contains("target/") || WRITTEN.contains(cited);
                if (!made && !cited.startsWith("META-INF") && !names.contains(Checkout.name(Path.of(cited)))) {
                    wrong.add(file + " cites " + cited);
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    private static List<String> equations() throws IOException {
        return EQUATION.matcher(physics())
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static Set<String> numbers(Pattern pattern) throws IOException {
        return pattern.matcher(physics())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toSet());
    }

    private static String physics() throws IOException {
        return Files.readString(Checkout.guide().resolve("physics.md"));
    }
}
