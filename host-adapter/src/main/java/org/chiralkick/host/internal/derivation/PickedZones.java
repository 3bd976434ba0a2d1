package org.chiralkick.host.internal.derivation;

import org.chiralkick.source.ZoneBlock;
import org.chiralkick.source.ZoneField;
import org.jspecify.annotations.Nullable;

/**
 * Derives a field for some zones of a block, wherever they stand: packed together they are one loop, as a whole block is. Belongs to one
 * thread at a time, and holds none of the block's columns.
 */
public final class PickedZones {
    private final int most;
    private final ZoneBlock.Owner packed = new ZoneBlock.Owner();
    private final double[] @Nullable [] columns = new double[ZoneField.values().length][];
    /** No zone that was picked is invalid. */
    private final double[] check;

    private final double[] scratch;
    private final int[] picked;
    private int count;

    /** Makes room for this many zones. */
    public PickedZones(int most) {
        this.most = most;
        this.check = new double[most];
        this.scratch = new double[most];
        this.picked = new int[most];
    }

    /** Forgets the zones that were picked. */
    public void clear() {
        count = 0;
    }

    /** Picks a valid zone, by its index in the block's columns. */
    public void pick(int zone) {
        picked[count++] = zone;
    }

    /** Returns how many zones are picked. */
    public int count() {
        return count;
    }

    /**
     * Derives a field of the zones that were picked.
     *
     * @param zones the block, with all that the field is computed from
     * @return the derived values, in the order in which the zones were picked; good until the next call
     */
    public double[] derive(Derivation way, ZoneBlock zones) {
        double[] into = column(way.field);
        if (count > 0) {
            for (int k = 0; k < way.from.size(); k++) {
                ZoneField field = way.from.get(k);
                if ((way.computedFrom >> field.ordinal() & 1) != 0) {
                    pack(zones.column(field), column(field));
                }
            }
            packed.window(0, count);
            Deriver.derive(way, packed.block(), check, scratch);
        }
        return into;
    }

    private void pack(double[] from, double[] into) {
        for (int j = 0; j < count; j++) {
            into[j] = from[picked[j]];
        }
    }

    private double[] column(ZoneField field) {
        double @Nullable [] column = columns[field.ordinal()];
        if (column == null) {
            column = new double[most];
            columns[field.ordinal()] = column;
            packed.lend(field, 0, column);
        }
        return column;
    }
}
