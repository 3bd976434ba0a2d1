package org.chiralkick.study.page;

import java.util.List;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.study.run.Alternative;
import org.chiralkick.study.run.DecisiveClosure;
import org.chiralkick.study.run.Run;
import org.chiralkick.study.run.RunWords;
import org.chiralkick.table.Numbers;

/** What a report begins with: the kick in a sentence, and the choice that made it. */
final class AnswerSection {
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
        if (!kick.isKnown()) {
            return "No speed: " + String.join(" ", RunWords.doubts(run)) + " " + RunWords.besides(run.kicked());
        }
        if (kick.speed() == 0) {
            return "No kick: no net outflow of neutrinos, nothing to recoil from.";
        }
        String speed = Numbers.of(kick.speed()) + "\u00a0km/s";
        return kick.speed() >= RunWords.RELATIVISTIC
                ? "Momentum over mass is " + speed + ", beyond where a linear kick holds."
                : "The star is kicked to " + speed + ", " + RunWords.degrees(kick) + "\u00b0 from "
                        + (run.rotates()
                                ? "its spin axis."
                                : run.inputs().obliquityDeg() == 0 ? "its magnetic axis." : "+z.")
                        + escape();
    }

    private String escape() {
        if (!run.cools()) {
            return "";
        }
        String doubts = String.join(" ", RunWords.doubts(run));
        return " That is with escape " + run.escape().label() + ". " + RunWords.besides(run.kicked())
                + (doubts.isEmpty() ? "" : " " + doubts);
    }

    /** The closure whose choices change the kick by the largest factor, and the range that they span. */
    String because() {
        String made = "Made by " + run.sourceName() + run.inForce().presetWords() + ". ";
        return made
                + DecisiveClosure.of(alternatives)
                        .map(AnswerSection::assumption)
                        .orElse("No single closure changes this.");
    }

    private static String assumption(DecisiveClosure closure) {
        String chosen = closure.inForce()
                .map(choice -> choice.choice() + ": " + choice.meaning())
                .orElse("");
        return "The assumption that matters most is the " + closure.kind() + " closure, " + chosen
                + ". Over its choices the same star gets " + range(closure)
                + ". It is a choice, not a result of the anomaly.";
    }

    private static String range(DecisiveClosure closure) {
        double least = closure.smallest().kick().speed();
        double most = closure.largest().kick().speed();
        if (Double.isNaN(least)) {
            return "none: each asks for more than it has lost";
        }
        String from = least == 0 ? "0" : least < NEXT_TO_NOTHING * most ? "next to nothing" : Numbers.of(least);
        return from + " to " + (Double.isNaN(most) ? "more than it has to give" : Numbers.of(most) + "\u00a0km/s");
    }
}
