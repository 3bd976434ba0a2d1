package org.chiralkick.study.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.chiralkick.host.value.CouplingAudit;
import org.jspecify.annotations.Nullable;

/** A recording, line by line, as the native library writes it; see Replay files in {@code chiralkick.h}. */
final class RecordedRun {
    static final String FIRST_LINE = "chiralkick-replay 1";

    private static final int COUNTS = 7;
    private static final int SHARES = 4;
    private static final int NUMBERS = COUNTS + SHARES + 1;

    private long commits;
    private @Nullable String pending;
    private @Nullable CouplingAudit audit;
    private String units = "";
    private int line = 1;

    private RecordedRun() {}

    /**
     * Reads a recording.
     *
     * @param lines after the first
     * @throws IllegalArgumentException if a line is not what a recording has, with its number
     */
    static Audit read(Stream<String> lines) {
        RecordedRun run = new RecordedRun();
        lines.forEach(run::take);
        return run.audit();
    }

    private void take(String text) {
        line++;
        if (text.startsWith("evaluation ")) {
            pending = words(text, 3)[1];
        } else if (text.startsWith("commit ")) {
            commits++;
            pending = null;
        } else if (text.startsWith("rollback ") || text.startsWith("retry ")) {
            pending = null;
        } else if (text.startsWith("units ")) {
            units = units(words(text, 9));
        } else if (text.startsWith("audit ")) {
            audit = audit(auditWords(text));
        }
    }

    private String[] words(String text, int count) {
        String[] words = text.split(" ", -1);
        if (words.length != count) {
            throw new IllegalArgumentException("line " + line + ": " + words[0] + " has " + (words.length - 1)
                    + " words; must have " + (count - 1));
        }
        return words;
    }

    // The number of steps that nobody judged is left out where it is 0.
    private String[] auditWords(String text) {
        String[] words = text.split(" ", -1);
        return words.length == 2 + NUMBERS ? words : words(text, 1 + NUMBERS);
    }

    private CouplingAudit audit(String[] words) {
        long[] counts = new long[COUNTS];
        double[] numbers = new double[SHARES];
        long silent;
        long unjudged;
        try {
            Arrays.setAll(counts, i -> Long.parseLong(words[1 + i]));
            Arrays.setAll(numbers, i -> Double.parseDouble(words[1 + COUNTS + i]));
            silent = Long.parseLong(words[NUMBERS]);
            unjudged = words.length > 1 + NUMBERS ? Long.parseLong(words[1 + NUMBERS]) : 0;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "line " + line + ": audit has something that is no number: " + e.getMessage(), e);
        }
        return new CouplingAudit(
                counts[0],
                counts[1],
                counts[2],
                counts[3],
                counts[4],
                counts[5],
                counts[6],
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                silent,
                unjudged);
    }

    private static String units(String[] words) {
        return "mass " + words[1] + " g, length " + words[2] + " cm, time " + words[3] + " s, temperature " + words[4]
                + " MeV, potential " + words[5] + " MeV, field " + words[6]
                + (words[7].equals("0") ? "" : ", of which 1 is " + words[7] + " G") + ", number " + words[8];
    }

    private Audit audit() {
        CouplingAudit last = audit;
        if (last == null && commits > 0) {
            throw new IllegalArgumentException("no line 'audit': it was not recorded, or cut");
        }
        List<String> problems = new ArrayList<>();
        if (last != null && last.steps() != commits) {
            problems.add(
                    "the recording has " + commits + " commits, the audit in it counts " + last.steps() + " steps");
        }
        if (pending != null) {
            problems.add("the recording ends inside step " + pending + ": it is cut, or the run ended there");
        }
        CouplingAudit nothing = new CouplingAudit(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        return new Audit(last == null ? nothing : last, units, problems);
    }
}
