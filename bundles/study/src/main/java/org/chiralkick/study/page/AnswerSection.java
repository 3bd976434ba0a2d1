package org.chiralkick.study.page;

import java.util.DoubleSummaryStatistics;
import java.util.List;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.closure.ClosureGuide;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** What a report begins with: the kick in a sentence, and the choice that made it. */
final class AnswerSection {
    /** The choices that an estimate of the kick hides (guide/physics.md, section 4); the others are conventions. */
    private static final List<String> HIDDEN_CHOICES = List.of("share", "momentum", "recoil", "chirality");

    /** A kick smaller than this part of another is not worth its digits. */
    private static final double NEXT_TO_NOTHING = 1e-6;

    private final Run run;
    private final List<Alternative> alternatives;

    AnswerSection(Run run, List<Alternative> alternatives) {
        this.run = run;
        this.alternatives = List.copyOf(alternatives);
    }

    /** Returns the kick. */
    String text() {
        Kick kick = run.kick();
        if (kick.speed() == 0) {
            return "No kick: no net outflow of neutrinos, nothing to recoil from.";
        }
        String speed = Numbers.of(kick.speed()) + "\u00a0km/s";
        return kick.speed() >= RunWords.RELATIVISTIC
                ? "Momentum over mass is " + speed + ", beyond where a linear kick holds."
                : "The star is kicked to " + speed + ", " + RunWords.degrees(kick) + "\u00b0 from "
                        + (run.rotates()
                                ? "its spin axis."
                                : run.inputs().obliquityDeg() == 0 ? "its magnetic axis." : "+z.");
    }

    /** The closure whose choices change the kick by the largest factor, and the range that they span. */
    String because() {
        String best = "";
        double widest = 1;
        for (String kind : HIDDEN_CHOICES) {
            DoubleSummaryStatistics speeds = speeds(kind);
            double factor = speeds.getMax() > 0 ? speeds.getMax() / speeds.getMin() : 1;
            if (factor > widest) {
                widest = factor;
                best = kind;
            }
        }
        String made = "Made by " + run.sourceName() + ", preset "
                + run.config().preset().label() + ". ";
        if (best.isEmpty()) {
            return made + "No single closure changes this.";
        }
        String choice = run.closures().getOrDefault(best, "");
        return made + "The assumption that matters most is the " + best + " closure, " + choice + ": "
                + ClosureGuide.meaning(best, choice) + ". Over its choices the same star gets " + range(speeds(best))
                + ". It is a choice, not a result of the anomaly.";
    }

    private static String range(DoubleSummaryStatistics speeds) {
        double least = speeds.getMin();
        String from =
                least == 0 ? "0" : least < NEXT_TO_NOTHING * speeds.getMax() ? "next to nothing" : Numbers.of(least);
        return from + " to " + Numbers.of(speeds.getMax()) + "\u00a0km/s";
    }

    private DoubleSummaryStatistics speeds(String kind) {
        return alternatives.stream()
                .filter(alternative -> alternative.of().kind().equals(kind))
                .mapToDouble(alternative -> alternative.kick().speed())
                .summaryStatistics();
    }
}
