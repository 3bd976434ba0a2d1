package org.chiralkick.it.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page as a reader follows it: what to type, what to save as a file, and what is shown as the answer.
 *
 * <p>A block {@code sh} is typed in; one marked {@code sh fails} is meant to be refused. A block {@code text} that follows it is its
 * output: standard output, then what goes to the terminal as messages. A block after "Save as `FILE`:" becomes that file. Other blocks
 * are only read.
 *
 * @param file where the page is
 * @param steps in order
 */
record GuidePage(Path file, List<Step> steps) {
    private static final Pattern FENCE = Pattern.compile("^ *```(.*)$");
    private static final Pattern SAVE = Pattern.compile("^.*Save as `([\\w./-]+)`:$");

    /** What a reader does. */
    sealed interface Step permits Type, Save {}

    /**
     * Commands to type.
     *
     * @param line where they begin in the page
     * @param lines the commands
     * @param fails whether they are to be refused
     * @param shown what the page shows of their output, no lines where it shows nothing
     */
    record Type(int line, List<String> lines, boolean fails, List<String> shown) implements Step {
        /** Keeps its own copies. */
        Type {
            lines = List.copyOf(lines);
            shown = List.copyOf(shown);
        }
    }

    /**
     * A file to save.
     *
     * @param name its path below the reader's folder
     * @param text what is in it
     */
    record Save(String name, String text) implements Step {}

    /** Keeps its own copy of the steps. */
    GuidePage {
        steps = List.copyOf(steps);
    }

    /** Returns the page in a file. */
    static GuidePage read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        String before = "";
        boolean shows = false;
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (!fence.matches()) {
                if (!lines.get(i).isBlank()) {
                    before = lines.get(i);
                    shows = false;
                }
                continue;
            }
            int first = i + 1;
            do {
                i++;
                if (i == lines.size()) {
                    throw new IllegalStateException(file + " line " + first + ": the block has no end");
                }
            } while (!lines.get(i).strip().equals("```"));
            List<String> block = lines.subList(first, i);
            Matcher save = SAVE.matcher(before);
            String kind = fence.group(1);
            if (save.matches()) {
                steps.add(new Save(save.group(1), String.join("\n", block) + "\n"));
            } else if (kind.equals("text") && shows && steps.get(steps.size() - 1) instanceof Type last) {
                steps.set(steps.size() - 1, new Type(last.line, last.lines, last.fails, block));
            } else if (kind.startsWith("sh")) {
                steps.add(new Type(first, block, kind.equals("sh fails"), List.of()));
            }
            shows = kind.startsWith("sh");
            before = "";
        }
        return new GuidePage(file, steps);
    }
}
