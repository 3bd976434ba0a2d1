package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chiralkick.study.closure.ClosureChoice;

/**
 * The closure whose choices change the kick by the largest factor: the assumption that matters most.
 *
 * @param kind of the closure
 * @param choices the kick under each of its choices, at least two
 */
public record DecisiveClosure(String kind, List<Alternative> choices) {
    private static final Comparator<Alternative> BY_MOMENTUM = Comparator.comparingDouble(DecisiveClosure::momentum);

    public DecisiveClosure {
        choices = List.copyOf(choices);
    }

    /** Returns it, the first of several alike; empty where no single closure changes the kick. */
    public static Optional<DecisiveClosure> of(List<Alternative> alternatives) {
        Map<String, List<Alternative>> kinds = new LinkedHashMap<>();
        for (Alternative alternative : alternatives) {
            if (!alternative.of().isPreset()) {
                kinds.computeIfAbsent(alternative.of().kind(), kind -> new ArrayList<>())
                        .add(alternative);
            }
        }
        Optional<DecisiveClosure> best = Optional.empty();
        double widest = 1;
        for (Map.Entry<String, List<Alternative>> kind : kinds.entrySet()) {
            DecisiveClosure one = new DecisiveClosure(kind.getKey(), kind.getValue());
            double most = momentum(one.largest());
            double factor = most > 0 ? most / momentum(one.smallest()) : 1;
            if (factor > widest) {
                widest = factor;
                best = Optional.of(one);
            }
        }
        return best;
    }

    /** A momentum is there also where the star cannot give it. */
    private static double momentum(Alternative alternative) {
        return alternative.kicked().recoil().momentum().norm();
    }

    /** Returns the choice with the largest kick. */
    public Alternative largest() {
        return choices.stream().max(BY_MOMENTUM).orElseThrow();
    }

    /** Returns the choice with the smallest kick. */
    public Alternative smallest() {
        return choices.stream().min(BY_MOMENTUM).orElseThrow();
    }

    /** Returns the choice in force. */
    public Optional<ClosureChoice> inForce() {
        return choices.stream()
                .map(Alternative::of)
                .filter(ClosureChoice::inForce)
                .findFirst();
    }
}
