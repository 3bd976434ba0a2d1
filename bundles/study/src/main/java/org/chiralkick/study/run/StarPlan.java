package org.chiralkick.study.run;

import java.util.List;
import java.util.Optional;
import org.chiralkick.star.CooledStar;
import org.chiralkick.star.EmissionHistory;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.EvolutionException;
import org.chiralkick.star.FrozenStar;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.profile.StarProfile;

/**
 * A star that was requested and found to be in order, before anything is computed and whatever field and rotation it is given.
 *
 * @param star its profile at the beginning
 * @param emitter what emits: a {@link FrozenStar}, or a {@link CooledStar} that has no evolution yet
 * @param key all that the evolution depends on where the star does not feel the mechanism; empty for a frozen star
 */
public record StarPlan(StarProfile star, EmittingStar emitter, List<Object> key) {
    public StarPlan {
        key = List.copyOf(key);
    }

    /** Returns the star whose surface stays as it is; empty for one that cools. */
    public Optional<FrozenStar> frozen() {
        return emitter instanceof FrozenStar frozen ? Optional.of(frozen) : Optional.empty();
    }

    /** Returns the star that cools, without an evolution yet; empty for a frozen one. */
    public Optional<CooledStar> cooling() {
        return emitter instanceof CooledStar cooled ? Optional.of(cooled) : Optional.empty();
    }

    /** Returns a star that cools as it did once before, whatever it is given. */
    EmittingStar along(EmissionHistory history) {
        return cooling().orElseThrow().along(history);
    }

    /**
     * Returns the star with all that it takes to give it a field. Where that is the field at the end of a star that cools, it
     * evolves.
     *
     * @throws EvolutionException if it cannot
     */
    public StarPlan ready() {
        return cooling().map(star -> new StarPlan(this.star, star.ready(), key)).orElse(this);
    }

    /** Returns whether anything about it takes a second or more. */
    public boolean lasts() {
        return cooling().isPresent();
    }

    /** Returns whether each kick takes an evolution of its own, which lasts. */
    public boolean evolvesEachTime() {
        return cooling()
                .filter(star -> star.config().feedback() != Feedback.NONE)
                .isPresent();
    }
}
