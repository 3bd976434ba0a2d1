package org.chiralkick.star;

import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kick;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.table.Numbers;

/**
 * A star that cools. Where it does not feel the mechanism ({@link Feedback#NONE}), one evolution serves all that it is asked;
 * otherwise it evolves anew each time.
 *
 * @param name of the star
 * @param config what evolves; its field and rotation are replaced
 * @param shape shape of the field
 * @param shared the evolution that serves all; empty where the star feels the mechanism
 */
public record CooledStar(String name, CoolingConfig config, FieldShape shape, Optional<EmissionHistory> shared)
        implements EmittingStar {
    @Override
    public Kicked kick(Magnet magnet, Coupling coupling) {
        SpinningField field = shape.of(magnet);
        double massG =
                shared.map(history -> counted(history, field, coupling)).orElseGet(() -> evolved(field, coupling));
        return new Kicked(coupling.recoil(), Kick.of(coupling.recoil(), massG), Kicked.flags(coupling));
    }

    private double evolved(SpinningField field, Coupling coupling) {
        try {
            return CoolingStar.start(config.withField(field), coupling)
                    .finish(snapshot -> {})
                    .massG();
        } catch (IllegalStateException e) {
            throw new EvolutionException(e);
        }
    }

    private static double counted(EmissionHistory history, SpinningField field, Coupling coupling) {
        history.count(field, coupling);
        return history.massG();
    }

    @Override
    public double durationS() {
        return config.endTimeS();
    }

    @Override
    public String describe() {
        return "star " + name + " cooling for " + Numbers.given(durationS()) + " s ("
                + config.star().structure().label() + "); emission from optical depth "
                + Numbers.of(config.emissionDepth(), 3);
    }

    @Override
    public String field(Magnet magnet) {
        return shape.label() + " field of " + Numbers.given(shape.gauss(magnet)) + " G at the start";
    }
}
