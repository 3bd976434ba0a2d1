package org.chiralkick.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.chiralkick.cli.star.Magnet;
import org.chiralkick.cli.star.StarProfile;
import org.chiralkick.cli.star.StaticEmitter;
import org.chiralkick.pns.coupling.Feedback;

/**
 * A star that was asked for and found to be in order, before anything is computed: one of the two that is there.
 *
 * @param still a star that stays as it is
 * @param evolving a star that evolves
 * @param key all that the evolution depends on where the star does not feel the mechanism
 */
record StarPlan(Optional<StaticEmitter> still, Optional<EvolutionInputs> evolving, List<Object> key) {
    /**
     * Reads the files that the options name, and refuses what is out of range.
     *
     * @param magnet a field and rotation that the star will be asked for
     */
    static StarPlan of(EmitterOptions options, Magnet magnet) throws IOException {
        boolean evolves = options.evolves();
        StarProfile star = options.profile();
        return evolves
                ? new StarPlan(
                        Optional.empty(),
                        Optional.of(options.evolving(star, magnet, Feedback.NONE)),
                        options.evolutionKey())
                : new StarPlan(Optional.of(options.still(star)), Optional.empty(), List.of());
    }

    /** Tells whether anything about it takes a second or more. */
    boolean lasts() {
        return evolving.isPresent();
    }

    /** Tells whether each kick takes an evolution of its own, which lasts. */
    boolean evolvesEachTime() {
        return evolving.map(inputs -> inputs.config().feedback() != Feedback.NONE)
                .orElse(false);
    }
}
