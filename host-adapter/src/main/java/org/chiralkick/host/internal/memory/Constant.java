package org.chiralkick.host.internal.memory;

import java.util.Arrays;

/** The same number everywhere: a field that does not vary over the block. */
public final class Constant extends Memory {
    private final double number;

    /** Makes memory that reads as this number at every index. */
    public Constant(double number) {
        this.number = number;
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public boolean writable() {
        return false;
    }

    @Override
    void read(int index, int stride, int count, double factor, double[] into, int at) {
        Arrays.fill(into, at, at + count, number * factor);
    }

    @Override
    int write(int index, int stride, int count, double divisor, double[] from, int at) {
        throw new UnsupportedOperationException("a constant cannot be written");
    }
}
