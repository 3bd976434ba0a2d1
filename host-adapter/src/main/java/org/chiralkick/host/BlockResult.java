package org.chiralkick.host;

import org.chiralkick.host.internal.block.BlockSums;
import org.chiralkick.host.internal.ledger.Quantity;
import org.chiralkick.host.value.NamedZones;
import org.chiralkick.source.ValidityFlag;

/**
 * What one evaluation of a block gave. Rates are not multiplied by the stage's weight. The object belongs to the binding and
 * changes with its next evaluation.
 */
public final class BlockResult {
    private static final Quantity[] MOMENTUM = {Quantity.MOMENTUM_X, Quantity.MOMENTUM_Y, Quantity.MOMENTUM_Z};
    private static final Quantity[] TORQUE = {Quantity.TORQUE_X, Quantity.TORQUE_Y, Quantity.TORQUE_Z};

    private final BlockSums sums;

    BlockResult(BlockSums sums) {
        this.sums = sums;
    }

    /** Returns the largest stable explicit step [s]; infinite unless the host bound an output that limits it. */
    public double dtMax() {
        return 1 / sums.largestRate();
    }

    /**
     * Returns the force that the block's emission exerts on the star [dyn].
     *
     * @param axis 0, 1, 2 for x, y, z
     */
    public double momentumRate(int axis) {
        return sums.rate(MOMENTUM[axis]);
    }

    /**
     * Returns the torque that the block's emission exerts on the star [dyn cm]; zero where no position was given.
     *
     * @param axis 0, 1, 2 for x, y, z
     */
    public double torqueRate(int axis) {
        return sums.rate(TORQUE[axis]);
    }

    /** Returns the net number of neutrinos that escape per second [1/s]. */
    public double numberRate() {
        return sums.rate(Quantity.NUMBER);
    }

    /** Returns the energy that escapes per second [erg/s]. */
    public double energyRate() {
        return sums.rate(Quantity.ENERGY);
    }

    /** Returns the number of zones with any flag. */
    public long flagged() {
        return sums.flagged();
    }

    /** Returns the number of zones whose input or result was not valid: their fluxes are zero. */
    public long invalid() {
        return flagCount(ValidityFlag.INPUT);
    }

    /** Returns the zones of {@link #invalid}, by what is wrong with them, and the first; made anew for each call. */
    public NamedZones invalidZones() {
        return sums.invalid().named(false);
    }

    /** Returns the zones with implausible input, by what is too large, and the first; made anew for each call. */
    public NamedZones implausibleZones() {
        return sums.implausible().named(true);
    }

    /** Returns the number of zones with this flag. */
    public long flagCount(ValidityFlag flag) {
        return sums.flagCount(flag);
    }
}
