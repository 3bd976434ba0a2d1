package org.chiralkick.star;

import java.util.Optional;
import org.chiralkick.host.Coupling;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.emission.Feedback;
import org.chiralkick.star.field.Contraction;
import org.chiralkick.star.field.FieldAt;
import org.chiralkick.star.field.FieldShape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.field.SpinningField;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.table.Numbers;

/**
 * A star that cools. Where it does not feel the mechanism ({@link Feedback#NONE}), one evolution serves all that it is asked;
 * otherwise it evolves anew each time.
 *
 * @param name of the star
 * @param config what evolves; its field and rotation are replaced
 * @param shape shape of the field
 * @param fieldAt when it has the field that it is given
 * @param escape what decides how neutrinos leave; both numbers are in the result
 * @param surface how its surface shrinks; empty where nobody has found out yet
 * @param shared the evolution that serves all; empty where the star feels the mechanism
 */
public record CooledStar(
        String name,
        CoolingConfig config,
        FieldShape shape,
        FieldAt fieldAt,
        Escape escape,
        Optional<Contraction> surface,
        Optional<EmissionHistory> shared)
        implements EmittingStar {
    /** Returns the same star along an evolution that it had once before, whatever it is given. */
    public CooledStar along(EmissionHistory history) {
        return new CooledStar(
                name, config, shape, fieldAt, escape, Optional.of(history.surface()), Optional.of(history));
    }

    /**
     * Returns the same star with all that it takes to give it a field: where that is the field at the end, how its surface shrinks.
     *
     * @throws EvolutionException if the star cannot evolve
     */
    public CooledStar ready() {
        if (fieldAt == FieldAt.START || surface.isPresent()) {
            return this;
        }
        try {
            return new CooledStar(
                    name, config, shape, fieldAt, escape, Optional.of(CoolingStar.contraction(config)), shared);
        } catch (IllegalStateException e) {
            throw new EvolutionException(e);
        }
    }

    /**
     * Returns field and rotation as the evolution takes them.
     *
     * @throws IllegalStateException if the field is that at the end, and the star is not {@link #ready}
     */
    public SpinningField spinning(Magnet magnet) {
        if (fieldAt == FieldAt.START) {
            return shape.of(magnet);
        }
        return shape.of(
                magnet,
                fieldAt,
                surface.orElseThrow(() -> new IllegalStateException("how the surface shrinks is not known yet")));
    }

    @Override
    public Kicked kick(Magnet magnet, Coupling coupling) {
        CooledStar star = ready();
        SpinningField field = star.spinning(magnet);
        Kicked kicked = shared.map(history -> history.kicked(field, coupling, escape))
                .orElseGet(() -> evolved(field, coupling));
        return kicked.inFieldOf(shape.gauss(magnet), coupling.sources());
    }

    private Kicked evolved(SpinningField field, Coupling coupling) {
        try {
            CoolingStar star = CoolingStar.start(config.withField(field), coupling);
            Snapshot start = star.now();
            Snapshot end = star.finish(snapshot -> {});
            return Kicked.of(
                    end.kick(),
                    escape,
                    star.flags().of(escape),
                    Snapshot.contraction(start, end).of(field));
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
    public String fieldMeaning() {
        return shape.label()
                + (fieldAt == FieldAt.END
                        ? " field, B_r at the magnetic pole of the final surface"
                        : " field at the start");
    }

    @Override
    public String field(Magnet magnet) {
        String given =
                shape.label() + " field of " + Numbers.given(shape.gauss(magnet)) + " G at the " + fieldAt.label();
        return surface.map(contraction ->
                        given + " (" + contraction.of(spinning(magnet)).describe() + ")")
                .orElse(given);
    }
}
