package org.chiralkick.host.internal.memory;

/** Memory in a {@code float[]}. */
public final class FloatArray extends Memory {
    private final float[] array;

    /** Wraps the host's array; it is not copied. */
    public FloatArray(float[] array) {
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
    void read(int index, int stride, int count, double factor, double[] into, int at) {
        if (stride == 1) {
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
        float overflow = 0;
        for (int i = 0; i < count; i++) {
            float number = (float) (from[at + i] / divisor);
            overflow += number * 0;
            array[index + i * stride] = number;
        }
        return overflow == 0 ? ALL_FIT : Floats.firstMisfit(count, divisor, from, at);
    }
}
