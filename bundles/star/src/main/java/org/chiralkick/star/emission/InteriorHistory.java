package org.chiralkick.star.emission;

import java.util.ArrayList;
import java.util.List;

/**
 * What the l = 1 response of a star to other fluxes needs of an evolution, in bounded memory: beyond a number of steps each pair of
 * them becomes one. Steps follow the pace of the star, so that each then changes it by twice as much.
 */
public final class InteriorHistory {
    /** Numbers that are kept of a zone and a step. */
    private static final long NUMBERS_PER_ZONE = 32;

    private static final long MOST_NUMBERS = 4L << 20;
    private static final long LEAST_STEPS = 128;

    private final int mostSteps;
    private final List<InteriorMoment> moments = new ArrayList<>();

    /** Makes the history of a star with this many zones, without a step; at most 32 MB beyond 128 steps. */
    InteriorHistory(int zones) {
        this(zones, (int) Math.max(LEAST_STEPS, MOST_NUMBERS / (NUMBERS_PER_ZONE * zones)));
    }

    /**
     * @param zones of the star
     * @param mostSteps even number of steps from which on pairs are joined, {@code >= 2}
     */
    InteriorHistory(int zones, int mostSteps) {
        this.mostSteps = mostSteps / 2 * 2;
    }

    private InteriorHistory(InteriorHistory other) {
        mostSteps = other.mostSteps;
        moments.addAll(other.moments);
    }

    void add(InteriorMoment moment) {
        if (moments.size() >= mostSteps) {
            joinPairs();
        }
        moments.add(moment);
    }

    private void joinPairs() {
        for (int i = 0; i + 1 < moments.size(); i += 2) {
            moments.set(i / 2, moments.get(i).and(moments.get(i + 1)));
        }
        moments.subList(moments.size() / 2, moments.size()).clear();
    }

    /** Returns the history as it is now; later steps do not change it. */
    public InteriorHistory copy() {
        return new InteriorHistory(this);
    }

    List<InteriorMoment> moments() {
        return moments;
    }
}
