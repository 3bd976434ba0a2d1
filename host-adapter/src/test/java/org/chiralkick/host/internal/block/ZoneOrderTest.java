package org.chiralkick.host.internal.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.LongBuffer;
import java.util.BitSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Runs of zones against what each zone is by itself. */
class ZoneOrderTest {
    private static final int[][] SHAPES = {{600, 16}, {16, 600}, {7, 1, 5, 3}, {1, 4, 6, 2}, {2, 3, 4, 5}, {30}};
    private static final int PIECE = 50;

    private final int[] start = new int[PIECE + 1];
    private final int[] at = new int[PIECE];

    private static ZoneOrder order(int[] shape) {
        ZoneOrder order = new ZoneOrder(false);
        for (int axis = 0; axis < shape.length; axis++) {
            order.extent(axis, shape[axis]);
        }
        return order;
    }

    private static int zones(int[] shape) {
        int zones = 1;
        for (int extent : shape) {
            zones *= extent;
        }
        return zones;
    }

    /** Which distinct zone a zone of the block is: its coordinates, without those along which all repeats. */
    private static int distinct(int[] shape, int axes, long number) {
        long at = 0;
        long stride = 1;
        long rest = number;
        for (int axis = 0; axis < shape.length; axis++) {
            if ((axes >> axis & 1) == 0) {
                at += rest % shape[axis] * stride;
                stride *= shape[axis];
            }
            rest /= shape[axis];
        }
        return (int) at;
    }

    private int check(ZoneOrder order, int[] shape, int axes, int zone, int count) {
        int runs = order.runs(axes, zone, count, start, at);
        int step = order.step(axes);
        assertEquals(0, start[0]);
        assertEquals(count, start[runs]);
        for (int r = 0; r < runs; r++) {
            assertTrue(start[r] < start[r + 1], "an empty run");
            for (int i = start[r]; i < start[r + 1]; i++) {
                assertEquals(
                        distinct(shape, axes, order.number(zone + i)),
                        at[r] + step * (i - start[r]),
                        "zone " + (zone + i) + ", extents that repeat " + axes);
            }
        }
        return runs;
    }

    @Test
    void runsGoThroughAWholeBlock() {
        for (int[] shape : SHAPES) {
            for (int axes = 1; axes < 1 << shape.length; axes++) {
                for (int zone = 0; zone < zones(shape); zone += PIECE) {
                    check(order(shape), shape, axes, zone, Math.min(PIECE, zones(shape) - zone));
                }
            }
        }
    }

    @Test
    void runsGoThroughAnyPiecesOfABlock() {
        Random random = new Random(12);
        for (int[] shape : SHAPES) {
            BitSet taken = new BitSet();
            for (int k = 0; k < zones(shape); k++) {
                taken.set(random.nextInt(zones(shape)));
            }
            ZoneOrder order = order(shape);
            order.zones(LongBuffer.wrap(taken.stream().asLongStream().toArray()));
            for (int axes = 1; axes < 1 << shape.length; axes++) {
                for (int zone = 0; zone < taken.cardinality(); zone += PIECE) {
                    check(order, shape, axes, zone, Math.min(PIECE, taken.cardinality() - zone));
                }
            }
        }
    }

    @Test
    void neighbouringExtentsThatRepeatTogetherAreOneRow() {
        int[] shape = {4, 5, 3, 2};
        ZoneOrder order = order(shape);
        assertEquals(3, check(order, shape, 0b1100, 10, PIECE), "rows of 20 zones: 10, 20 and 20");
        assertEquals(0, order.step(0b0011));
        assertEquals(3, check(order, shape, 0b0011, 0, PIECE), "zones that share one: 20, 20 and 10");
    }
}
