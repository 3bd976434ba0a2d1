package org.chiralkick.study.run;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;
import org.chiralkick.study.closure.ClosureChoice;

/**
 * What a run would have given with one choice made otherwise.
 *
 * @param of the choice
 * @param kicked what the star would have received
 */
public record Alternative(ClosureChoice of, Kicked kicked) {
    /**
     * Returns what a star would get under each choice about the closures of a run.
     *
     * @param star the star of the run, ready to emit
     */
    static List<Alternative> of(Session session, Run run, EmittingStar star) {
        return of(
                session,
                ClosureChoice.about(run.config(), run.sources()),
                star,
                run.inputs().magnet());
    }

    /** Returns what a star would get under each of these choices. */
    public static List<Alternative> of(Session session, List<ClosureChoice> choices, EmittingStar star, Magnet magnet) {
        List<Alternative> all = new ArrayList<>();
        for (ClosureChoice choice : choices) {
            try (Coupling coupling = session.couple(choice.config())) {
                all.add(new Alternative(choice, star.kick(magnet, coupling)));
            }
        }
        return all;
    }

    public Kick kick() {
        return kicked.kick();
    }
}
