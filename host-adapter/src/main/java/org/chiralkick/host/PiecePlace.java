package org.chiralkick.host;

import java.nio.LongBuffer;
import org.chiralkick.host.internal.block.ZoneOrder;

/**
 * Where the pieces stand that a host cuts one of its blocks into, to gather them into columns: with it zones are named by their numbers in
 * the block, and what repeats along an extent of the block is derived once for all pieces. One for each thread; told anew before each piece.
 */
public final class PiecePlace {
    private final ZoneOrder order = new ZoneOrder(true);

    /** Makes a place in a block of one zone. */
    public PiecePlace() {}

    /**
     * Says which call of the host's the next pieces belong to: the inputs that repeat are the same in all pieces of a call.
     *
     * @param number another for each call
     */
    public void call(long number) {
        order.call(number);
    }

    /**
     * Says an extent of the block.
     *
     * @param axis 0 to 3, the first varying fastest in the numbering of zones
     * @param zones along it, {@code >= 1}
     * @param repeating the scalar inputs that are the same all along it: a bit each, by {@code ZoneField.ordinal()}
     */
    public void extent(int axis, long zones, long repeating) {
        order.extent(axis, zones);
        order.repeats(axis, repeating);
    }

    /** Says that the next piece has zones in a row, from this number on. */
    public void from(long zone) {
        order.from(zone);
    }

    /** Says the numbers of the next piece's zones in the block, rising; they are read while it is evaluated. */
    public void zones(LongBuffer numbers) {
        order.zones(numbers);
    }

    ZoneOrder order() {
        return order;
    }
}
