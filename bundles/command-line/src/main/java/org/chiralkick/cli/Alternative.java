package org.chiralkick.cli;

import java.util.ArrayList;
import java.util.List;
import org.chiralkick.cli.star.Emitter;
import org.chiralkick.cli.star.Kick;
import org.chiralkick.cli.star.Kicked;
import org.chiralkick.cli.star.Magnet;
import org.chiralkick.host.Coupling;

/**
 * What a run would have given with one choice made otherwise.
 *
 * @param of the choice
 * @param kicked what the star would have received
 */
record Alternative(ClosureChoice of, Kicked kicked) {
    /**
     * Returns what a star would get under each choice about the closures of a run.
     *
     * @param star the star of the run, which is asked again
     * @param magnet its field and rotation
     */
    static List<Alternative> of(Session session, KickReport report, Emitter star, Magnet magnet) {
        List<Alternative> all = new ArrayList<>();
        for (ClosureChoice choice : ClosureChoice.about(report.config(), report.closures())) {
            try (Coupling coupling = session.couple(choice.config())) {
                all.add(new Alternative(choice, star.kick(magnet, coupling)));
            }
        }
        return all;
    }

    Kick kick() {
        return kicked.kick();
    }
}
