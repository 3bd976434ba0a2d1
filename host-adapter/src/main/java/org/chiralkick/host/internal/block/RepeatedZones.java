package org.chiralkick.host.internal.block;

import java.util.Arrays;
import org.chiralkick.host.internal.derivation.Derivation;
import org.chiralkick.host.internal.derivation.Deriver;
import org.chiralkick.source.ZoneBlock;

/** Derives what repeats along some extents of a block once, and copies it to the zones that share it. */
final class RepeatedZones {
    private final Piece piece;
    private final ZoneBlock.Owner zones;
    private final int[] index = new int[BlockEvaluator.PIECE];
    private int[] axes = {};
    private int indexed;

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
        indexed = 0;
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
    long derive(int derivation, double[] into, double[] scratch) {
        Derivation way = piece.plan.derivations[derivation];
        ZoneOrder order = piece.block.order();
        double[] values = order.values(way, axes[derivation]);
        long[] derivedIn = order.derivedIn(way);
        long call = order.call();
        if (indexed != axes[derivation]) {
            indexed = axes[derivation];
            order.index(indexed, piece.zone, piece.count, index);
        }
        if (order.isComplete(way) && piece.marks.allValid()) {
            for (int i = 0; i < piece.count; i++) {
                into[piece.first + i] = values[index[i]];
            }
            return 0;
        }
        long derived = 0;
        int i = 0;
        while (i < piece.count) {
            int zone = piece.first + i;
            if (piece.check[zone] != 0) {
                into[zone] = 0;
                i++;
            } else if (derivedIn[index[i]] == call) {
                into[zone] = values[index[i]];
                i++;
            } else {
                int end = i;
                while (end < piece.count && piece.check[piece.first + end] == 0 && derivedIn[index[end]] != call) {
                    derivedIn[index[end]] = call;
                    end++;
                }
                zones.window(zone, piece.first + end);
                Deriver.derive(way, zones.block(), piece.check, scratch);
                derived += end - i;
                order.derived(way, axes[derivation], end - i);
                for (; i < end; i++) {
                    values[index[i]] = into[piece.first + i];
                }
            }
        }
        zones.window(piece.first, piece.end());
        return derived;
    }
}
