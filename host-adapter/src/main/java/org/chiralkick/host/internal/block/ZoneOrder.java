package org.chiralkick.host.internal.block;

import java.nio.LongBuffer;
import java.util.Arrays;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * Where the zones of a binding stand in the host's block, along which extents of the block its inputs repeat, and what was derived already
 * in a call of the host's: what repeats by a stride of zero is derived once. A binding has an order of its own; the pieces of a block that
 * is cut share one. Belongs to one thread at a time.
 */
public final class ZoneOrder {
    static final int AXES = 4;

    /** More distinct zones than this are derived one by one: their values would not stay in a cache. */
    private static final long MOST_DISTINCT = 1 << 20;

    private static final int WAYS = Derivation.values().length;

    private final boolean ofPieces;
    private final long[] extent = new long[AXES];
    private final long[] repeats = new long[AXES];
    /** Zones along extents that were joined, of which every other one repeats. */
    private final long[] span = new long[AXES];

    private boolean keepsFirst;
    private final double[][] values = new double[WAYS][0];
    private final long[][] derivedIn = new long[WAYS][0];
    private final long[] completeIn = new long[WAYS];
    private final long[] missing = new long[WAYS];
    private final long[] countedIn = new long[WAYS];
    private long call;
    private long hostCall = -1;
    private long first;
    private @Nullable LongBuffer numbers;

    /** Makes the order of a block, or of pieces of the host's block. */
    public ZoneOrder(boolean ofPieces) {
        this.ofPieces = ofPieces;
        Arrays.fill(extent, 1);
    }

    boolean isOfPieces() {
        return ofPieces;
    }

    /** Sets the zones along an extent of the block. */
    public void extent(int axis, long zones) {
        extent[axis] = zones;
    }

    /** Sets the fields that repeat along an extent: a bit each, by their ordinals. */
    public void repeats(int axis, long fields) {
        repeats[axis] = fields;
    }

    /** Says that a field repeats along an extent. */
    void repeats(int axis, ZoneField field) {
        repeats[axis] |= 1L << field.ordinal();
    }

    void forgetRepeats() {
        Arrays.fill(repeats, 0);
    }

    /** Says in which call of the host's the next piece is; what was derived in another is forgotten. */
    public void call(long number) {
        if (number != hostCall) {
            hostCall = number;
            call++;
        }
    }

    /** Says that the next piece has zones in a row. */
    public void from(long zone) {
        first = zone;
        numbers = null;
    }

    /** Says which zones the next piece has, in rising order. */
    public void zones(LongBuffer rising) {
        numbers = rising;
    }

    /** Starts with an evaluation. */
    void start() {
        if (!ofPieces) {
            call++;
        }
    }

    /** Returns the number of a zone in the host's block. */
    long number(long zone) {
        LongBuffer given = numbers;
        return given == null ? first + zone : given.get((int) zone);
    }

    /** Returns whether some field repeats along some extent. */
    boolean anyRepeats() {
        return (repeats[0] | repeats[1] | repeats[2] | repeats[3]) != 0;
    }

    /**
     * Finds, for each derivation of a plan, the extents along which all that it is computed from repeats: a bit each. Where they leave more
     * than half of the zones, it is 0.
     */
    void axes(Derivation[] ways, int[] axes) {
        long a = repeats[0];
        long b = repeats[1];
        long c = repeats[2];
        long d = repeats[3];
        for (int k = 0; k < ways.length; k++) {
            long from = ways[k].computedFrom;
            int mask = along(0, from, a) | along(1, from, b) | along(2, from, c) | along(3, from, d);
            axes[k] = pays(mask) ? mask : 0;
            long derived = axes[k] == 0 ? 0 : 1L << ways[k].field.ordinal();
            a |= (mask & 1) == 0 ? 0 : derived;
            b |= (mask & 2) == 0 ? 0 : derived;
            c |= (mask & 4) == 0 ? 0 : derived;
            d |= (mask & 8) == 0 ? 0 : derived;
        }
    }

    private int along(int axis, long fields, long repeating) {
        return extent[axis] == 1 || (fields & ~repeating) == 0 ? 1 << axis : 0;
    }

