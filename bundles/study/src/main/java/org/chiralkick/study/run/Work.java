package org.chiralkick.study.run;

import org.chiralkick.star.StarModel;

/**
 * How much a run has to do, for whoever shows its progress.
 *
 * @param parts what it consists of
 * @param count how many of them there are
 * @param lasts whether it takes more than some seconds
 */
public record Work(String parts, long count, boolean lasts) {
    /** Evaluations of a surface that take a second. */
    private static final long MANY_EVALUATIONS = 100_000;

    /** Zones over tolerance; the defaults, 2400, take about a second. */
    private static final double FINE = 6000;

    /** Returns what there is to do for a run. */
    public static Work of(RunInputs inputs) {
        if (inputs.cools()) {
            StarModel model = inputs.cooling().config().star();
            return new Work(
                    "ms of the star", milliseconds(inputs.durationS()), model.zones() / model.tolerance() > FINE);
        }
        long surfaces = inputs.decouplingSurface().isPresent() ? 2 : 1;
        long evaluations = inputs.frozenEvaluations() * surfaces;
        return new Work("evaluations", evaluations, evaluations > MANY_EVALUATIONS);
    }

    /** Returns how much is done of a star that cools at a time [s]. */
    static long milliseconds(double timeS) {
        return Math.round(1e3 * timeS);
    }
}
