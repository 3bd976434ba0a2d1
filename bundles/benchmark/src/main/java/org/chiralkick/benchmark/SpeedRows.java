package org.chiralkick.benchmark;

import java.util.Locale;

/** The rows of the table, as they are added. A value that could not be measured is NaN, and its row says so. */
final class SpeedRows {
    private final StringBuilder text =
            new StringBuilder("| what | ours | C | ratio | goal | met? |\n|---|---|---|---|---|---|\n");

    /** Adds a time beside that of the same work in C. */
    void add(String what, double ours, double c, double goal) {
        row(what, ours, number(c), number(ours / c), "<= " + number(goal), ours / c <= goal, ours / c);
    }

    /** Adds a time beside another of ours. */
    void addAgainst(String what, double ours, double base, double goal) {
        row(
                what,
                ours,
                "(" + number(base) + ")",
                number(ours / base),
                "<= " + number(goal),
                ours / base <= goal,
                ours / base);
    }

    /** Adds a quantity that has an upper limit. */
    void addBelow(String what, double ours, double limit) {
        row(what, ours, "", "", "<= " + number(limit), ours <= limit, ours);
    }

    /** Adds a quantity that has a lower limit. */
    void addAbove(String what, double ours, double limit) {
        row(what, ours, "", "", ">= " + number(limit), ours >= limit, ours);
    }

    private void row(String what, double ours, String c, String ratio, String goal, boolean met, double judged) {
        String verdict = Double.isNaN(judged) ? "not measured" : met ? "yes" : "**no**";
        text.append(String.join(" | ", "| " + what, number(ours), c, ratio, goal, verdict))
                .append(" |\n");
    }

    private static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    String markdown() {
        return text.toString();
    }
}
