package org.chiralkick.study.run;

import org.chiralkick.host.Coupling;
import org.chiralkick.host.CouplingConfig;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.study.Session;

/**
 * One star with one mechanism, found to be in order before anything is computed.
 *
 * @param plan what emits
 * @param magnet its field and rotation
 * @param config the coupling's configuration: which mechanism, with which closures
 */
public record KickRequest(StarPlan plan, Magnet magnet, CouplingConfig config) {
    /**
     * Returns the kick.
     *
     * @param evolutions the stars that earlier requests of the session evolved, which are used again
     */
    public Kicked kick(Session session, Evolutions evolutions) {
        try (Coupling coupling = session.couple(config)) {
            return evolutions.emitter(plan).kick(magnet, coupling);
        }
    }
}
