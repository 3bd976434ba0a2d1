package org.chiralkick.host.internal.ledger;

/** What the ledger sums; a rate per second in a step, a total after it. */
public enum Quantity {
    /** Momentum of the star along x [g cm/s]. */
    MOMENTUM_X,
    /** Momentum of the star along y [g cm/s]. */
    MOMENTUM_Y,
    /** Momentum of the star along z [g cm/s]. */
    MOMENTUM_Z,
    /** Angular momentum of the star along x [g cm^2/s]. */
    TORQUE_X,
    /** Angular momentum of the star along y [g cm^2/s]. */
    TORQUE_Y,
    /** Angular momentum of the star along z [g cm^2/s]. */
    TORQUE_Z,
    /** Escaped net neutrino number [1]. */
    NUMBER,
    /** Escaped energy [erg]. */
    ENERGY;

    /** How many there are. */
    public static final int COUNT = 8;

    private static final Quantity[] ALL = values();

    /** Returns the quantity of that ordinal. */
    static Quantity at(int index) {
        return ALL[index];
    }
}
