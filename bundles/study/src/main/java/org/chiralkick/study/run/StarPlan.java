package org.chiralkick.study.run;

import java.util.List;
import java.util.Optional;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.emission.Feedback;

/**
 * A star that was asked for and found to be in order, before anything is computed: one of the two that is there.
 *
 * @param still a star that stays as it is
 * @param evolving a star that evolves
 * @param key all that the evolution depends on where the star does not feel the mechanism
 */
public record StarPlan(Optional<FrozenStar> still, Optional<RunInputs> evolving, List<Object> key) {
    /** Returns the plan of a star that stays as it is. */
    public static StarPlan frozen(FrozenStar star) {
        return new StarPlan(Optional.of(star), Optional.empty(), List.of());
    }

    /**
     * Returns the plan of a star that evolves.
     *
     * @param key all that the evolution depends on where the star does not feel the mechanism
     */
    public static StarPlan evolving(RunInputs inputs, List<Object> key) {
        return new StarPlan(Optional.empty(), Optional.of(inputs), key);
    }

    /** Tells whether anything about it takes a second or more. */
    public boolean lasts() {
        return evolving.isPresent();
    }

    /** Tells whether each kick takes an evolution of its own, which lasts. */
    public boolean evolvesEachTime() {
        return evolving.map(inputs -> inputs.config().feedback() != Feedback.NONE)
                .orElse(false);
    }
}
