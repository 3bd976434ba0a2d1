package org.chiralkick.star;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.chiralkick.source.ValidityFlag;
import org.chiralkick.star.dipole.Escape;

/**
 * How many zone evaluations of a run have raised which validity flags: a flag of the surface that emits doubts the emission, one of
 * the interior what the star hides.
 *
 * @param surface of the surface that emits, label to count; those that are raised once per run are among them
 * @param surfaceEvaluations how many there were on the surface
 * @param interior of the zones inside
 * @param interiorEvaluations how many there were inside
 * @param whole of the star as a whole, once each, such as {@link org.chiralkick.star.kick.Kicked#SPIN_BEYOND_BREAKUP}
 */
public record StarFlags(
        Map<String, Long> surface,
        long surfaceEvaluations,
        Map<String, Long> interior,
        long interiorEvaluations,
        Map<String, Long> whole) {
    /** Keeps its own copies, in their order. */
    public StarFlags {
        surface = Collections.unmodifiableMap(new LinkedHashMap<>(surface));
        interior = Collections.unmodifiableMap(new LinkedHashMap<>(interior));
        whole = Collections.unmodifiableMap(new LinkedHashMap<>(whole));
    }

    /** Returns the share of the evaluations inside that have the most frequent flag, in [0, 1]; 0 where there is none. */
    public double largestShareInside() {
        long most = interior.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return interiorEvaluations > 0 ? (double) most / interiorEvaluations : 0;
    }

    /** Returns the flags of a star of which the surface alone is evaluated. */
    public static StarFlags ofSurface(Map<String, Long> flags, long evaluations, Map<String, Long> whole) {
        return new StarFlags(flags, evaluations, Map.of(), 0, whole);
    }

    /** Returns the flags that doubt what a closure of escape gives: of the interior for the dipole, else of the surface; and of the whole. */
    public Map<String, Long> of(Escape escape) {
        Map<String, Long> all = new LinkedHashMap<>(escape == Escape.DIPOLE ? interior : surface);
        all.putAll(whole);
        return all;
    }

    /** Returns whether a closure of escape has not one valid zone to go by: what it gives is no kick of 0, but none. */
    public boolean noneValid(Escape escape) {
        long evaluations = escape == Escape.DIPOLE ? interiorEvaluations : surfaceEvaluations;
        Map<String, Long> flags = escape == Escape.DIPOLE ? interior : surface;
        return evaluations > 0 && flags.getOrDefault(ValidityFlag.INPUT.label(), 0L) >= evaluations;
    }
}
