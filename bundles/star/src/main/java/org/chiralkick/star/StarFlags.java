package org.chiralkick.star;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many zone evaluations of a run have raised which validity flags: a flag of the surface that emits doubts the emission, one of
 * the interior what the star hides.
 *
 * @param surface of the surface that emits, label to count; those that are raised once per run are among them
 * @param surfaceEvaluations how many there were on the surface
 * @param interior of the zones inside
 * @param interiorEvaluations how many there were inside
 */
public record StarFlags(
        Map<String, Long> surface, long surfaceEvaluations, Map<String, Long> interior, long interiorEvaluations) {
    /** Keeps its own copies, in their order. */
    public StarFlags {
        surface = Collections.unmodifiableMap(new LinkedHashMap<>(surface));
        interior = Collections.unmodifiableMap(new LinkedHashMap<>(interior));
    }

    /** Returns the flags of a star of which the surface alone is evaluated. */
    public static StarFlags ofSurface(Map<String, Long> flags, long evaluations) {
        return new StarFlags(flags, evaluations, Map.of(), 0);
    }
}