    private boolean pays(int axes) {
        long distinct = distinct(axes);
        return distinct > 0 && distinct <= MOST_DISTINCT && 2 * distinct <= distinct(0);
    }

    /** Returns how many zones differ where those along some extents do not. */
    private long distinct(int axes) {
        long product = 1;
        for (int axis = 0; axis < AXES; axis++) {
            product *= (axes >> axis & 1) == 0 ? extent[axis] : 1;
        }
        return product;
    }

    /**
     * Cuts the zones {@code zone} to {@code zone + count - 1} of the binding into runs. A run stays in a row: its zones are the same distinct
     * zone, or each the next one, as {@link #step} says.
     *
     * @param start is set to where in the piece each run begins, and behind the last one to {@code count}
     * @param at is set to which of the distinct zones the first of each run is
     * @return how many runs there are
     */
    int runs(int axes, long zone, int count, int[] start, int[] at) {
        int spans = join(axes);
        int runs = 0;
        int i = 0;
        while (i < count) {
            long number = number(zone + i);
            long row = number / span[0];
            long inRow = number - row * span[0];
            start[runs] = i;
            at[runs] = distinct(spans, row, inRow);
            runs++;
            i += inOneRow(zone + i, (int) Math.min(count - i, span[0] - inRow));
        }
        start[runs] = count;
        return runs;
    }

    /** Returns how far apart the distinct zones of neighbours in a run are: 1, or 0 where they share one. */
    int step(int axes) {
        join(axes);
        return keepsFirst ? 1 : 0;
    }

    /** Returns how many of the zones, at most so many, follow each other in the host's block. */
    private int inOneRow(long zone, int most) {
        LongBuffer given = numbers;
        if (given == null) {
            return most;
        }
        int length = 1;
        while (length < most && given.get((int) zone + length) == given.get((int) zone + length - 1) + 1) {
            length++;
        }
        return length;
    }

    // Extents of one zone vanish, and neighbours that both repeat, or both do not, are one: fewer and longer rows.
    private int join(int axes) {
        int spans = 0;
        boolean kept = false;
        span[0] = 1;
        for (int axis = 0; axis < AXES; axis++) {
            boolean keeps = (axes >> axis & 1) == 0;
            if (extent[axis] == 1) {
                continue;
            }
            if (spans > 0 && keeps == kept) {
                span[spans - 1] *= extent[axis];
            } else {
                span[spans++] = extent[axis];
            }
            keepsFirst = spans == 1 ? keeps : keepsFirst;
            kept = keeps;
        }
        return spans;
    }

    /** Returns which of the distinct zones the zone of a row is; every other extent repeats. */
    private int distinct(int spans, long row, long inRow) {
        long at = keepsFirst ? inRow : 0;
        long stride = keepsFirst ? span[0] : 1;
        boolean keeps = !keepsFirst;
        long rest = row;
        for (int k = 1; k < spans; k++) {
            long above = k == spans - 1 ? 0 : rest / span[k];
            if (keeps) {
                at += (rest - above * span[k]) * stride;
                stride *= span[k];
            }
            rest = above;
            keeps = !keeps;
        }
        return (int) at;
    }

    /** Returns the derived values of the distinct zones; room is made where there is none. */
    double[] values(Derivation way, int axes) {
        int distinct = (int) distinct(axes);
        if (values[way.ordinal()].length < distinct) {
            values[way.ordinal()] = new double[distinct];
            derivedIn[way.ordinal()] = new long[distinct];
        }
        return values[way.ordinal()];
    }

    /** Counts distinct zones that were derived. */
    void derived(Derivation way, int axes, long zones) {
        int k = way.ordinal();
        missing[k] = (countedIn[k] == call ? missing[k] : distinct(axes)) - zones;
        countedIn[k] = call;
        if (missing[k] == 0) {
            completeIn[k] = call;
        }
    }

    /** Returns whether all distinct zones have been derived in this call. */
    boolean isComplete(Derivation way) {
        return completeIn[way.ordinal()] == call;
    }

    /** Returns the call in which each of them was derived, which is {@link #call()} where it holds. */
    long[] derivedIn(Derivation way) {
        return derivedIn[way.ordinal()];
    }

    long call() {
        return call;
    }
}
