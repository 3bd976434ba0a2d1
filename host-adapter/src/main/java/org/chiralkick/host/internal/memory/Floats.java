package org.chiralkick.host.internal.memory;

/** What single precision cannot hold. */
final class Floats {
    private Floats() {}

    /** Returns the index in the run of the first finite number beyond the range of float, or {@link Memory#ALL_FIT}. */
    static int firstMisfit(int count, double divisor, double[] from, int at) {
        for (int i = 0; i < count; i++) {
            double number = from[at + i] / divisor;
            if (Double.isFinite(number) && Float.isInfinite((float) number)) {
                return i;
            }
        }
        return Memory.ALL_FIT;
    }
}
