package org.chiralkick.star;

import org.chiralkick.host.Coupling;
import org.chiralkick.star.dipole.Escape;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.star.kick.Kicked;
import org.chiralkick.table.Numbers;

/** A star that may be asked, again and again, for the kick that a field, a rotation and a mechanism would give it. Thread-safe. */
public interface EmittingStar {
    /**
     * Returns what the star receives.
     *
     * @param magnet field and rotation that it is given
     * @param coupling in cgs units with an empty ledger
     * @throws EvolutionException if the star cannot evolve with this mechanism
     */
    Kicked kick(Magnet magnet, Coupling coupling);

    /** Returns the star in a line: its matter, where it emits, and for how long. */
    String describe();

    /** Returns the shape of its field and, where none is given, its strength [G]. */
    String field(Magnet magnet);

    /** Returns the shape of its field, and where it has the strength that is given. */
    String fieldMeaning();

    /** Returns the star with a field and a rotation in a line. */
    default String describe(Magnet magnet) {
        return describe() + "; " + field(magnet)
                + (magnet.obliquityDeg() == 0
                        ? ""
                        : ", tilted " + Numbers.given(magnet.obliquityDeg()) + " deg from the spin")
                + (Double.isInfinite(magnet.spinPeriodS())
                        ? "; no rotation"
                        : "; spin period " + Numbers.given(magnet.spinPeriodS()) + " s");
    }

    /** Returns what decides how neutrinos leave. */
    Escape escape();

    /** Returns how long it emits [s]. */
    double durationS();
}
