package org.chiralkick.host.internal.audit;

import org.chiralkick.host.value.NamedZones;

/** Says which zones were doubtful, each kind at most once in so many steps. */
public final class ZoneReports {
    private static final long NEVER = Long.MIN_VALUE;
    private static final int BLIND = 1;
    private static final int INVALID = 2;
    private static final int IMPLAUSIBLE = 4;

    private final long every;
    private long steps;
    private long saidBlind = NEVER;
    private long saidInvalid = NEVER;
    private long saidImplausible = NEVER;

    /** Makes reports that are at least {@code every} steps apart; 0 for none. */
    public ZoneReports(int every) {
        this.every = every;
    }

    /**
     * Returns what is to be said after a committed step, a bit for each kind; 0 where there is nothing, or it was said lately.
     *
     * @param evaluated zone evaluations that were counted in it
     */
    public int due(long evaluated, DoubtfulZones invalid, DoubtfulZones implausible) {
        steps++;
        int kinds = 0;
        if (every == 0) {
            return kinds;
        }
        if (invalid.total() > 0 && invalid.total() == evaluated) {
            if (due(saidBlind)) {
                saidBlind = steps;
                kinds |= BLIND;
            }
        } else if (invalid.total() > 0 && due(saidInvalid)) {
            saidInvalid = steps;
            kinds |= INVALID;
        }
        if (implausible.total() > 0 && due(saidImplausible)) {
            saidImplausible = steps;
            kinds |= IMPLAUSIBLE;
        }
        return kinds;
    }

    /** Returns the words for what is due; empty for 0. */
    public static String text(int due, long step, long evaluated, DoubtfulZones invalid, DoubtfulZones implausible) {
        StringBuilder text = new StringBuilder();
        if ((due & BLIND) != 0) {
            text.append("no zone could be evaluated in step ").append(step).append(", all fluxes are 0: ");
            tell(invalid, invalid.named(false), "invalid", evaluated, text);
        }
        if ((due & INVALID) != 0) {
            text.append("in step ").append(step).append(' ');
            tell(invalid, invalid.named(false), "invalid, with zero fluxes", evaluated, text);
        }
        if ((due & IMPLAUSIBLE) != 0) {
            text.append(text.length() > 0 ? "; " : "in step " + step + " ");
            tell(implausible, implausible.named(true), "implausible, with the fluxes that follow", evaluated, text);
        }
        return text.toString();
    }

    private boolean due(long said) {
        return said == NEVER || steps - said >= every;
    }

    private static void tell(DoubtfulZones zones, NamedZones named, String what, long evaluated, StringBuilder text) {
        text.append(zones.total())
                .append(" of ")
                .append(evaluated)
                .append(" zone evaluations are ")
                .append(what);
        text.append(" (");
        String separator = "";
        for (var cause : named.causes().entrySet()) {
            text.append(separator).append(cause.getKey()).append(' ').append(cause.getValue());
            separator = ", ";
        }
        text.append(')');
        named.first().ifPresent(first -> text.append("; the first: ").append(first));
    }
}
