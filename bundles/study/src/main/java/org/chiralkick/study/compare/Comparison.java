package org.chiralkick.study.compare;

import java.util.List;
import java.util.function.LongConsumer;
import org.chiralkick.star.EmittingStar;
import org.chiralkick.star.field.Magnet;
import org.chiralkick.study.Session;
import org.chiralkick.study.run.Evolutions;
import org.chiralkick.study.run.StarPlan;

/**
 * Every installed mechanism, each other choice of its closures and each preset, on one star.
 *
 * @param star the star, its field and its rotation, in words
 * @param table a row per case
 */
public record Comparison(String star, KickTable table) {
    /** Returns the number of cases that {@link #of} will compute. */
    public static int cases(Session session) {
        return KickCase.of(session.installed()).size();
    }

    /**
     * Computes all cases.
     *
     * @param magnet field and rotation
     * @param progress receives the number of cases done
     */
    public static Comparison of(Session session, StarPlan plan, Magnet magnet, LongConsumer progress) {
        List<KickCase> cases = KickCase.of(session.installed());
        EmittingStar emitter = new Evolutions(session).emitter(plan);
        return new Comparison(emitter.describe(magnet), KickTable.compute(session, cases, emitter, magnet, progress));
    }
}
