package org.chiralkick.host.internal.memory;

/** Memory in a {@code double[]}. */
public final class DoubleArray extends Memory {
    private final double[] array;

    /** Wraps the host's array; it is not copied. */
    public DoubleArray(double[] array) {
        this.array = array;
    }

    @Override
    public long length() {
        return array.length;
    }

    @Override
    public boolean writable() {
        return true;
    }

    @Override
    double[] array() {
        return array;
    }

    @Override
    void read(int index, int stride, int count, double factor, double[] into, int at) {
        if (stride == 1 && factor == 1) {
            System.arraycopy(array, index, into, at, count);
        } else if (stride == 1) {
            for (int i = 0; i < count; i++) {
                into[at + i] = array[index + i] * factor;
            }
        } else {
            for (int i = 0; i < count; i++) {
                into[at + i] = array[index + i * stride] * factor;
            }
        }
    }

    @Override
    int write(int index, int stride, int count, double divisor, double[] from, int at) {
        if (stride == 1 && divisor == 1) {
            System.arraycopy(from, at, array, index, count);
        } else if (stride == 1) {
            for (int i = 0; i < count; i++) {
                array[index + i] = from[at + i] / divisor;
            }
        } else {
            for (int i = 0; i < count; i++) {
                array[index + i * stride] = from[at + i] / divisor;
            }
        }
        return ALL_FIT;
    }
}
