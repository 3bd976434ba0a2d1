package org.chiralkick.star;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chiralkick.matter.PhysicalConstants;
import org.chiralkick.star.kick.Kicked;

/**
 * Watches whether a star rotates faster than it could hold together, Omega^2 R^3 > G M at its emitting surface. The model goes on all the
 * same, because its structure knows of no rotation; the result is flagged {@link org.chiralkick.star.kick.Kicked#SPIN_BEYOND_BREAKUP}.
 */
public final class BreakUp {
    private final double massG;
    private double largestRatio;
    private double periodS;
    private double limitS;

    /** Watches a star of this mass [g]. */
    BreakUp(double massG) {
        this.massG = massG;
    }

    /** Looks at a star as it was, at the start and after each step; at least once. */
    public static BreakUp along(List<Snapshot> history) {
        BreakUp star = new BreakUp(history.get(0).massG());
        history.forEach(snapshot -> star.watch(snapshot.neutrinosphere().radiusCm(), snapshot.angularVelocityPerS()));
        return star;
    }

    /**
     * Looks at the star.
     *
     * @param radiusCm radius of the emitting surface [cm]
     * @param angularVelocityPerS Omega [1/s]
     */
    void watch(double radiusCm, double angularVelocityPerS) {
        double limit = Math.sqrt(PhysicalConstants.NEWTON_CM3_PER_G_S2 * massG / radiusCm) / radiusCm;
        double ratio = Math.abs(angularVelocityPerS) / limit;
        if (ratio > largestRatio) {
            largestRatio = ratio;
            periodS = 2 * Math.PI / Math.abs(angularVelocityPerS);
            limitS = 2 * Math.PI / limit;
        }
    }

    /** Returns the flag where it did; else none. */
    public Map<String, Long> flag() {
        return largestRatio <= 1 ? Map.of() : Map.of(Kicked.SPIN_BEYOND_BREAKUP, 1L);
    }

    /** Returns a sentence where it did. */
    public Optional<String> remark() {
        return largestRatio <= 1
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "the star turns once in %.3g ms where %.3g ms is the shortest period that its emitting surface could bear; the "
                                + "model does not tear it apart",
                        1e3 * periodS,
                        1e3 * limitS));
    }
}
