package org.chiralkick.it.guide;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether an output is what a page shows: words alike, numbers to the digits shown, {@code ...} for anything, and alone in a line for any
 * number of lines.
 */
final class ShownOutput {
    private static final String ANYTHING = "...";
    private static final String NUMBER = "number";
    private static final Pattern PART =
            Pattern.compile("(?<number>\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)|\\.\\.\\.|[^\\d.]+|\\.");

    private ShownOutput() {}

    /** Returns whether all of the lines are as shown. */
    static boolean matches(List<String> shown, List<String> lines) {
        if (shown.isEmpty()) {
            return lines.isEmpty();
        }
        if (shown.get(0).strip().equals(ANYTHING)) {
            List<String> rest = shown.subList(1, shown.size());
            for (int skipped = 0; skipped <= lines.size(); skipped++) {
                if (matches(rest, lines.subList(skipped, lines.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !lines.isEmpty()
                && sameLine(shown.get(0), lines.get(0))
                && matches(shown.subList(1, shown.size()), lines.subList(1, lines.size()));
    }

    /** Returns whether a line is as shown, with anything for dots; how many blanks there are does not matter. */
    static boolean sameLine(String shown, String line) {
        StringBuilder pattern = new StringBuilder();
        List<String> numbers = new ArrayList<>();
        Matcher part = PART.matcher(blanks(shown));
        while (part.find()) {
            if (part.group(NUMBER) != null) {
                numbers.add(part.group(NUMBER));
                pattern.append("(\\d+(?:\\.\\d+)?(?:[eE][-+]?\\d+)?)");
            } else {
                pattern.append(part.group().equals(ANYTHING) ? ".*" : Pattern.quote(part.group()));
            }
        }
        Matcher found = Pattern.compile(pattern.toString()).matcher(blanks(line));
        if (!found.matches()) {
            return false;
        }
        for (int i = 0; i < numbers.size(); i++) {
            if (!sameNumber(numbers.get(i), found.group(i + 1))) {
                return false;
            }
        }
        return true;
    }

    private static String blanks(String line) {
        return line.strip().replaceAll("\\s+", " ");
    }

    /** An integer is a count and is the same; any other number may differ by one in the last digit shown. */
    private static boolean sameNumber(String shown, String computed) {
        if (shown.matches("\\d+")) {
            return shown.equals(computed);
        }
        BigDecimal expected = new BigDecimal(shown);
        return new BigDecimal(computed).subtract(expected).abs().compareTo(expected.ulp()) <= 0;
    }
}
