package org.chiralkick.star;

import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.star.kick.StarKick;
import org.chiralkick.table.Numbers;

/**
 * A star that cools. Where it does not feel the mechanism ({@link Feedback#NONE}), one evolution serves all that it is asked;
 * otherwise it evolves anew each time.
 *
 * @param name of the star
 * @param config what evolves; its field and rotation are replaced
 * @param shape shape of the field
 * @param escape what decides how neutrinos leave; both numbers are in the result
 * @param shared the evolution that serves all; empty where the star feels the mechanism
 */
public record CooledStar(
        String name, CoolingConfig config, FieldShape shape, Escape escape, Optional<EmissionHistory> shared)
        implements EmittingStar {
    @Override
    public Kicked kick(Magnet magnet, Coupling coupling) {
        SpinningField field = shape.of(magnet);
        return shared.map(history -> Kicked.of(history.kick(field, coupling), escape, Kicked.flags(coupling)))
                .orElseGet(() -> evolved(field, coupling));
    }

    private Kicked evolved(SpinningField field, Coupling coupling) {
        try {
            CoolingStar star = CoolingStar.start(config.withField(field), coupling);
            StarKick kick = star.finish(snapshot -> {}).kick();
            return Kicked.of(kick, escape, star.flags().surface());
        } catch (IllegalStateException e) {
            throw new EvolutionException(e);
        }
    }

    @Override
    public double durationS() {
        return config.endTimeS();
    }

    @Override
    public String describe() {
        return "star " + name + " cooling for " + Numbers.given(durationS()) + " s ("
                + config.star().structure().label() + "); escape " + escape.label() + "; surface at optical depth "
                + Numbers.of(config.emissionDepth(), 3);
    }

    @Override
    public String field(Magnet magnet) {
        return shape.label() + " field of " + Numbers.given(shape.gauss(magnet)) + " G at the start";
    }
}
