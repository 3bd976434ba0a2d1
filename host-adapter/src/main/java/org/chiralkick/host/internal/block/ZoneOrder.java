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

    /** Sets {@code index[i]} to which of the distinct zones the zone {@code zone + i} of the binding is. */
    void index(int axes, long zone, int count, int[] index) {
        long previous = -2;
        long inRow = 0;
        int at = 0;
        int step = (axes & 1) == 0 ? 1 : 0;
        for (int i = 0; i < count; i++) {
            long number = number(zone + i);
            if (number == previous + 1 && ++inRow < extent[0]) {
                at += step;
            } else {
                inRow = number % extent[0];
                at = index(axes, number);
            }
            index[i] = at;
            previous = number;
        }
    }

    private int index(int axes, long number) {
        long rest = number;
        long stride = 1;
        long at = 0;
        for (int axis = 0; axis < AXES; axis++) {
            if ((axes >> axis & 1) == 0) {
                at += rest % extent[axis] * stride;
                stride *= extent[axis];
            }
            rest /= extent[axis];
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
