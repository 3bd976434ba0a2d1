package org.chiralkick.cli.serve;

import java.util.Locale;
import org.chiralkick.study.run.Run;
import org.chiralkick.table.Numbers;

/**
 * How fast the star's time goes by on the clock on the wall.
 *
 * <p>A star's first 0.1 s hold as many steps as the twenty seconds that follow, so that a pace in decades of its time shows both. Times
 * before 1 ms, in which the surface adapts to the zones, are never waited for.
 *
 * @param kind of what there is so much in a second
 * @param perSecond how much of it in a second on the wall, in [1e-6, 1e6]; without meaning for {@link Kind#UNLIMITED}
 */
public record Pace(Kind kind, double perSecond) {
    /** Of what a pace counts. */
    public enum Kind {
        /** Decades of the star's time [1/s]. */
        DECADES,
        /** Seconds of the star's time [1]. */
        SECONDS,
        /** No waiting. */
        UNLIMITED
    }

    /** Time of the star at which pacing begins [s]. */
    static final double FIRST_PACED_S = Run.ADAPTED_S;

    /** A decade of the star's time in five seconds: 20 s of it in 22 s. */
    public static final Pace DEFAULT = new Pace(Kind.DECADES, 0.2);

    /** No waiting. */
    public static final Pace UNLIMITED = new Pace(Kind.UNLIMITED, 1);

    private static final String DECADES_SUFFIX = "dec";
    private static final double SLOWEST = 1e-6;
    private static final double FASTEST = 1e6;

    /** Refuses a rate out of range. */
    public Pace {
        if (!(perSecond >= SLOWEST && perSecond <= FASTEST)) {
            throw new IllegalArgumentException("pace is " + perSecond + "; must be in [1e-6, 1e6]");
        }
    }

    /**
     * Returns the pace of a text: {@code "0.2dec"} for decades of the star's time per second, {@code "2"} for seconds of it,
     * {@code "max"} for no waiting.
     *
     * @throws IllegalArgumentException if it is none of these
     */
    public static Pace parse(String text) {
        String given = text.strip().toLowerCase(Locale.ROOT);
        if (given.equals("max")) {
            return UNLIMITED;
        }
        boolean decades = given.endsWith(DECADES_SUFFIX);
        String number = decades ? given.substring(0, given.length() - DECADES_SUFFIX.length()) : given;
        try {
            return new Pace(decades ? Kind.DECADES : Kind.SECONDS, Double.parseDouble(number));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "pace is '" + text + "'; must be decades of the star's time per second (0.2dec), "
                            + "seconds of it per second (2), or max");
        }
    }

    /**
     * Returns how long a step should take on the wall [s].
     *
     * @param fromS the star's time before it [s]
     * @param toS and after it [s]
     */
    public double wallSeconds(double fromS, double toS) {
        double from = Math.max(fromS, FIRST_PACED_S);
        double to = Math.max(toS, FIRST_PACED_S);
        return switch (kind) {
            case DECADES -> Math.log10(to / from) / perSecond;
            case SECONDS -> (to - from) / perSecond;
            case UNLIMITED -> 0;
        };
    }

    /** Returns the text that {@link #parse} reads. */
    public String label() {
        return switch (kind) {
            case DECADES -> Numbers.given(perSecond) + DECADES_SUFFIX;
            case SECONDS -> Numbers.given(perSecond);
            case UNLIMITED -> "max";
        };
    }
}
