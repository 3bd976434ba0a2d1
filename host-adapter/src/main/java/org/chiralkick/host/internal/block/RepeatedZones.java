package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.derivation.PickedZones;
import org.chiralkick.source.ZoneBlock;

/** Derives what repeats along some extents of a block once, and copies it to the zones that share it. */
final class RepeatedZones {
    private final Piece piece;
    private final ZoneBlock.Owner zones;
    /** Where in the piece the runs begin, and which of the distinct zones their first is. */
    private final int[] start = new int[BlockEvaluator.PIECE + 1];

    private final int[] at = new int[BlockEvaluator.PIECE];
    /** The zones that are derived, and which of the distinct ones each is. */
    private final PickedZones picked = new PickedZones(BlockEvaluator.PIECE);

    private final int[] distinct = new int[BlockEvaluator.PIECE];
    private int[] axes = {};
    private int runs;
    private int step;
    private int cutFor;
    private boolean allValid;

    RepeatedZones(Piece piece, ZoneBlock.Owner zones) {
        this.piece = piece;
        this.zones = zones;
    }

    /** Finds what repeats in a block. */
    void start() {
        Derivation[] ways = piece.plan.derivations;
        if (axes.length < ways.length) {
            axes = new int[ways.length];
        }
        ZoneOrder order = piece.block.order();
        order.start();
        if (ways.length > 0 && order.anyRepeats()) {
            order.axes(ways, axes);
        } else {
            Arrays.fill(axes, 0);
        }
    }

    /** Begins with the piece that has been moved to. */
    void move() {
        cutFor = 0;
    }

    /** Returns whether a derivation of the plan repeats. */
    boolean repeats(int derivation) {
        return axes[derivation] != 0;
    }

    /**
     * Derives a column. What is marked invalid is left out, and derived for another zone that shares it: there is more in a zone than what
     * repeats.
     *
     * @param into the derived column
     * @return how many zones were derived
     */
    long derive(int derivation, double[] into) {
        Derivation way = piece.plan.derivations[derivation];
        ZoneOrder order = piece.block.order();
        double[] values = order.values(way, axes[derivation]);
        if (cutFor != axes[derivation]) {
            cut(order, axes[derivation]);
        }
        int derived = 0;
        if (!order.isComplete(way)) {
            derived = deriveNew(way, order, values);
            order.derived(way, axes[derivation], derived);
        }
        for (int r = 0; r < runs; r++) {
            copy(r, values, into);
        }
        if (!allValid) {
            clearInvalid(into);
        }
        return derived;
    }

    /** Derives the distinct zones that this piece is the first to have a valid zone of; returns how many there are. */
    private int deriveNew(Derivation way, ZoneOrder order, double[] values) {
        long[] derivedIn = order.derivedIn(way);
        long call = order.call();
        picked.clear();
        for (int r = 0; r < runs; r++) {
            pick(r, derivedIn, call);
        }
        double[] derived = picked.derive(way, zones.block());
        int count = picked.count();
        for (int j = 0; j < count; j++) {
            values[distinct[j]] = derived[j];
        }
        return count;
    }

    private void pick(int r, long[] derivedIn, long call) {
        double[] check = piece.check;
        int first = piece.first + start[r];
        int end = piece.first + start[r + 1];
        int last = step == 1 ? at[r] + end - first : at[r] + 1;
        int zone = first;
        for (int which = at[r]; which < last; which++) {
            while (step == 0 && zone < end - 1 && check[zone] != 0) {
                zone++; // any valid one will do
            }
            if (derivedIn[which] != call && check[zone] == 0) {
                derivedIn[which] = call;
                distinct[picked.count()] = which;
                picked.pick(zone);
            }
            zone++;
        }
    }

    private void clearInvalid(double[] into) {
        for (int zone = piece.first; zone < piece.end(); zone++) {
            into[zone] = piece.check[zone] == 0 ? into[zone] : 0;
        }
    }

    private void cut(ZoneOrder order, int repeating) {
        if (cutFor == 0) {
            allValid = piece.marks.allValid(); // sums up a column, the same for all derivations
        }
        cutFor = repeating;
        step = order.step(repeating);
        runs = order.runs(repeating, piece.zone, piece.count, start, at);
    }

    private void copy(int r, double[] values, double[] into) {
        int from = piece.first + start[r];
        int length = start[r + 1] - start[r];
        if (step == 1) {
            System.arraycopy(values, at[r], into, from, length);
        } else {
            Arrays.fill(into, from, from + length, values[at[r]]);
        }
    }
}
