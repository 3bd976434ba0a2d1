package org.chiralkick.host.internal.grid;

import org.chiralkick.host.internal.memory.Slot;

/** The flux in three layers of zones, that of k and those beside it, with the layer around the block. */
public final class FluxLayers {
    private final Slot[] slots;
    private final int width;
    private final int size;
    private final double[][][] layer;
    private int read;

    /** Makes layers to read a flux with from a block of these extents, the layer around it included. */
    public FluxLayers(Slot[] slots, int[] wide) {
        this.slots = slots;
        this.width = wide[0];
        this.size = Math.multiplyExact(wide[0], wide[1]);
        this.layer = new double[3][3][size];
    }

    /** Moves on to the next k. */
    public void moveTo(int k) {
        for (; read < k + 3; read++) {
            for (int c = 0; c < 3; c++) {
                slots[c].gather((long) read * size, size, slots[c].factor(), layer[read % 3][c], 0);
            }
        }
    }

    /** Returns a component of the flux at a face of a zone along the axis, the mean of those on both sides. */
    public double atFace(int i, int j, int k, int axis, int upper, int component) {
        int x = i + 1 + (axis == 0 ? upper - 1 : 0);
        int y = j + 1 + (axis == 1 ? upper - 1 : 0);
        int z = k + 1 + (axis == 2 ? upper - 1 : 0);
        double low = layer[z % 3][component][y * width + x];
        x += axis == 0 ? 1 : 0;
        y += axis == 1 ? 1 : 0;
        z += axis == 2 ? 1 : 0;
        return 0.5 * (low + layer[z % 3][component][y * width + x]);
    }
}
